import Experiments
import Numerics

/// The expected error over the grid, and what becomes of it as one knob or both are turned.
struct JointStudy {
  let rate: Double
  let batchSize: Int
  let samples: Int

  /// The learning rates of the grid: 41, spread evenly by ratio.
  static let rates = Spacing.values(41, over: 0.001...1.9, .log)

  /// The batch sizes of the grid: the powers of two.
  static let batchSizes = [1, 2, 4, 8, 16, 32, 64, 128, 256]

  var updates: Int { samples / batchSize }

  /// The expected squared error of a rate and a batch size.
  func error(_ rate: Double, _ batchSize: Int) -> Double {
    MeanEstimation(rate: rate, batchSize: batchSize, sampling: .withReplacement)
      .squaredError(after: samples / batchSize)
  }

  /// The grid's best rate at this batch size.
  var bestRate: Double {
    Self.rates.min { error($0, batchSize) < error($1, batchSize) } ?? rate
  }

  /// The grid's best batch size at this rate.
  var bestBatchSize: Int {
    Self.batchSizes.min { error(rate, $0) < error(rate, $1) } ?? batchSize
  }

  /// How the variance of the logarithm of the error over the grid is shared.
  var effects: FactorialEffects {
    FactorialEffects(
      counts: [Self.batchSizes.count, Self.rates.count],
      values: Self.batchSizes.flatMap { size in
        Self.rates.map { Elementary.log(error($0, size)) }
      })
  }

  /// The mean of w² at the end over runs with batches of their own.
  ///
  /// The mean of a batch of normal examples is normal itself, so that one draw stands for it.
  func simulate(seed: UInt64) -> Double {
    let noise = rate / Elementary.squareRoot(Double(batchSize))
    var sum = 0.0
    for chain in 0..<JointEffect.chains {
      var stream = RandomStream(seed: seed, "batches", chain)
      var weight = MeanEstimation.start
      for draw in stream.normals(updates) { weight += noise * draw - rate * weight }
      sum += weight * weight
    }
    return sum / Double(JointEffect.chains)
  }

  /// The errors with the rate alone, the batch size alone and both at their best.
  var turned: (rate: Double, batch: Double, both: Double) {
    let (best, size) = (bestRate, bestBatchSize)
    return (error(best, batchSize), error(rate, size), error(best, size))
  }

  /// Every metric that is free of chance, with its value.
  var values: [(metric: Metric, value: Double)] {
    let (turned, effects) = (turned, effects)
    return [
      (JointEffect.predictedError, error(rate, batchSize)),
      (JointEffect.rateAloneError, turned.rate),
      (JointEffect.batchAloneError, turned.batch),
      (JointEffect.bothError, turned.both),
      (JointEffect.bothOverBetter, turned.both / min(turned.rate, turned.batch)),
      (JointEffect.ratio, rate / Double(batchSize)),
      (JointEffect.samplesAtOnce, Double(batchSize)),
      (JointEffect.rateShare, effects.share([1])),
      (JointEffect.batchShare, effects.share([0])),
      (JointEffect.jointShare, effects.share([0, 1])),
    ]
  }

  /// What was found, in words that name no setting: an exercise asks for one.
  var findings: [Finding] {
    let (turned, effects) = (turned, effects)
    func text(_ value: Double) -> String { NumberText.significant(value) }
    func share(_ knobs: Set<Int>) -> String {
      NumberText.fixed(100 * effects.share(knobs), decimals: 0)
    }
    let over = turned.both / min(turned.rate, turned.batch)
    return [
      Finding(
        JointEffect.verdict(bothOverBetter: over), predicted: turned.both, measured: nil,
        "from an expected error of \(text(error(rate, batchSize))), the best rate alone brings it to "
          + "\(text(turned.rate)), the best batch size alone to \(text(turned.batch)), and both at "
          + "once to \(text(turned.both))."),
      Finding(
        JointEffect.shares, predicted: effects.share([0, 1]), measured: nil,
        "of the variance of the error's logarithm over the grid, the rate explains \(share([1])) % by "
          + "itself, the batch size \(share([0])) %, and only both together \(share([0, 1])) %."),
    ]
  }
}

extension JointEffect {
  /// What turning both is found to do, by its error over that of the better knob alone.
  static func verdict(bothOverBetter: Double) -> FindingKind {
    bothOverBetter > tolerance ? overshoots : addsUp
  }
}
