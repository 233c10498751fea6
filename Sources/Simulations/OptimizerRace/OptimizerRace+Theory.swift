import Learning
import Numerics

/// A bowl of two parameters, turned against them: ½(s² + l²/κ).
struct Valley {
  /// Curvature across over curvature along, κ; the curvature across is 1.
  let condition: Double

  /// The direction along the valley; the direction across is (−y, x).
  let along: SIMD2<Double>

  init(condition: Double, degrees: Double) {
    self.condition = condition
    // At 45° both are the same number, which two separate roundings need not give.
    if degrees == 45 {
      along = SIMD2(repeating: Elementary.squareRoot(0.5))
    } else {
      let angle = degrees * (.pi / 180)
      along = SIMD2(Elementary.cos(angle), Elementary.sin(angle))
    }
  }

  /// Both curvatures: along the valley, across it.
  var curvatures: SIMD2<Double> { SIMD2(1 / condition, 1) }

  /// The place so far along the valley and across it.
  func place(along l: Double, across s: Double) -> SIMD2<Double> {
    SIMD2(l * along.x - s * along.y, l * along.y + s * along.x)
  }

  /// How far a place lies along the valley and across it.
  func distances(_ place: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(along.x * place.x + along.y * place.y, along.x * place.y - along.y * place.x)
  }

  /// The loss at a place; what overflowed, and so is no number any more, is infinitely high.
  func loss(_ place: SIMD2<Double>) -> Double {
    let distances = distances(place)
    let loss = 0.5 * (distances.x * distances.x / condition + distances.y * distances.y)
    return loss.isNaN ? .infinity : loss
  }

  func gradient(_ place: SIMD2<Double>) -> SIMD2<Double> {
    let distances = distances(place)
    return self.place(along: distances.x / condition, across: distances.y)
  }
}

/// Gradient descent with momentum along one direction of a bowl, as a recursion of two steps.
///
/// Without noise, w_{t+1} = t·w_t − d·w_{t−1}: for the heavy ball t = 1 + β − ηλ and d = β, for
/// Nesterov's momentum t = (1 + β)(1 − ηλ) and d = β(1 − ηλ), for β = 0 plain gradient descent. The
/// larger root of r² − tr + d is the factor a step in the long run. It is least, over all curvatures
/// from 1/κ to 1, at η = 4/(3 + 1/κ) and β = (√(3κ + 1) − 2)/(√(3κ + 1) + 2) for Nesterov's momentum,
/// whose factor then is 1 − 2/√(3κ + 1). Sources: Polyak 1964; Goh 2017,
/// "Why momentum really works"; Lessard, Recht & Packard 2016.
struct MomentumTheory {
  let rate: Double
  let momentum: Double
  let looksAhead: Bool

  /// The curvatures of all directions; the largest is 1.
  let curvatures: SIMD2<Double>

  /// The theory of an optimizer; nil for those whose step is not proportional to the slope.
  init?(
    _ runner: OptimizerRace.Runner, rate: Double, momentum: Double, curvatures: SIMD2<Double>
  ) {
    switch runner {
    case .gradientDescent: (self.momentum, looksAhead) = (0, false)
    case .momentum: (self.momentum, looksAhead) = (momentum, false)
    case .nesterov: (self.momentum, looksAhead) = (momentum, true)
    case .rmsprop, .adam, .adamw: return nil
    }
    self.rate = rate
    self.curvatures = curvatures
  }

  /// The rate from which on the distance no longer shrinks: 2(1 + β), or 2(1 + β)/(1 + 2β).
  var edge: Double { 2 * (1 + momentum) / (looksAhead ? 1 + 2 * momentum : 1) }

  /// Whether the distance grows without end: past the edge by more than the rounding of decimals.
  var isPastEdge: Bool { rate > edge * (1 + 4 * (1.0).ulp) }

  /// What a step multiplies the distance by in the long run.
  var growth: Double { max(growth(curvatures.x), growth(curvatures.y)) }

  /// The size of the larger root for one curvature.
  private func growth(_ curvature: Double) -> Double {
    let kept = 1 - rate * curvature
    let trace = looksAhead ? (1 + momentum) * kept : momentum + kept
    let product = looksAhead ? momentum * kept : momentum
    let square = trace * trace - 4 * product
    guard square > 0 else { return Elementary.squareRoot(product) }
    return (abs(trace) + Elementary.squareRoot(square)) / 2
  }
}
