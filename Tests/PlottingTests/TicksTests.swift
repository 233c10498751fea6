import TestKit
import Testing

@testable import Plotting

@Suite struct TicksTests {
  @Test(
    arguments: [
      (0.0...40.0, 5, ["0", "10", "20", "30", "40"]),
      (0.05...0.95, 4, ["0.2", "0.4", "0.6", "0.8"]),
      (-1...1, 5, ["-1.0", "-0.5", "0.0", "0.5", "1.0"]),
      (0...5e6, 6, ["0", "1e6", "2e6", "3e6", "4e6", "5e6"]),
      (0...0.0004, 5, ["0", "1e-4", "2e-4", "3e-4", "4e-4"]),
    ] as [(ClosedRange<Double>, Int, [String])]) func linearLabels(
      _ bounds: ClosedRange<Double>, _ count: Int, _ labels: [String]
    )
  {
    let ticks = Ticks.candidates(Scale(.linear, bounds), atMost: count).first ?? []
    #expect(ticks.map(\.label) == labels)
  }

  @Test(
    arguments: [
      (1.0...1000.0, 4, ["1", "10", "100", "1000"]),
      (1...300, 8, ["1", "2", "5", "10", "20", "50", "100", "200"]),
      (1e-6...1, 4, ["1e-6", "1e-4", "1e-2", "1"]),
      (2...9, 3, ["2", "5"]),
      (0.7...2.1, 8, ["0.8", "1.0", "1.2", "1.4", "1.6", "1.8", "2.0"]),
      (0.05...0.25, 6, ["0.05", "0.10", "0.15", "0.20", "0.25"]),
      (2.1...4.2, 5, ["2.5", "3.0", "3.5", "4.0"]),
      (0x1p-1063...1e308, 8, ["1e-300", "1e-200", "1e-100", "1", "1e100", "1e200", "1e300"]),
    ] as [(ClosedRange<Double>, Int, [String])]) func logarithmicLabels(
      _ bounds: ClosedRange<Double>, _ count: Int, _ labels: [String]
    )
  {
    let ticks = Ticks.candidates(Scale(.log, bounds), atMost: count).first ?? []
    #expect(ticks.map(\.label) == labels)
  }

  @Test func anyAxisHasFewRoundDistinctTicksInOrder() {
    var random = Garbage(seed: 1)
    for _ in 0..<500 {
      let scale: Scale.Kind = random.below(2) == 0 ? .linear : .log
      let bounds = random.range(for: scale)
      let count = 2 + random.below(12)
      let axis = Scale(scale, bounds)
      for ticks in Ticks.candidates(axis, atMost: count) {
        #expect((1...count).contains(ticks.count))
        #expect(Set(ticks.map(\.label)).count == ticks.count, "\(bounds) \(ticks)")
        #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.value < $1.value })
        for tick in ticks {
          let position = axis.position(tick.value) ?? .nan
          #expect((-1e-6...1 + 1e-6).contains(position), "\(bounds) \(tick)")
          let read = Double(tick.label) ?? .nan
          #expect(read == tick.value, "the label says what the tick stands for")
        }
      }
    }
  }

  /// Ends as they come out of a literal, a product and a sum, which round to neighbours: 0.3 is less
  /// than three steps of 0.1, and the sum of those is more.
  @Test(arguments: [1, 2, 5], [-12, -3, -2, -1, 0, 1, 7])
  func noMultipleOfAStepIsLostAtTheEndsOfAnAxis(_ mantissa: Int, _ exponent: Int) {
    let size = Step(mantissa: mantissa, exponent: exponent).size
    func literal(_ number: Int) -> Double {
      DecimalNumber(number * mantissa, exponent: exponent).value
    }
    func product(_ number: Int) -> Double { Double(number) * size }
    func sum(_ number: Int) -> Double {
      (0..<number.magnitude).reduce(0) { total, _ in total + (number < 0 ? -size : size) }
    }
    for first in [-9, -7, -3, -1, 0, 1, 2, 3, 6] {
      for count in [1, 2, 3, 5, 6, 7, 10] {
        let multiples = (first...first + count).map(literal)
        for end in [literal, product, sum] {
          let axis = Scale(.linear, end(first)...end(first + count))
          let sets = Ticks.candidates(axis, atMost: count + 1).map { $0.map(\.value) }
          #expect(sets.contains(multiples), "\(axis) has \(sets), not \(multiples)")
        }
      }
    }
  }

  @Test(arguments: -12...12) func noPowerOfTenIsLostAtTheEndsOfAnAxis(_ first: Int) {
    for count in 1...9 {
      let powers = (first...first + count).map { DecimalNumber(1, exponent: $0).value }
      for ends in [(1.0, 1.0), (1 + 1e-15, 1 - 1e-15), (1 - 1e-15, 1 + 1e-15)] {
        let axis = Scale(.log, powers[0] * ends.0...powers[count] * ends.1)
        let sets = Ticks.candidates(axis, atMost: count + 1).map { $0.map(\.value) }
        #expect(sets.contains(powers), "\(axis) has \(sets), not \(powers)")
      }
    }
  }

  @Test func wideEnoughAxesAlwaysHaveTwoTicks() {
    var random = Garbage(seed: 2)
    for _ in 0..<500 {
      let scale: Scale.Kind = random.below(2) == 0 ? .linear : .log
      let bounds = random.range(for: scale)
      let ticks = Ticks.candidates(Scale(scale, bounds), atMost: 6).first ?? []
      #expect(ticks.count >= 2, "\(scale) \(bounds)")
    }
  }
}
