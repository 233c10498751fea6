import Experiments
import Numerics

/// The indices of Ishigami's function from one set of points.
struct SampledDesign {
  let samples: Int
  let sampling: SensitivityIndices.Sampling
  let seed: UInt64
  let estimate: SobolEstimate

  init(samples: Int, sampling: SensitivityIndices.Sampling, seed: UInt64) {
    self = Self.all([samples], sampling: sampling, seed: seed)[0]
  }

  /// Designs of several sizes, of which smaller ones are the start of larger ones; each as it would be
  /// alone.
  static func all(_ sizes: [Int], sampling: SensitivityIndices.Sampling, seed: UInt64)
    -> [SampledDesign]
  {
    let points = sampling.points(sizes.max() ?? 0, dimensions: 6, seed: seed)
    let values = Ishigami.values(points)
    return sizes.map { size in
      SampledDesign(
        samples: size, sampling: sampling, seed: seed,
        estimate: SobolEstimate(
          base: Array(values.base.prefix(size)), other: Array(values.other.prefix(size)),
          mixed: values.mixed.map { Array($0.prefix(size)) }))
    }
  }

  private init(
    samples: Int, sampling: SensitivityIndices.Sampling, seed: UInt64, estimate: SobolEstimate
  ) {
    self.samples = samples
    self.sampling = sampling
    self.seed = seed
    self.estimate = estimate
  }

  /// How far each index is off, first-order ones before total ones.
  var errors: [Double] {
    zip(estimate.first + estimate.total, Ishigami.first + Ishigami.total).map { $0 - $1 }
  }

  var worstError: Double { errors.reduce(0) { max($0, $1.magnitude) } }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    [(SensitivityIndices.worstError, worstError)]
      + Array(zip(SensitivityIndices.first, estimate.first))
      + Array(zip(SensitivityIndices.total, estimate.total))
      + Array(zip(SensitivityIndices.exactFirst, Ishigami.first))
      + Array(zip(SensitivityIndices.exactTotal, Ishigami.total))
      + [(SensitivityIndices.evaluations, Double(5 * samples))]
  }

  var findings: [Finding] {
    func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }
    let worst = Finding(
      SensitivityIndices.verdict(worstError: worstError), predicted: nil, measured: worstError,
      "of the six indices the worst is \(text(worstError)) off after \(5 * samples) evaluations.")
    let least = estimate.first.min() ?? 0
    let below = Finding(
      SensitivityIndices.belowNothing, predicted: nil, measured: least,
      "the least of the first-order indices is estimated as \(text(least)); no share is below 0, so "
        + "that is how rough the estimates are.")
    let together = Finding(
      SensitivityIndices.interaction, predicted: Ishigami.total[2], measured: estimate.total[2],
      "by itself the third input explains \(text(Ishigami.first[2])) of the variance, "
        + "\(text(estimate.first[2])) measured; with the first it has a part in "
        + "\(text(Ishigami.total[2])), \(text(estimate.total[2])) measured.")
    return [worst] + (least < 0 ? [below] : []) + [together]
  }
}
