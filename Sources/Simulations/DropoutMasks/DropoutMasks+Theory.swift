/// A linear model whose features are dropped at random, averaged over every mask there is.
///
/// A feature is dropped with probability p; one that stays is multiplied by 1/(1 − p). The mean
/// squared error then has the expectation
/// E[mean (y − Xₘw)²] = mean (y − Xw)² + p/(1 − p) · Σⱼ mean(Xⱼ²)wⱼ².
///
/// Source: Srivastava and others 2014, "Dropout", §9.1.
struct MaskedLinearModel {
  /// Row-major, one column a feature.
  let features: [Double]
  let targets: [Double]
  let weights: [Double]

  private let sums: [MaskSums]

  /// What one mask answers before scaling: over the rows, means of its square and of its product
  /// with the target, and how many features it keeps.
  private struct MaskSums {
    let square: Double
    let product: Double
    let kept: Int
  }

  /// - Precondition: as many features as rows times weights, at most 16 weights.
  init(features: [Double], targets: [Double], weights: [Double]) {
    precondition(features.count == targets.count * weights.count, "one weight a feature")
    precondition(weights.count <= 16, "the masks of so many features are too many")
    self.features = features
    self.targets = targets
    self.weights = weights
    sums = (0..<(1 << weights.count)).map { mask in
      var (square, product) = (0.0, 0.0)
      for row in targets.indices {
        var answer = 0.0
        for column in weights.indices where mask >> column & 1 == 1 {
          answer += features[row * weights.count + column] * weights[column]
        }
        square += answer * answer
        product += answer * targets[row]
      }
      let rows = Double(targets.count)
      return MaskSums(square: square / rows, product: product / rows, kept: mask.nonzeroBitCount)
    }
  }

  /// How many masks there are: 2 to the power of the features.
  var maskCount: Int { sums.count }

  private var meanSquare: Double {
    targets.reduce(0) { $0 + $1 * $1 } / Double(targets.count)
  }

  /// The mean squared error with nothing dropped, which is that of evaluation.
  var plainError: Double { error(keeping: maskCount - 1, at: 0) }

  /// The mean squared error under one mask; bit j says whether feature j stays.
  func error(keeping mask: Int, at probability: Double) -> Double {
    let scale = Self.scale(probability)
    let sum = sums[mask]
    return meanSquare - 2 * scale * sum.product + scale * scale * sum.square
  }

  /// The mean squared error averaged over every mask, each with its probability.
  func enumeratedError(at probability: Double) -> Double {
    expectation(at: probability) { error(keeping: $0, at: probability) }
  }

  /// The mean of mask/(1 − p) over all masks and features: 1, and 0 where all are dropped.
  func meanMask(at probability: Double) -> Double {
    let scale = Self.scale(probability)
    return expectation(at: probability) { scale * share(keeping: $0) }
  }

  /// The share of features that a mask keeps.
  func share(keeping mask: Int) -> Double { Double(sums[mask].kept) / Double(weights.count) }

  /// What the formula says dropout adds to the error; nil at p = 1, where it has no value.
  func predictedPenalty(at probability: Double) -> Double? {
    guard probability < 1 else { return nil }
    var sum = 0.0
    for row in targets.indices {
      for column in weights.indices {
        let part = features[row * weights.count + column] * weights[column]
        sum += part * part
      }
    }
    return probability / (1 - probability) * sum / Double(targets.count)
  }

  /// By what a feature that stays is multiplied; 0 where none can, so that nothing is 0 · ∞.
  static func scale(_ probability: Double) -> Double {
    probability < 1 ? 1 / (1 - probability) : 0
  }

  private func expectation(at probability: Double, of value: (Int) -> Double) -> Double {
    let count = weights.count
    // The probability of a mask depends only on how many features it keeps.
    let chances = (0...count).map {
      (1 - probability).raised(to: $0) * probability.raised(to: count - $0)
    }
    return sums.indices.reduce(0) { $0 + chances[sums[$1].kept] * value($1) }
  }
}
