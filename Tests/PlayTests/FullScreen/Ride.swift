import Experiments
import Lessons
import Screens
import Terminal
import TestKit
import Testing
import ToyCourse
import Tuning

@testable import Play

/// A simulation with everything that can be played: chance, time, a knob that comes to have no effect,
/// runs that share their work.
enum Ride: SharingSimulation {
  enum Gear: String, CaseIterable, KnobValue { case low, high, free }

  static let name = "ride"
  static let summary = "A wheel that is braked."
  static let rate = Knob<Double>("rate", .log(0.001...10), default: 0.1, "how hard it is braked")
  static let steps = Knob<Int>("steps", 1...100, default: 30, "how long it is watched")
  static let gear = Knob<Gear>("gear", default: .low, "what turns it")
  static let drag = Knob<Double>("drag", .linear(0...1), default: 0.25, "what slows it")
  static let load = Knob<Int>("load", 1...3, default: 2, "how heavy it is")
  static let knobs: [any AnyKnob] = [rate, steps, gear, drag, load]

  static let expected = Metric("expected-speed", "the speed by theory", .fixed(decimals: 4))
  static let speed = Metric(
    "speed", "the speed at the end", .fixed(decimals: 4),
    theory: .approximation(expected, within: 0.9))
  static let way = Metric("way", "how far it came", .fixed(decimals: 3))
  static let halved = Metric("halved", "first step at half the speed", .count, absent: "never")
  static let metrics = [speed, expected, way, halved]

  static let speeds = FigureKind("speeds", "the speed, step by step")
  static let places = FigureKind("places", "where it was, step by step")
  static let parts = FigureKind("parts", "what slowed it")
  static let figures = [speeds, places, parts]
  static let timeFigures = [speeds]
  static let time: (any AnyKnob)? = steps
  static let sharing: [any AnyKnob] = [steps]

  static let rolling = FindingKind("rolling", "it rolls on")
  static let stopped = FindingKind("stopped", "it has stopped")
  static let findings = [rolling, stopped]
  static let usesChance = true

  /// A free wheel has no drag, and always rolls for so long.
  static func idleKnobs(_ settings: Settings) -> Set<String> {
    settings[gear] == .free ? ["drag", "steps"] : []
  }

  static func runs(_ all: [Settings], seed: UInt64) -> [Outcome] {
    guard let first = all.first else { return [] }
    let isFree = first[gear] == .free
    let lengths = all.map { isFree ? 40 : $0[steps] }
    let drag = isFree ? 0 : first[self.drag]
    let factor = max(0.05, 1 - first[rate] / 20 - drag / 10 / Double(first[load]))
    var garbage = Garbage(seed: seed)
    var speeds = [first[gear] == .high ? 10.0 : 1.0]
    var places = [0.0]
    for _ in 0..<(lengths.max() ?? 0) {
      speeds.append(speeds[speeds.count - 1] * factor * (1 + garbage.fraction() / 50))
      places.append(places[places.count - 1] + speeds[speeds.count - 1])
    }
    return lengths.map { outcome(speeds[...$0], places[...$0], factor, drag) }
  }

  private static func outcome(
    _ speeds: ArraySlice<Double>, _ places: ArraySlice<Double>, _ factor: Double, _ drag: Double
  ) -> Outcome {
    var outcome = Outcome()
    let start = speeds.first ?? 0
    let end = speeds.last ?? 0
    outcome[speed] = end
    outcome[expected] = (1..<speeds.count).reduce(start) { speed, _ in speed * factor }
    outcome[way] = places.last
    outcome[halved] = speeds.firstIndex { $0 < start / 2 }.map(Double.init)
    let x = speeds.indices.map(Double.init)
    outcome.figures = [
      Figure(
        self.speeds, .line, title: "speed over time", x: Figure.Axis("step"),
        y: Figure.Axis("speed", .log), series: [Figure.Series("measured", x: x, y: Array(speeds))]),
      Figure(
        self.places, .scatter, title: "places", x: Figure.Axis("step"), y: Figure.Axis("place"),
        series: [Figure.Series("wheel", x: x, y: Array(places))]),
      Figure(
        parts, .heat, title: "what slowed it", x: Figure.Axis("drag"), y: Figure.Axis("rate"),
        series: [],
        field: Figure.Field(
          "slowing", x: 0...1, y: 0...1, columns: 3,
          values: (0..<9).map { Double($0) * (1 - factor) + drag }, levels: [])),
    ]
    let found = end < 0.01 ? stopped : rolling
    outcome.findings = [
      Finding(
        found, predicted: factor, measured: end,
        "At ×\(NumberText.fixed(factor, decimals: 3)) a step \(found.summary).")
    ]
    return outcome
  }
}

/// What the tests of full-screen play draw.
enum Scene {
  static func screen(
    _ width: Int = 80, _ height: Int = 24, usesColour: Bool = true, usesUnicode: Bool = true
  ) -> Screen {
    Screen(
      width: width, height: height, usesColour: usesColour, usesUnicode: usesUnicode,
      isTerminal: true, movesCursor: true)
  }

  /// A simulation as it is opened, its first run made.
  static func view(
    _ simulation: any Simulation.Type = Ride.self, on screen: Screen = Self.screen()
  ) -> PlayScreen {
    view(PlaySubject(simulation, simulation.defaults), on: screen)
  }

  static func view(_ subject: PlaySubject, on screen: Screen = Self.screen()) -> PlayScreen {
    var view = PlayScreen(subject, on: screen)
    view.settle()
    return view
  }

  /// An exercise on the ride, which gives its length.
  static func exercise() throws -> PlaySubject {
    let exercise = try Toys.exercise(
      """
      simulation: ride
      task: Brake the wheel.
      choose: rate, gear
      given: steps = 20
      pass: speed <= 0.2 (5 points)
      pass: way in 1 ... 100
      hint: Harder.
      """, on: Catalog([Ride.self]))
    return PlaySubject(exercise, exercise.simulation.defaults)
  }

  /// Keys typed one after the other.
  static func keys(_ text: String) -> [Key] { text.map { Key.character($0) } }
}

extension PlayScreen {
  /// Makes the runs that are wanted, and shows them.
  mutating func settle() {
    if !isCurrent { show(PlayedRun(run: run, outcome: run.outcome())) }
    if let run = pinning { pin(PlayedRun(run: run, outcome: run.outcome())) }
  }

  /// Types keys, each with its run made; says what the last came to.
  @discardableResult mutating func press(_ keys: Key...) -> Reaction {
    var reaction = Reaction.none
    for key in keys {
      reaction = handle(key)
      settle()
    }
    return reaction
  }

  /// Where a knob stands, as text.
  func value(_ name: String) -> String { knobs.settings[name]?.text ?? "" }

  /// The rows of the screen, with the characters that it can show.
  mutating func rows() -> [String] { draw().lines.map { $0.adapted(to: screen).text } }
}
