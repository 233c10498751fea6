import Experiments

/// A simulation with more numbers than a grid covers.
enum Desk: Simulation {
  enum Lamp: String, CaseIterable, KnobValue { case off, on }

  static let a = Knob<Double>("a", .linear(0...1), default: 0, "should be near 0.6")
  static let b = Knob<Double>("b", .linear(0...1), default: 0, "the same")
  static let c = Knob<Double>("c", .linear(0...1), default: 0.5, "should not be late")
  static let d = Knob<Double>("d", .linear(0...1), default: 0.5, "the same")
  static let e = Knob<Double>("e", .linear(0...1), default: 0.5, "the same")
  static let count = Knob<Int>("count", 1...40, default: 20, "whole, and should be few")
  static let lamp = Knob<Lamp>("lamp", default: .on, "a choice")

  static let off = Metric("off", "the larger distance of a and b from 0.6", isExact: true)
  static let late = Metric("late", "the largest of c, d and e", isExact: true)
  static let latest = Metric("latest", "the larger of c and d", isExact: true)
  static let much = Metric("much", "the count over 40", isExact: true)
  static let bent = Metric("bent", "off, and a little of c", isExact: true)
  static let stripes = Metric(
    "stripes", "distance of a from the nearest multiple of 0.03, in those")
  static let seen = Metric("seen", "off, with noise; worse without light")

  static let name = "desk"
  static let summary = "Has seven knobs."
  static let knobs: [any AnyKnob] = [a, b, c, d, e, count, lamp]
  static let metrics = [off, late, latest, much, bent, stripes, seen]
  static let figures: [FigureKind] = []
  static let findings: [FindingKind] = []
  static let usesChance = true

  static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let distance = max(abs(settings[a] - 0.6), abs(settings[b] - 0.6))
    let noise = (0..<12).map { Dice.uniform(seed, stream: $0) }.reduce(-6, +)
    let place = settings[a] / 0.03
    var outcome = Outcome()
    outcome[off] = distance
    outcome[late] = max(settings[c], settings[d], settings[e])
    outcome[latest] = max(settings[c], settings[d])
    outcome[much] = Double(settings[count]) / 40
    outcome[bent] = distance + 0.02 * settings[c]
    outcome[stripes] = abs(place - place.rounded())
    outcome[seen] = distance + 0.01 * noise + (settings[lamp] == .on ? 0 : 1)
    return outcome
  }
}
