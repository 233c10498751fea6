/// Estimating a mean by stochastic gradient descent, its error known exactly.
///
/// The loss of an example xᵢ is ½(w − xᵢ)²; the examples have mean 0 and variance 1, and w starts
/// at 5. With a = 1 − η, update t leaves wₜ = a·wₜ₋₁ + η·x̄ₜ, so E[wₜ²] is a bias², 25·a²ᵗ, plus the
/// variance of Σ aᵗ⁻ᵏ·η·x̄ₖ. Independent batches add η²/B at every update. Batches without
/// replacement from N examples have variance (N − B)/(B(N − 1)) and covariance −1/(N − 1) within
/// an epoch (Cochran 1977, theorems 2.2 and 2.3), so r of them in a row add up to
/// η²/(N − 1)·((N/B)·Σ a²ᵏ − (Σ aᵏ)²), the sums over k = 0 … r − 1; epochs are independent.
struct MeanEstimation {
  /// Where w starts: five standard deviations of the examples from their mean.
  static let start = 5.0

  /// How many examples there are.
  static let examples = 512

  let rate: Double
  let batchSize: Int

  /// The variance of a batch's mean gradient, wherever w is.
  let gradientVariance: Double

  /// Variances that an epoch's first batches add: none, one, two … all.
  private let withinEpoch: [Double]

  /// - Precondition: a batch holds at least one example and at most all of them.
  init(
    rate: Double, batchSize: Int, sampling: BatchNoise.Sampling,
    examples: Int = MeanEstimation.examples
  ) {
    precondition((1...examples).contains(batchSize), "a batch of \(batchSize) of \(examples)")
    self.rate = rate
    self.batchSize = batchSize
    let population = Double(examples)
    let batch = Double(batchSize)
    switch sampling {
    case .withReplacement:
      gradientVariance = 1 / batch
      withinEpoch = [0, rate * rate / batch]
    case .epochShuffle:
      gradientVariance = (population - batch) / (batch * (population - 1))
      let kept = 1 - rate
      var power = 1.0
      var sum = 0.0
      var sumOfSquares = 0.0
      var variances = [0.0]
      for _ in 0..<(examples / batchSize) {
        sum += power
        sumOfSquares += power * power
        power *= kept
        variances.append(
          rate * rate / (population - 1) * (population / batch * sumOfSquares - sum * sum))
      }
      withinEpoch = variances
    }
  }

  /// The stationary variance of w under independent batches: η/(B(2 − η)).
  var noiseFloor: Double { rate / (Double(batchSize) * (2 - rate)) }

  /// What is left of the start, squared.
  func squaredBias(after updates: Int) -> Double {
    Self.start * Self.start * ((1 - rate) * (1 - rate)).raised(to: updates)
  }

  /// The variance of w.
  func variance(after updates: Int) -> Double {
    let epoch = withinEpoch.count - 1
    let (epochs, rest) = updates.quotientAndRemainder(dividingBy: epoch)
    let keptAnUpdate = (1 - rate) * (1 - rate)
    let keptAnEpoch = keptAnUpdate.raised(to: epoch)
    let atLastEpoch =
      withinEpoch[epoch] * (1 - keptAnEpoch.raised(to: epochs)) / (1 - keptAnEpoch)
    return withinEpoch[rest] + keptAnUpdate.raised(to: rest) * atLastEpoch
  }

  /// The expectation of w².
  func squaredError(after updates: Int) -> Double {
    squaredBias(after: updates) + variance(after: updates)
  }
}
