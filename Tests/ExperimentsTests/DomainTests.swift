import Testing

@testable import Experiments

@Suite struct DomainTests {
  static let domains: [Domain] = [
    .log(1e-3...1), .log(1e-3...1.9), .linear(-2...2), .linear(0...0), .real(0...1, .log),
    .integer(1...1000, .linear), .integer(1...256, .log), .integer(3...3, .linear),
    .choice(["a", "b"]),
  ]

  @Test(arguments: domains)
  func gridsStayInside(domain: Domain) {
    for count in [-3, 0, 1, 2, 3, 7, 50, 600] {
      let grid = domain.grid(count)
      #expect(!grid.isEmpty)
      #expect(grid.allSatisfy(domain.contains))
      #expect(Set(grid).count == grid.count)
      let numbers = grid.compactMap(\.number)
      #expect(numbers == numbers.sorted())
      if count > 1, let bounds = domain.bounds {
        #expect(numbers.first == bounds.lowerBound)
        #expect(numbers.last == bounds.upperBound)
        #expect(numbers.count <= count)
      }
    }
  }

  @Test func logGridHasEqualRatios() {
    #expect(
      Domain.log(1e-3...1).grid(4).map(\.text) == ["0.001", "0.01", "0.1", "1"])
    #expect(
      Domain.integer(1...256, .log).grid(9).map(\.text)
        == ["1", "2", "4", "8", "16", "32", "64", "128", "256"])
    #expect(Domain.linear(0...1).grid(5).map(\.text) == ["0", "0.25", "0.5", "0.75", "1"])
  }

  @Test(arguments: [
    (0.1...0.2 as ClosedRange<Double>, 3, ["0.1", "0.15", "0.2"]), (-5...0.25, 2, ["0", "0.25"]),
    (0.5...99, 2, ["0.5", "1"]), (7...9, 5, ["1"]), (0.2...0.2002, 3, ["0.2", "0.2001", "0.2002"]),
    (0.2...0.20001, 3, ["0.2", "0.200005", "0.20001"]),
  ])
  func partsOfARealDomain(part: ClosedRange<Double>, count: Int, grid: [String]) {
    #expect(Domain.linear(0...1).grid(count, within: part).map(\.text) == grid)
  }

  @Test(arguments: [
    (3...5 as ClosedRange<Double>, 9, ["3", "4", "5"]), (1.4...2.6, 5, ["2"]),
    (1.4...1.6, 5, ["1"]),
    (-4...2, 5, ["1", "2"]), (40...90, 5, ["10"]), (-1e300...1e300, 2, ["1", "10"]),
  ])
  func partsOfAnIntegerDomain(part: ClosedRange<Double>, count: Int, grid: [String]) {
    #expect(Domain.integer(1...10, .linear).grid(count, within: part).map(\.text) == grid)
  }

  @Test(arguments: [
    (SettingValue.real(0.5), true), (.real(1), true), (.real(1.01), false), (.real(.nan), false),
    (.real(.infinity), false), (.integer(1), false), (.choice("1"), false),
  ])
  func containsOnlyItsKind(value: SettingValue, isInside: Bool) {
    #expect(Domain.linear(0...1).contains(value) == isInside)
  }

  @Test(
    arguments: zip(
      domains,
      [
        "0.001 … 1", "0.001 … 1.9", "-2 … 2", "0 … 0", "0 … 1", "1 … 1000", "1 … 256", "3 … 3",
        "a, b",
      ]))
  func tellsWhatItTakes(domain: Domain, text: String) {
    #expect(domain.text == text)
  }

  /// Every value of a grid can be typed as it is shown.
  @Test(arguments: domains)
  func gridsCanBeTyped(domain: Domain) throws {
    for value in domain.grid(60) {
      #expect(try domain.value(of: value.text, for: "knob") == value)
    }
  }
}
