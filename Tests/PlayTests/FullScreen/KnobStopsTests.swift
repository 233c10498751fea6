import Experiments
import Plotting
import TestKit
import Testing
import ToyCourse

@testable import Play

/// Where knobs stop while they are turned.
@Suite struct KnobStopsTests {
  /// The toys' knobs, and knobs of all kinds of ranges.
  static let knobs: [any AnyKnob] =
    toys.flatMap { $0.knobs } + reals + wholes

  private static let toys: [any Simulation.Type] = [
    Slide.self, Toss.self, Line.self, Coin.self, Ride.self,
  ]

  private static let reals: [any AnyKnob] = [
    (Domain.log(0.001...1), 0.03), (.log(1e-12...1e12), 1), (.log(0.9...1), 0.95),
    (.log(1...1.0001), 1), (.log(0.0137...7.77), 0.1), (.log(1e-100...1e100), 1e100),
    (.linear(0...1), 0), (.linear(0...1), 1), (.linear(-5...5), 0), (.linear(0...0.5), 0.3),
    (.linear(-1...3), 0.123), (.linear(0.5...0.999), 0.9), (.linear(2...2), 2),
    (.linear(1e6...1e6 + 1), 1e6 + 0.5), (.linear(0...1e9), 12345.6), (.linear(-3e-7...7e-7), 0),
  ].map { Knob<Double>("k", $0, default: $1, "") }

  private static let wholes: [any AnyKnob] = [
    (1...1000, Scale.Kind.log, 50), (1...2, .linear, 1), (0...0, .linear, 0), (1...31, .linear, 7),
    (-50...50, .linear, -3), (1...1_000_000, .linear, 999), (1...1_000_000_000, .log, 77),
    (10...400, .linear, 40), (2...9, .log, 3), (7...1001, .linear, 500),
  ].map { Knob<Int>("k", $0, $1, default: $2, "") }

  /// Whether there is room for stops: by the places that two digits, or whole numbers, have.
  private static func isWide(_ domain: Domain) -> Bool {
    switch domain {
    case .choice: false
    case .integer(let range, .linear): range.count > 30
    case .integer(let range, .log): range.upperBound >= 100 * range.lowerBound
    case .real(let range, .linear): range.lowerBound < range.upperBound
    case .real(let range, .log): range.upperBound >= 10 * range.lowerBound
    }
  }

  @Test(arguments: knobs.indices) func stopsAreRoundAndInOrder(_ index: Int) throws {
    let knob = Self.knobs[index]
    let stops = KnobStops(knob)
    #expect(stops.values.allSatisfy(knob.domain.contains))
    #expect(stops.values.contains(knob.defaultValue))
    guard let bounds = knob.domain.bounds else {
      #expect(stops.values == knob.domain.grid(2))
      return
    }
    let numbers = stops.values.compactMap(\.number)
    #expect(numbers.count == stops.values.count)
    #expect(numbers.first == bounds.lowerBound && numbers.last == bounds.upperBound)
    #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }, "\(numbers)")
    #expect(numbers.count <= 70, "\(knob.domain)")
    if Self.isWide(knob.domain) { #expect(numbers.count >= 20, "\(knob.domain): \(numbers)") }
    let inner = numbers.dropFirst().dropLast().filter { $0 != knob.defaultValue.number }
    if knob.domain.scale == .log {
      for number in inner { #expect(NumberText.rounded(number, digits: 2) == number) }
    } else if inner.count > 1 {
      // Whole multiples of one step, so that none has more digits than another.
      let least = zip(inner, inner.dropFirst()).map { $1 - $0 }.min() ?? 1
      let step = NumberText.rounded(least, digits: 3)
      for number in inner {
        let multiple = number / step
        #expect(abs(multiple - multiple.rounded()) < 1e-6, "\(number) by \(step)")
      }
    }
  }

  /// From wherever a knob stands, turning goes on until its end, and five stops are five times one.
  @Test(arguments: knobs.indices) func turningReachesBothEnds(_ index: Int) throws {
    let knob = Self.knobs[index]
    let stops = KnobStops(knob)
    var garbage = Garbage(seed: index)
    let starts = (knob.domain.grid(7) + [knob.defaultValue]).shuffled(using: &garbage).prefix(4)
    for start in starts {
      #expect(stops.value(0, from: start) == start)
      for (step, end) in [(1, stops.values.last), (-1, stops.values.first)] {
        var value = start
        var turns = 0
        while value != end, turns < 80 {
          let next = stops.value(step, from: value)
          #expect(next != value && knob.domain.contains(next))
          value = next
          turns += 1
        }
        #expect(value == end && stops.value(step, from: value) == end)
        let coarse = stops.value(step * KnobStops.coarse, from: start)
        #expect(
          coarse
            == (0..<KnobStops.coarse).reduce(start) { value, _ in stops.value(step, from: value) })
      }
    }
  }

  @Test(arguments: knobs.indices) func placesAlongATrackAreStops(_ index: Int) throws {
    let knob = Self.knobs[index]
    let stops = KnobStops(knob)
    #expect(stops.nearest(to: 0, of: knob.domain) == stops.values.first)
    #expect(stops.nearest(to: 1, of: knob.domain) == stops.values.last)
    var before = 0
    for step in -3...23 {
      let value = try #require(stops.nearest(to: Double(step) / 20, of: knob.domain))
      let place = try #require(stops.values.firstIndex(of: value))
      #expect(place >= before)
      before = place
    }
    #expect(stops.nearest(to: .nan, of: knob.domain) == nil)
  }

  @Test(arguments: [
    (Domain.linear(0...1), 0.14, 0.13, 0.15), (.linear(0...1), 0.1, 0.09, 0.11),
    (.linear(0...1), 0.1234, 0.1233, 0.1235), (.linear(0...1), 0, 0, 0.001),
    (.linear(0...1), 1, 0.9, 1), (.log(0.001...10), 0.001, 0.001, 0.0011),
    (.log(0.001...10), 3, 2.9, 3.1), (.log(0.001...10), 9.99, 9.98, 10),
    (.linear(-5...5), -0.25, -0.26, -0.24), (.linear(-5...5), 0, -0.01, 0.01),
    (.log(1e-12...1e12), 2e-7, 1.9e-7, 2.1e-7),
  ])
  func aFineTurnIsOneLastDigit(_ domain: Domain, _ from: Double, _ down: Double, _ up: Double) {
    let knob = Knob<Double>("k", domain, default: from, "")
    #expect(knob.fine(1, from: .real(from)) == .real(up))
    #expect(knob.fine(-1, from: .real(from)) == .real(down))
  }

  @Test(arguments: knobs.indices) func fineTurnsStayInsideAndGoOn(_ index: Int) throws {
    let knob = Self.knobs[index]
    for start in KnobStops(knob).values + knob.domain.grid(5) {
      for step in [-1, 1, -5, 5] {
        let turned = knob.fine(step, from: start)
        #expect(knob.domain.contains(turned), "\(start) \(step) \(turned)")
        guard let bounds = knob.domain.bounds, let from = start.number, let to = turned.number
        else { continue }
        if from == (step > 0 ? bounds.upperBound : bounds.lowerBound) {
          #expect(to == from)
        } else {
          #expect(step > 0 ? to > from : to < from, "\(start.text) \(step) \(turned.text)")
        }
        // Far less than a stop where stops are far.
        if case .integer = knob.domain { #expect(abs(to - from) <= Double(abs(step))) }
      }
    }
  }
}
