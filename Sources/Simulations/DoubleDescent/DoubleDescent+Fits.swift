import Experiments
import Learning
import Numerics

/// Models fitted to the same examples with more and more of their features.
struct FeatureDescent {
  /// What the models with so many features do.
  struct Fits {
    let features: Int

    /// The excess error of every model, from the best to the worst.
    let errors: [Double]

    /// The median over the models of their error on their own examples.
    let trainingError: Double

    var medianError: Double { errors[errors.count / 2] }
    var meanError: Double { errors.reduce(0, +) / Double(errors.count) }
  }

  let theory: RandomFeatureRisk

  /// The models with the chosen number of features.
  let chosen: Fits

  /// What the chosen number of features takes; pictures are not counted.
  let cost: Cost
  private let seed: UInt64

  /// The numbers of features at which the curve has dots, whatever the examples.
  private static let shown = [1, 2, 4, 7, 12, 20, 28, 35, 50, 65, 90, 120, 160, 200]

  init(_ theory: RandomFeatureRisk, features: Int, seed: UInt64) {
    self.theory = theory
    self.seed = seed
    chosen = Self.fits(Self.samples(theory, seed), theory, features)
    let (small, large) = (min(features, theory.examples), max(features, theory.examples))
    let work =
      small * (small + 1) / 2 * large + small * small * small / 6 + small * small
      + 2 * features * theory.examples
    cost = Cost(
      multiplyAdds: DoubleDescent.trials * work,
      bytes: 8 * DoubleDescent.trials * theory.examples * (DoubleDescent.available + 1))
  }

  /// The fits of the curve, by number of features: made anew for the picture alone.
  func curve() -> [Fits] {
    let samples = Self.samples(theory, seed)
    return Set(Self.shown + [theory.examples, chosen.features]).sorted().map { count in
      count == chosen.features ? chosen : Self.fits(samples, theory, count)
    }
  }

  private static func samples(_ theory: RandomFeatureRisk, _ seed: UInt64) -> [Sample] {
    (0..<DoubleDescent.trials).map { Sample(theory, seed: seed, number: $0) }
  }

  private static func fits(_ samples: [Sample], _ theory: RandomFeatureRisk, _ features: Int)
    -> Fits
  {
    let results = samples.map { $0.fit(theory, features) }
    return Fits(
      features: features, errors: results.map(\.error).sorted(),
      trainingError: results.map(\.training).sorted()[results.count / 2])
  }
}

/// Examples of one model: all features, of which a fit uses the first, and the targets.
private struct Sample {
  let features: [Double]
  let targets: [Double]

  init(_ theory: RandomFeatureRisk, seed: UInt64, number: Int) {
    var data = RandomStream(seed: seed, "data", number)
    var noise = RandomStream(seed: seed, "noise", number)
    let features = data.normals(theory.examples * theory.weights.count)
    targets = noise.normals(theory.examples).enumerated().map { row, draw in
      let first = row * theory.weights.count
      return theory.weights.indices.reduce(theory.noise * draw) {
        $0 + theory.weights[$1] * features[first + $1]
      }
    }
    self.features = features
  }

  /// The excess error of the fit with the first features, and the error on the examples.
  func fit(_ theory: RandomFeatureRisk, _ count: Int) -> (error: Double, training: Double) {
    let width = theory.weights.count
    var used: [Double] = []
    used.reserveCapacity(targets.count * count)
    for row in targets.indices { used += features[row * width..<row * width + count] }
    // Normal draws have full rank; without it the model would answer 0.
    let fitted =
      LeastSquares.minimumNorm(features: used, targets: targets, columns: count)
      ?? Array(repeating: 0, count: count)
    var error = theory.missed(count)
    for (weight, truth) in zip(fitted, theory.weights) {
      error += (weight - truth) * (weight - truth)
    }
    var training = 0.0
    for row in targets.indices {
      var residual = targets[row]
      for column in 0..<count { residual -= used[row * count + column] * fitted[column] }
      training += residual * residual
    }
    return (error, training / Double(targets.count))
  }
}

// What was found, in words

extension FeatureDescent {
  var finding: Finding {
    let (p, n) = (chosen.features, theory.examples)
    let counts = "\(NumberText.count(p, "feature")), \(NumberText.count(n, "example"))"
    guard let risk = theory.risk(p) else {
      return Finding(
        DoubleDescent.atThePeak, predicted: nil, measured: chosen.medianError,
        "\(counts): \(freedom). The mean error is infinite by theory; the median of "
          + "\(DoubleDescent.trials) models is \(Self.text(chosen.medianError)).")
    }
    let numbers =
      "mean error \(Self.text(risk)) by theory, \(Self.text(chosen.meanError)) measured, of which "
      + "\(Self.text(theory.missed(p))) is features that the model does not get"
    if p < n {
      return Finding(
        DoubleDescent.fewFeatures, predicted: risk, measured: chosen.meanError,
        "\(counts): \(numbers).")
    }
    return Finding(
      DoubleDescent.manyFeatures, predicted: risk, measured: chosen.meanError,
      "\(counts): many weights pass through every target, and the shortest are taken; \(numbers).")
  }

  /// What so many features can do near the peak.
  private var freedom: String {
    let left = chosen.features - theory.examples
    if left < 0 { return "one too few to pass through every target" }
    return left == 0
      ? "just enough freedom to pass through every target, and none to choose how"
      : "one more than it takes to pass through every target, and the shortest weights are taken"
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }
}
