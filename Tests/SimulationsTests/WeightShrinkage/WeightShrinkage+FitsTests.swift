import Learning
import Testing

@testable import Simulations

@Suite struct RidgeFitsTests {
  /// Loss, degrees of freedom and shares of 4000 fits against theory, within 4.5 standard errors.
  @Test(arguments: [1e-3, 0.06, 0.25, 3], [(20, 1.0), (60, 0.4)])
  func fitsAgreeWithTheory(decay: Double, data: (examples: Int, noise: Double)) {
    let count = 4000
    let fits = RidgeFits(
      decay: decay, examples: data.examples, noise: data.noise, count: count, seed: 3)
    let shares = fits.model.ridgeShares(decay)

    let losses = (0..<count).map { fit in
      zip(fits.weights(fit, decay: decay), RidgeFits.eigenvalues).reduce(0) {
        $0 + $1.1 * ($1.0 - 0.6) * ($1.0 - 0.6)
      }
    }
    let mean = losses.reduce(0, +) / Double(count)
    let squares = losses.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    #expect(abs(mean - fits.trueLoss(decay: decay)) < 1e-12)
    let error = (squares / Double(count * (count - 1))).squareRoot()
    #expect(abs(mean - fits.model.ridgeRisk(decay)) <= 4.5 * error)

    // The variance of a direction's part is twice the square of its share.
    let freedom = (2 * shares.reduce(0) { $0 + $1 * $1 } / Double(count)).squareRoot()
    #expect(abs(fits.degreesOfFreedom - fits.model.degreesOfFreedom(decay)) <= 4.5 * freedom)

    for (direction, eigenvalue) in RidgeFits.eigenvalues.enumerated() {
      let spread = data.noise / (eigenvalue * Double(data.examples * count)).squareRoot() / 0.6
      #expect(abs(fits.shares[direction] / shares[direction] - 1) <= 4.5 * spread)
    }
  }

  /// The closed form is where gradient descent on the loss with the penalty ends.
  @Test func trainingWithThePenaltyEndsThere() {
    let decay = 0.2
    let fits = RidgeFits(decay: decay, examples: 20, noise: 1, count: 1, seed: 5)
    var weights = [Double](repeating: 0, count: 5)
    var optimizer = Penalized(GradientDescent(), .squares(decay))
    for _ in 0..<2000 {
      let gradients = (0..<5).map { RidgeFits.eigenvalues[$0] * weights[$0] - fits.moments[0][$0] }
      var parameters = weights.mutableSpan
      optimizer.step(parameters: &parameters, gradients: gradients.span, rate: 0.2)
    }
    for (trained, closed) in zip(weights, fits.weights(0, decay: decay)) {
      #expect(abs(trained - closed) < 1e-12)
    }
  }

  /// No decay of a fine grid is better than the best.
  @Test(arguments: [(20, 1.0), (200, 0.1), (10, 3)]) func theBestIsBest(
    examples: Int, noise: Double
  ) {
    let fits = RidgeFits(decay: 1, examples: examples, noise: noise, count: 1, seed: 1)
    var decay = 1e-4
    while decay < 100 {
      #expect(fits.model.ridgeRisk(decay) >= fits.best.loss * (1 - 1e-12))
      decay *= 1.01
    }
  }
}
