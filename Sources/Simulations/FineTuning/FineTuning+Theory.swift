import Experiments
import Numerics

/// What fine-tuning a linear model loses on both tasks, in expectation.
///
/// The features have X'X/n = diag(λ) exactly, and in each direction the pretrained weight is δ off the
/// new task's. Descent from there goes the part 1 − s of the way to the best fit, s = (1 − ηλ)ᵗ, and a
/// share α of that is kept: k = α(1 − s). The best fit is off by noise of variance σ²/(nλ), so the new
/// task's loss is Σλ[(1 − k)²δ² + k²σ²/(nλ)], and the old one's Σλk²[δ² + σ²/(nλ)].
/// Sources: Ali, Kolter & Tibshirani 2019 (descent from zero); Wortsman et al. 2022 (the share).
struct TuningTheory {
  static let curvatures = [4, 1, 0.25, 0.06, 0.015]

  /// Where the new task's weights are in every direction; the noise's variance is 1.
  static let rightWeight = 0.6

  /// δ: how far the pretrained weights are off, in every direction.
  let offset: Double

  /// n: how many examples of the new task there are.
  let examples: Int

  /// How many directions are tuned, the steepest first.
  let directions: Int

  init(distance: Double, examples: Int, directions: Int) {
    offset = distance * Self.rightWeight
    self.examples = examples
    self.directions = directions
  }

  /// How far each direction comes on its way to the best fit.
  func kept(rate: Double, steps: Int, share: Double) -> [Double] {
    Self.curvatures.enumerated().map { direction, curvature in
      direction < directions ? share * (1 - (1 - rate * curvature).raised(to: steps)) : 0
    }
  }

  /// The loss of a direction on the new task that has come so far.
  func target(_ direction: Int, kept: Double) -> Double {
    let left = (1 - kept) * offset
    return Self.curvatures[direction] * left * left + kept * kept / Double(examples)
  }

  /// The loss on the new task.
  func target(_ kept: [Double]) -> Double {
    kept.enumerated().reduce(0) { $0 + target($1.offset, kept: $1.element) }
  }

  /// The loss on the old task, whose right weights are the pretrained ones.
  func source(_ kept: [Double]) -> Double {
    zip(kept, Self.curvatures).reduce(0) { sum, direction in
      let (kept, curvature) = direction
      return sum + kept * kept * (curvature * offset * offset + 1 / Double(examples))
    }
  }

  /// D = Σλδ²: the new task's loss before anything is tuned.
  var untouched: Double { target(Self.curvatures.map { _ in 0 }) }

  /// dσ²/n: its loss where everything is tuned to the end.
  var converged: Double { Double(Self.curvatures.count) / Double(examples) }

  /// The rate of the knob's range with the lowest loss on the new task, and that loss.
  ///
  /// Coarse by ratios, then by thirds around the lowest.
  func best(steps: Int, share: Double) -> (rate: Double, loss: Double) {
    func loss(_ rate: Double) -> Double {
      target(kept(rate: rate, steps: steps, share: share))
    }
    let rates = Spacing.values(201, over: FineTuning.rates, .log)
    let losses = rates.map(loss)
    let lowest = losses.indices.reduce(0) { losses[$1] < losses[$0] ? $1 : $0 }
    var low = rates[max(0, lowest - 1)]
    var high = rates[min(rates.count - 1, lowest + 1)]
    for _ in 0..<60 {
      let third = (high - low) / 3
      if loss(low + third) < loss(high - third) { high -= third } else { low += third }
    }
    let middle = (low + high) / 2
    return loss(middle) < losses[lowest] ? (middle, loss(middle)) : (rates[lowest], losses[lowest])
  }
}

extension FineTuning {
  /// The range of rates in which the best is looked for and pictures are drawn.
  static let rates = 1e-3...0.4
}
