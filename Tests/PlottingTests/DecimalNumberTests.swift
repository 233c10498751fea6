import Testing

@testable import Plotting

@Suite struct DecimalNumberTests {
  @Test(arguments: [
    (3, -1, "0.3"), (0, 0, "0"), (0, -1, "0.0"), (5, -3, "0.005"), (-25, -1, "-2.5"),
    (12, 2, "1200"),
    (1, -6, "1e-6"), (15, 6, "1.5e7"), (-1, 9, "-1e9"), (100, -2, "1.00"), (7, -320, "7e-320"),
  ]) func text(_ mantissa: Int, _ exponent: Int, _ expected: String) {
    #expect(DecimalNumber(mantissa, exponent: exponent).text == expected)
  }

  @Test(arguments: [
    (0.1 + 0.2, 3, "0.3"), (123_456, 3, "123000"), (0x1p-1063, 2, "1e-320"), (0, 3, "0"),
    (-9.996, 3, "-10"), (1.7e308, 2, "1.7e308"), (2.5e-5, 3, "2.5e-5"),
  ]) func rounding(_ value: Double, _ digits: Int, _ expected: String) {
    #expect(DecimalNumber(value, digits: digits)?.text == expected)
  }

  @Test func nothingForWhatIsNoNumber() {
    #expect(DecimalNumber(.nan, digits: 3) == nil)
    #expect(DecimalNumber(-.infinity, digits: 3) == nil)
  }
}
