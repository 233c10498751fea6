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

  // What it gives

  static let predictedNoise = Metric(
    "predicted-noise", "(1 − smoothing) / (1 + smoothing)", isExact: true)
  static let noiseKept = Metric(
    "noise-kept", "variance of the mean over that of the values",
    theory: .limit(predictedNoise, as: values, .grows))

  package static let metrics = [noiseKept, predictedNoise]
}
