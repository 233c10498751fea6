/// Gradient descent on ½(w₁² + κw₂²) from (1, 1) in closed form.
///
/// Every step multiplies w₁ by 1 − η and w₂ by 1 − κη, so nothing has to be simulated. Sources:
/// Goh 2017, "Why momentum really works", section "Choosing a step-size"; Nesterov 2004, §1.2.3.
struct QuadraticDescent {
  /// The learning rate η, positive.
  let rate: Double

  /// The steep direction's curvature κ, at least that of the shallow one, which is 1.
  let curvature: Double

  /// The learning rate from which on the steep direction no longer shrinks.
  var edge: Double { 2 / curvature }

  /// Whether the rate is the edge, up to the rounding of decimal numbers.
  var isNeutral: Bool { abs(rate * curvature - 2) <= 4 * (2.0).ulp }

  /// Whether the distance never shrinks: at the edge or past it.
  var isUnstable: Bool { isNeutral || rate * curvature > 2 }

  /// What a step multiplies w₁ by.
  var shallowFactor: Double { 1 - rate }

  /// What a step multiplies w₂ by.
  var steepFactor: Double { isNeutral ? -1 : 1 - rate * curvature }

  /// What a step multiplies the distance from the minimum by, in the long run.
  var growth: Double { max(abs(shallowFactor), abs(steepFactor)) }

  /// Descent at the rate 2/(1 + κ), at which both directions shrink alike and none faster.
  var atBestRate: QuadraticDescent {
    QuadraticDescent(rate: 2 / (1 + curvature), curvature: curvature)
  }

  /// The loss after so many steps over the loss at the start.
  func relativeLoss(after steps: Int) -> Double {
    let shallow = (shallowFactor * shallowFactor).raised(to: steps)
    let steep = (steepFactor * steepFactor).raised(to: steps)
    return (shallow + curvature * steep) / (1 + curvature)
  }

  /// The first step after which the loss is at most this share of the loss at the start.
  ///
  /// Nil where the loss does not shrink, or so slowly that the steps cannot be counted.
  func steps(toRelativeLoss target: Double) -> Int? {
    guard !isUnstable, growth < 1 else { return nil }
    var high = 1
    while relativeLoss(after: high) > target {
      guard high < 1 << 53 else { return nil }
      high *= 2
    }
    var low = high / 2
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if relativeLoss(after: middle) > target { low = middle } else { high = middle }
    }
    return high
  }
}
