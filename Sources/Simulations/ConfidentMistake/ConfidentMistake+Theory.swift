import Learning
import Numerics

/// The way of a log-odds z to 0 under infinitely small steps of gradient descent, in closed form.
///
/// With p = 1/(1 + e⁻ᶻ) cross-entropy gives dz/dt = 1 − p, so the time is ∫(1 + eᶻ)dz; squared error
/// gives p(1 − p)², so it is ∫(1 + eᶻ)³e⁻ᶻdz. Both integrals run from the start to 0.
struct GradientFlow {
  let rule: ConfidentMistake.Rule

  /// The log-odds of the right class at the start, negative.
  let start: Double

  /// The learning rate η, positive.
  let rate: Double

  /// The size of the gradient at some log-odds.
  func gradient(at logOdds: Double) -> Double {
    let right = Elementary.sigmoid(logOdds)
    let wrong = Elementary.sigmoid(-logOdds)
    return switch rule {
    case .squared: right * wrong * wrong
    case .crossEntropy: wrong
    }
  }

  /// The time to the even chance at a rate of 1.
  var time: Double {
    let power = Elementary.exp(start)
    switch rule {
    case .squared:
      return 1 / power - 3 * start + 2.5 - 3 * power - 0.5 * power * power
    case .crossEntropy:
      return 1 - power - start
    }
  }

  /// The steps that this time is worth.
  var steps: Double { time / rate }
}
