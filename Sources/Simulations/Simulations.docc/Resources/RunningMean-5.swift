import Experiments
import Learning
import Numerics

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

  static let trace = FigureKind("trace", "the first hundred values, and the mean that follows")

  package static let figures = [trace]

  // What it finds

  static let noisy = FindingKind("noisy", "more than a tenth of the noise is kept")
  static let smooth = FindingKind("smooth", "at most a tenth of the noise is kept")

  package static let findings = [noisy, smooth]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let kept = settings[smoothing]
    let count = settings[values]
    let theory = (1 - kept) / (1 + kept)

    var stream = RandomStream(seed: seed, "values")
    var mean = stream.normal() * Elementary.squareRoot(theory)
    var squares = (values: 0.0, means: 0.0)
    for _ in 0..<count {
      let value = stream.normal()
      mean = kept * mean + (1 - kept) * value
      squares.values += value * value
      squares.means += mean * mean
    }

    var outcome = Outcome()
    let measured = squares.means / squares.values
    outcome[noiseKept] = measured
    outcome[predictedNoise] = theory
    return outcome
  }
}
