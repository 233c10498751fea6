import Experiments
import Numerics

/// Steps from a place at distance 1, all of one length.
struct SphereTrials {
  let step: Double
  let dimensions: Int
  let seed: UInt64

  /// What the logarithm of the distance falls by a step on average, times the dimensions.
  let progress: Double

  /// The share of steps that come nearer.
  let success: Double

  init(step: Double, dimensions: Int, seed: UInt64) {
    self = Self.all([step], dimensions: dimensions, seed: seed)[0]
  }

  /// Trials of several lengths, which meet the same numbers; each as it would be alone.
  static func all(_ steps: [Double], dimensions: Int, seed: UInt64) -> [SphereTrials] {
    let deviations = steps.map { $0 / Double(dimensions) }
    var stream = RandomStream(seed: seed, "steps")
    var gains = [Double](repeating: 0, count: steps.count)
    var successes = [Int](repeating: 0, count: steps.count)
    for _ in 0..<StepProgress.trials {
      let noise = stream.normals(dimensions)
      for first in stride(from: 0, to: steps.count, by: 8) {
        let changes = changes(deviations[first...], noise)
        for index in first..<min(first + 8, steps.count) where changes[index - first] < 0 {
          gains[index] -= 0.5 * Elementary.log1p(changes[index - first])
          successes[index] += 1
        }
      }
    }
    return steps.indices.map {
      SphereTrials(
        step: steps[$0], dimensions: dimensions, seed: seed, gain: gains[$0],
        successes: successes[$0])
    }
  }

  /// From (1, 0, 0 …): 1 more than this is the square of the distance, a lane for each of eight.
  private static func changes(_ deviations: ArraySlice<Double>, _ noise: [Double])
    -> SIMD8<Double>
  {
    var deviation = SIMD8<Double>.zero
    for (lane, value) in deviations.prefix(8).enumerated() { deviation[lane] = value }
    return noise.reduce(2 * deviation * noise[0]) { $0 + deviation * $1 * deviation * $1 }
  }

  private init(step: Double, dimensions: Int, seed: UInt64, gain: Double, successes: Int) {
    self.step = step
    self.dimensions = dimensions
    self.seed = seed
    progress = Double(dimensions) * gain / Double(StepProgress.trials)
    success = Double(successes) / Double(StepProgress.trials)
  }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    [
      (StepProgress.progress, progress),
      (StepProgress.predictedProgress, ManyDimensions.progress(step)),
      (StepProgress.success, success),
      (StepProgress.predictedSuccess, ManyDimensions.success(step)),
      (StepProgress.bestProgress, ManyDimensions.progress(ManyDimensions.bestStep)),
    ]
  }

  var finding: Finding {
    let kind = StepProgress.verdict(step: step)
    let predicted = ManyDimensions.progress(step)
    let words =
      switch kind {
      case StepProgress.tooShort: "The steps are too short: they often succeed and gain little"
      case StepProgress.tooLong: "The steps are too long: they hardly ever succeed"
      default: "The steps are of a good length"
      }
    return Finding(
      kind, predicted: predicted, measured: progress,
      "\(words). \(NumberText.percent(success)) come nearer, and the progress is "
        + "\(NumberText.significant(progress)), \(NumberText.significant(predicted)) in ever more "
        + "dimensions.")
  }
}

/// What theory says of a step in ever more dimensions.
///
/// Source: Rechenberg 1973, "Evolutionsstrategie"; Beyer 2001, "The Theory of Evolution Strategies".
enum ManyDimensions {
  /// s e^(−s²/8)/√(2π) − ½s²Φ(−s/2) for a step of length s.
  static func progress(_ step: Double) -> Double {
    step * Elementary.normalDensity(step / 2)
      - step * step / 2 * Elementary.normalDistribution(-step / 2)
  }

  static func success(_ step: Double) -> Double { Elementary.normalDistribution(-step / 2) }

  /// The step of the most progress, where its slope φ(s/2) − sΦ(−s/2) is 0; found by halving.
  static let bestStep: Double = {
    var (low, high) = (1.0, 2.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let slope =
        Elementary.normalDensity(middle / 2) - middle * Elementary.normalDistribution(-middle / 2)
      if slope > 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }()
}

extension StepProgress {
  /// What a step is found to be, by its progress in ever more dimensions.
  static func verdict(step: Double) -> FindingKind {
    let best = ManyDimensions.progress(ManyDimensions.bestStep)
    if ManyDimensions.progress(step) >= 0.9 * best { return goodStep }
    return step < ManyDimensions.bestStep ? tooShort : tooLong
  }
}
