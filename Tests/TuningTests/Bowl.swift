import Experiments
import Numerics

/// A simulation whose best setting is known: x = 1, where the loss is 0 but for its noise.
enum Bowl: Simulation {
  static let name = "bowl"
  static let summary = "A bowl."
  static let x = Knob<Double>("x", .linear(-2...2), default: 0, "where one stands")
  static let steps = Knob<Int>("steps", 1...99, default: 1, "what does nothing")
  static let mode = Knob<Mode>("mode", default: .a, "what does nothing either")

  enum Mode: String, CaseIterable, KnobValue { case a, b }

  static let knobs: [any AnyKnob] = [x, steps, mode]
  static let loss = Metric("loss", "how high one stands", better: .lower)
  static let depth = Metric("depth", "how deep one stands", better: .higher)
  static let place = Metric("place", "where one stands")
  static let seed = Metric("seed", "the seed")
  static let metrics = [loss, depth, place, seed]
  static let figures: [FigureKind] = []
  static let findings: [FindingKind] = []
  static let usesChance = true

  static func run(_ settings: Settings, seed number: UInt64) -> Outcome {
    var stream = RandomStream(seed: number, "noise")
    let distance = settings[x] - 1
    var outcome = Outcome()
    // Where there is no way down the loss has no value.
    if settings[x] > -2 { outcome[loss] = distance * distance + 1e-3 * stream.uniform() }
    outcome[depth] = outcome[loss].map { -$0 }
    outcome[place] = settings[x]
    outcome[seed] = Double(number)
    outcome.cost.updates = settings[steps]
    return outcome
  }

  static func at(_ knob: String, _ value: String) throws -> Settings {
    var settings = defaults
    try settings.turn(knob, to: value)
    return settings
  }
}
