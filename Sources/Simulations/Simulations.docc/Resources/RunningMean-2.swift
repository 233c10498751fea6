import Experiments
import Learning

/// A running mean of noisy values: how much noise it keeps.
package enum RunningMean: Simulation {
  package static let name = "running-mean"
  package static let summary = "A running mean of noisy values: how much noise it keeps"
  package static let usesChance = true

  // What it takes

  static let smoothing = Knob<Double>(
    "smoothing", .linear(0...0.99), default: 0.5, "share of the old mean that each value leaves")
  static let values = Knob<Int>(
    "values", 200...20_000, .log, default: 5000, "how many values are averaged")

  package static let knobs: [any AnyKnob] = [smoothing, values]
}
