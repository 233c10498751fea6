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
    let ticks = Ticks.candidates(Scale(.log10, bounds), atMost: count).first ?? []
    #expect(ticks.map(\.label) == labels)
  }

  @Test func anyAxisHasFewRoundDistinctTicksInOrder() {
    var random = Garbage(seed: 1)
    for _ in 0..<500 {
      let scale: Scale.Kind = random.below(2) == 0 ? .linear : .log10
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

  @Test func wideEnoughAxesAlwaysHaveTwoTicks() {
    var random = Garbage(seed: 2)
    for _ in 0..<500 {
      let scale: Scale.Kind = random.below(2) == 0 ? .linear : .log10
      let bounds = random.range(for: scale)
      let ticks = Ticks.candidates(Scale(scale, bounds), atMost: 6).first ?? []
      #expect(ticks.count >= 2, "\(scale) \(bounds)")
    }
  }
}
