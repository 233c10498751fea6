import Experiments
import Learning
import Numerics

/// One descent to a number, and what is read off it.
///
/// Rates fall to 0 along a cosine, because the slopes of the absolute and the pinball loss do not.
struct LocationDescent {
  static let steps = 1000

  let rule: LossTarget.Rule
  let numbers: LossTarget.Numbers
  let quantile: Double
  let threshold: Double
  let loss: Loss

  /// The numbers, as targets of rows whose only feature is 0.
  let data: Dataset

  /// The answer before the first step and after each.
  let path: [Double]
  let target: LossMinimizer

  /// The share of fresh waiting times at or under the answer; nil where the numbers are given.
  let coverage: Double?
  let cost: Cost

  init(
    _ rule: LossTarget.Rule, numbers: LossTarget.Numbers, outlier: Double, quantile: Double,
    threshold: Double, seed: UInt64
  ) {
    let values: [Double]
    var fresh: [Double] = []
    switch numbers {
    case .five:
      values = [1, 2, 3, 4, outlier]
      target = LossMinimizer(rule, of: values, quantile: quantile, threshold: threshold)
    case .waits:
      values = Self.waits(LossTarget.waitingTimes, seed, "data")
      fresh = Self.waits(LossTarget.freshTimes, seed, "fresh-data")
      target = LossMinimizer(
        rule, ofExponentialWithMean: LossTarget.meanWait, quantile: quantile, threshold: threshold)
    }
    let data = Dataset(
      features: Array(repeating: 0, count: values.count), targets: values, columns: 1)
    let range = (values.max() ?? 0) - (values.min() ?? 0)
    let (loss, rate) = Self.training(rule, quantile, threshold, range)
    var nothing = RandomStream(seed: seed, "weights")
    var network = Network(
      widths: [1, 1], hidden: .identity, initialization: .zeros, from: &nothing)
    let trainer = Trainer(
      loss: loss, optimizer: GradientDescent(),
      schedule: CosineDecay(rate, steps: Self.steps), epochs: Self.steps)
    let history = trainer.train(
      &network, on: data, seed: seed, snapshots: Set(0...Self.steps))
    let path = (0...Self.steps).compactMap { history.snapshots[$0]?.last }
    let end = path.last ?? 0

    self.rule = rule
    self.numbers = numbers
    self.quantile = quantile
    self.threshold = threshold
    self.loss = loss
    self.data = data
    self.path = path
    coverage =
      fresh.isEmpty ? nil : Double(fresh.count { $0 <= end }) / Double(fresh.count)
    cost = Cost(
      gradientEvaluations: history.cost.gradientEvaluations, updates: history.cost.updates,
      multiplyAdds: history.cost.multiplyAdds,
      bytes: history.cost.bytes + 8 * (2 * values.count + fresh.count + path.count))
  }

  var estimate: Double { path.last ?? 0 }

  /// Where descent should end.
  ///
  /// Nil where many numbers have the least loss, where descent has no time to arrive, and where the
  /// answer to 400 waiting times hangs on so few of them that it may be a tenth off even on average.
  var predictedEstimate: Double? {
    guard let location = target.location else { return nil }
    guard rule == .pinball else { return location }
    return numbers == .waits ? quantile >= 0.05 ? location : nil : hasTime ? location : nil
  }

  /// Whether rates add up to what it takes under the pinball loss from 0 over the numbers below τ.
  ///
  /// Above k of n numbers the slope is τ − k/n.
  private var hasTime: Bool {
    let sorted = data.targets.sorted()
    let count = Double(sorted.count)
    let range = sorted[sorted.count - 1] - sorted[0]
    let (_, rate) = Self.training(rule, quantile, threshold, range)
    var (place, time) = (0.0, 0.0)
    for (index, number) in sorted.enumerated() where Double(index) < quantile * count {
      time += (number - place) / (quantile - Double(index) / count)
      place = number
    }
    // A cosine is a half on average.
    return time <= rate * Double(Self.steps) / 2
  }

  /// The share of all waiting times at or under where descent should end.
  var predictedCoverage: Double? {
    guard numbers == .waits, let location = predictedEstimate else { return nil }
    return -Elementary.expm1(-location / LossTarget.meanWait)
  }

  /// The loss, and the rate to begin with: where slopes are constant, a tenth of the range.
  private static func training(
    _ rule: LossTarget.Rule, _ quantile: Double, _ threshold: Double, _ range: Double
  ) -> (Loss, Double) {
    switch rule {
    case .squared: (.squaredError, 0.05)
    case .absolute: (.absoluteError, 0.1 * range)
    case .huber: (.huber(delta: threshold), 0.5)
    case .pinball: (.pinball(quantile), 0.1 * range)
    }
  }

  private static func waits(_ count: Int, _ seed: UInt64, _ name: String) -> [Double] {
    var stream = RandomStream(seed: seed, name)
    return (0..<count).map { _ in -LossTarget.meanWait * Elementary.log1p(-stream.uniform()) }
  }
}
