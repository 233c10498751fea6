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
