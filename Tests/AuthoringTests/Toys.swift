import Experiments
import Foundation
import TestKit
import Testing

@testable import Authoring
@testable import Grading
@testable import Lessons

/// Simulations whose pass regions are plain to see, and lessons about them.
enum Toys {
  static let catalog = Catalog([Plane.self, Dice.self, Counter.self, Desk.self])

  /// A lesson that consists of one directive, or of several.
  static func subject(_ directives: String) throws -> CheckedLesson {
    let text = "---\ntitle: T\nsummary: S\n---\n\n# T\n\n\(directives)\n"
    let (lesson, faults) = LessonReader.read(
      text, file: "f.md", name: "toy", catalog: catalog, depth: .text)
    let entry = Syllabus.Entry(number: 1, name: "toy", file: "f.md", lesson: lesson, faults: faults)
    return try #require(CheckedLesson(folder: ".", entry: entry, pack: [entry]))
  }

  /// An exercise as a lesson writes it, its lines joined by `;`.
  static func exercise(_ simulation: String, _ lines: String) throws -> Exercise {
    let subject = try subject(exerciseText(simulation, lines))
    #expect(subject.entry.faults.map(\.text) == [])
    return try #require(subject.lesson.exercises.first)
  }

  static func exerciseText(_ simulation: String, _ lines: String) -> String {
    let lines = lines.split(separator: ";").map { $0.drop { $0 == " " } }.joined(separator: "\n")
    return "```exercise e\nsimulation: \(simulation)\ntask: t\nhint: h\n\(lines)\n```"
  }
}

/// A simulation without chance: its metrics are places on a plane.
enum Plane: Simulation {
  enum Side: String, CaseIterable, KnobValue { case north, east, south, west }
  enum Mode: String, CaseIterable, KnobValue { case left, right, both, none, other }

  static let x = Knob<Double>("x", .linear(0...1), default: 0, "a real")
  static let y = Knob<Double>("y", .linear(0...1), default: 0, "another")
  static let home = Knob<Double>("home", .linear(0...1), default: 0.5, "one that begins inside")
  static let rate = Knob<Double>("rate", .log(1e-3...1), default: 1e-3, "by ratio")
  static let mode = Knob<Mode>("mode", default: .left, "a choice")

  static let side = Knob<Side>("side", default: .north, "one of four")

  static let metricX = Metric("x", "as turned")
  static let metricY = Metric("y", "as turned")
  static let metricHome = Metric("home", "as turned")
  static let metricRate = Metric("rate", "as turned")
  static let metricMode = Metric("mode", "its number", .count)
  static let metricSide = Metric("side", "its number")
  static let gate = Metric(
    "gate", "0 on the right anywhere, else the distance of the rate from 0.03")
  static let distance = Metric("distance", "from the middle of the plane")
  static let ridge = Metric("ridge", "distance of the sum of x and y from 1")
  static let steepness = Metric("steepness", "grows beyond all bounds at x = 1")
  static let nothing = Metric("nothing", "0")
  static let never = Metric("never", "has no value", absent: "never")

  static let name = "plane"
  static let summary = "Shows what it was told."
  static let knobs: [any AnyKnob] = [x, y, home, rate, mode, side]
  static let metrics = [
    metricX, metricY, metricHome, metricRate, metricMode, metricSide, gate, distance, ridge,
    steepness, nothing,
    never,
  ]
  static let figures: [FigureKind] = []
  static let findings: [FindingKind] = []
  static let usesChance = false

  static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    var outcome = Outcome()
    outcome[metricX] = settings[x]
    outcome[metricY] = settings[y]
    outcome[metricHome] = settings[home]
    outcome[metricRate] = settings[rate]
    outcome[metricMode] = Mode.allCases.firstIndex(of: settings[mode]).map(Double.init)
    outcome[metricSide] = Side.allCases.firstIndex(of: settings[side]).map(Double.init)
    outcome[gate] = settings[mode] == .right ? 0 : max(0, abs(settings[rate] - 0.03) - 0.01)
    outcome[distance] = max(abs(settings[x] - 0.5), abs(settings[y] - 0.5))
    outcome[ridge] = abs(settings[x] + settings[y] - 1)
    outcome[steepness] = settings[x] < 1 ? 1 / (1 - settings[x]) : .infinity
    outcome[nothing] = 0
    return outcome
  }
}

/// A simulation of chance, with a band of one knob in which it is known how much chance there is.
enum Dice: Simulation {
  static let x = Knob<Double>("x", .linear(0...1), default: 0, "where to stand")
  static let luck = Knob<Double>("luck", .linear(0...1), default: 1, "how often the band wins")
  static let spread = Knob<Double>("spread", .linear(0...1), default: 0.01, "of the error")

  static let win = Metric("win", "1 or 0; never more than 0 outside of 0.4 … 0.5")
  static let error = Metric("error", "distance of x from 0.5, with noise")
  static let weather = Metric("weather", "0 … 1, whatever is turned")
  static let fixed = Metric("fixed", "x, on every seed", isExact: true)

  static let name = "dice"
  static let summary = "Rolls dice."
  static let knobs: [any AnyKnob] = [x, luck, spread]
  static let metrics = [win, error, weather, fixed]
  static let figures: [FigureKind] = []
  static let findings: [FindingKind] = []
  static let usesChance = true

  static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let x = settings[Self.x]
    let isInside = (0.395...0.505).contains(x)
    let noise = (0..<12).map { uniform(seed, stream: 2 + $0) }.reduce(-6, +)
    var outcome = Outcome()
    outcome[win] = isInside && uniform(seed, stream: 0) < settings[luck] ? 1 : 0
    outcome[error] = abs(x - 0.5) + settings[spread] * noise
    outcome[weather] = uniform(seed, stream: 1)
    outcome[fixed] = x
    return outcome
  }

  /// A number in 0 ..< 1.
  static func uniform(_ seed: UInt64, stream: UInt64) -> Double {
    Garbage.fraction(of: seed ^ stream << 40)
  }
}

/// A simulation whose knob takes whole numbers.
enum Counter: Simulation {
  static let count = Knob<Int>("count", 1...30, default: 1, "how many")
  static let double = Metric("double", "twice as many", .count)

  static let name = "counter"
  static let summary = "Counts."
  static let knobs: [any AnyKnob] = [count]
  static let metrics = [double]
  static let figures: [FigureKind] = []
  static let findings: [FindingKind] = []
  static let usesChance = false

  static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    var outcome = Outcome()
    outcome[double] = Double(2 * settings[count])
    return outcome
  }
}
