import Foundation
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

  /// However few values there are over an axis of what was tried, and however they are spread: its ends
  /// are the first and the last that was tried, and nothing beyond them is named.
  @Test func nothingIsNamedThatWasNotTried() throws {
    var random = Garbage(seed: 9)
    for _ in 0..<2000 {
      let scale: Scale.Kind = random.below(2) == 0 ? .linear : .log
      let bounds = random.range(for: scale)
      let count = 1 + random.below(6)
      let x = Self.spread(count, over: bounds, scale)
      let y = x.map { _ in random.one(of: [.nan, .infinity, 1, 2, -1]) }
      let form: Figure.Form = random.one(of: [.line, .scatter])
      let figure = Figure(
        "f", form, title: "", x: .init("x", scale), y: .init("y", random.one(of: [.linear, .log])),
        series: [.init("a", x: x, y: y), .init("b", .theory, x: x, y: x.map { _ in .nan })])
      let axis = figure.scales(ticks: 5).x
      let (low, high) = (try #require(x.min()), try #require(x.max()))
      let whole = Scale(scale, low...high)
      #expect(axis.low == whole.low && axis.high == whole.high)
      for ticks in Ticks.candidates(axis, atMost: 6) {
        let room = (abs(low) + abs(high)) * 1e-6
        #expect(ticks.allSatisfy { (low - room...high + room).contains($0.value) }, "\(x) \(ticks)")
      }
    }
  }

  /// Evenly spread values, both ends among them.
  private static func spread(_ count: Int, over bounds: ClosedRange<Double>, _ scale: Scale.Kind)
    -> [Double]
  {
    let axis = Scale(scale, bounds)
    guard count > 1 else { return [bounds.lowerBound] }
    return (0..<count).map { index in
      if index == 0 { return bounds.lowerBound }
      if index == count - 1 { return bounds.upperBound }
      let place = axis.low + axis.span * Double(index) / Double(count - 1)
      return min(max(scale == .log ? pow(10, place) : place, bounds.lowerBound), bounds.upperBound)
    }
  }

  /// There is no step 1.2 between the first and the third.
  @Test(arguments: [Scale.Kind.linear, .log], 2...12)
  func wholeNumbersThatWereTriedAreNamedByWholeNumbers(_ scale: Scale.Kind, _ last: Int) {
    let x = (1...last).map(Double.init)
    let figure = FigureTests.figure(x: scale, [.init("a", x: x, y: x)])
    for count in 2...20 {
      let sets = Ticks.candidates(figure.scales(ticks: 5).x, atMost: count)
      #expect(!sets.isEmpty && sets.joined().allSatisfy { $0.value == $0.value.rounded() })
      #expect(sets.joined().allSatisfy { !$0.label.contains(".") }, "\(sets)")
    }
    let halves = FigureTests.figure(x: scale, [.init("a", x: [1, 1.5, 3], y: [1, 2, 3])])
    let labels = Ticks.candidates(halves.scales(ticks: 5).x, atMost: 12).first?.map(\.label) ?? []
    #expect(labels.contains { $0.contains(".") })
  }

  @Test func oneValueIsNamedAlone() {
    let figure = FigureTests.figure(.line, [.init("a", x: [3], y: [0.5])])
    let (x, y) = figure.scales(ticks: 5)
    #expect(Ticks.candidates(x, atMost: 6).map { $0.map(\.label) } == [["3"]])
    #expect((Ticks.candidates(y, atMost: 6).first ?? []).count > 1)
  }

  @Test func nothingIsNamedWhereThereIsNothing() {
    let figure = FigureTests.figure(.line, y: .log, [.init("a", x: [1, 2], y: [.nan, 0])])
    let (x, y) = figure.scales(ticks: 5)
    #expect(Ticks.candidates(y, atMost: 6) == [])
    #expect(Ticks.candidates(x, atMost: 6).first?.first?.label == "1")
  }
}
