import TestKit
import Testing

@testable import Plotting

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1, "1"), (-3, "-3"), (0.01, "0.01"), (1e-6, "1e-6"),
    (1000, "1000"), (1e7, "10000000"), (123_456_789, "123456789"), (-1e8, "-100000000"),
    (0.1 + 0.2, "0.30000000000000004"), (1e-300, "1e-300"), (1.5e-7, "1.5e-7"),
    (.infinity, "∞"), (-.infinity, "−∞"), (.nan, "undefined"),
  ])
  func shortest(value: Double, text: String) {
    #expect(NumberText.shortest(value) == text)
  }

  @Test func shortestReadsBack() {
    var garbage = Garbage(seed: 7)
    for _ in 0..<2000 {
      let value =
        Double(garbage.below(2_000_001) - 1_000_000)
        * garbage.one(of: [1, 1e-3, 1e-9, 1e9, 1e290, 0x1p-1060, 1.0 / 3])
      #expect(DecimalNumber.value(of: NumberText.shortest(value)) == value)
    }
  }

  /// Whatever a number is printed as can be typed: within what its digits say, and with the minus and
  /// the powers that texts are set with.
  @Test func whatIsPrintedReadsBack() throws {
    var garbage = Garbage(seed: 8)
    for _ in 0..<4000 {
      let value =
        Double(garbage.below(2_000_001) - 1_000_000)
        * garbage.one(of: [1, 1e-3, 1e-9, 1e9, 1e290, 0x1p-1000, 1.0 / 3])
      let texts = [
        NumberText.shortest(value), NumberText.scientific(value),
        NumberText.significant(value), NumberText.fixed(value, decimals: garbage.below(5)),
      ]
      for text in texts {
        let read = try #require(DecimalNumber.value(of: text), "\(text)")
        #expect(abs(read - value) <= max(abs(value) * 0.06, 0.5), "\(text) is not \(value)")
        #expect(DecimalNumber.value(of: text.replacing("-", with: "−")) == read)
      }
    }
  }

  @Test(arguments: [
    (0.0, 3, "0.000"), (1.5, 3, "1.500"), (-0.0001, 0, "-1.0e-4"), (0.0004, 3, "4.0e-4"),
    (0.0005, 3, "0.001"), (2.5e7, 3, "2.5e+7"), (0.99996, 3, "1.000"), (-1.25, 1, "-1.2"),
    (.infinity, 3, "∞"), (.nan, 3, "undefined"), (-0.0, 2, "0.00"),
  ])
  func fixed(value: Double, decimals: Int, text: String) {
    #expect(
      NumberText.fixed(value, decimals: decimals)
        == text)
  }

  @Test(arguments: [
    (0.0, "0"), (0.041, "4.1e-2"), (1900, "1.9e+3"), (3.7e17, "3.7e+17"), (1e-6, "1.0e-6"),
    (-2.34e-5, "-2.3e-5"), (1, "1.0"), (9.96, "1.0e+1"), (.leastNonzeroMagnitude, "4.9e-324"),
    (.infinity, "∞"),
  ])
  func scientific(value: Double, text: String) {
    #expect(NumberText.scientific(value) == text)
  }

  @Test(arguments: [
    (0.0, "0"), (0.0526, "0.0526"), (1, "1.00"), (12.345, "12.3"), (123.4, "123"),
    (12_345, "12345"), (1e6, "1.00e+6"), (0.00099, "9.90e-4"), (-0.5, "-0.500"),
    (.nan, "undefined"),
  ])
  func significant(value: Double, text: String) {
    #expect(NumberText.significant(value) == text)
  }

  @Test(arguments: [(0.0, "0 %"), (0.115, "12 %"), (1, "100 %"), (.nan, "undefined")])
  func percent(share: Double, text: String) {
    #expect(NumberText.percent(share) == text)
  }

  @Test(arguments: [(0, "0 steps"), (1, "1 step"), (50, "50 steps")])
  func count(number: Int, text: String) {
    #expect(NumberText.count(number, "step") == text)
  }

  @Test(arguments: [
    (0.123456, 4, 0.1235), (123_456, 2, 120_000), (0, 4, 0), (-1.0 / 3, 3, -0.333),
    (.infinity, 4, .infinity),
  ])
  func rounded(value: Double, digits: Int, result: Double) {
    #expect(NumberText.rounded(value, digits: digits) == result)
  }
}
