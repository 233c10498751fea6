import Experiments
import Numerics
import Tuning

/// A look at a point of which mean and deviation are given.
struct SingleLook {
  let mean: Double
  let deviation: Double
  let margin: Double
  let seed: UInt64

  init(_ settings: Settings, seed: UInt64) {
    self.init(
      mean: settings[ExpectedImprovement.mean],
      deviation: settings[ExpectedImprovement.deviation],
      margin: settings[ExpectedImprovement.margin], seed: seed)
  }

  init(mean: Double, deviation: Double, margin: Double, seed: UInt64) {
    self.mean = mean
    self.deviation = deviation
    self.margin = margin
    self.seed = seed
  }

  /// The same luck at another point.
  func with(mean: Double? = nil, deviation: Double? = nil) -> SingleLook {
    SingleLook(
      mean: mean ?? self.mean, deviation: deviation ?? self.deviation, margin: margin, seed: seed)
  }

  var expectedImprovement: Double { value(.expectedImprovement(margin: margin)) }
  var expectedProbability: Double { value(.probabilityOfImprovement(margin: margin)) }

  private func value(_ acquisition: Acquisition) -> Double {
    acquisition.value(mean: mean, deviation: deviation, best: 0)
  }

  /// What came of many looks.
  var measured: (improvement: Double, probability: Double) {
    var stream = RandomStream(seed: seed, "looks")
    var (sum, count) = (0.0, 0)
    for draw in stream.normals(ExpectedImprovement.draws) {
      let gain = -margin - (mean + deviation * draw)
      guard gain > 0 else { continue }
      sum += gain
      count += 1
    }
    let all = Double(ExpectedImprovement.draws)
    return (sum / all, Double(count) / all)
  }
}
