import Experiments
import Numerics

/// Searches for the middle of a sphere, with means over them.
struct SphereSearches {
  let control: OneFifthRule.Control
  let firstStep: Double
  let adaptation: Double
  let dimensions: Int
  let steps: Int
  let seed: UInt64

  /// The mean logarithm of the distance after each number of steps, from none on.
  let distances: [Double]

  /// The mean logarithm of the step at the same times.
  let deviations: [Double]

  /// The share of steps that came nearer in the second half.
  let success: Double

  init(_ settings: Settings, seed: UInt64) {
    control = settings[OneFifthRule.control]
    firstStep = settings[OneFifthRule.firstStep]
    adaptation = settings[OneFifthRule.adaptation]
    dimensions = settings[OneFifthRule.dimensions]
    steps = settings[OneFifthRule.steps]
    self.seed = seed
    var distances = [Double](repeating: 0, count: steps + 1)
    var deviations = [Double](repeating: 0, count: steps + 1)
    var successes = 0
    let rise = control == .oneFifth ? adaptation : 0
    for number in 0..<OneFifthRule.searches {
      var stream = RandomStream(seed: seed, "search", number)
      // The place in units of its distance, whose logarithm is kept apart: nothing gets too small.
      var place = [Double](repeating: 0, count: dimensions)
      place[0] = 1
      var (distance, deviation) = (0.0, Elementary.log(firstStep))
      deviations[0] += deviation
      for time in 1...steps {
        let reach = Elementary.exp(deviation - distance)
        let copy = zip(place, stream.normals(dimensions)).map { $0 + reach * $1 }
        let square = copy.reduce(0) { $0 + $1 * $1 }
        if square < 1 {
          let length = Elementary.squareRoot(square)
          place = copy.map { $0 / length }
          distance += Elementary.log(length)
          deviation += rise
          if time > steps / 2 { successes += 1 }
        } else {
          deviation -= rise / 4
        }
        distances[time] += distance
        deviations[time] += deviation
      }
    }
    self.distances = distances.map { $0 / Double(OneFifthRule.searches) }
    self.deviations = deviations.map { $0 / Double(OneFifthRule.searches) }
    success = Double(successes) / Double(OneFifthRule.searches * (steps - steps / 2))
  }

  /// Over the second half, in units of what theory in many dimensions speaks of.
  var progress: Double {
    let half = steps / 2
    return Double(dimensions) * (distances[half] - distances[steps]) / Double(steps - half)
  }

  /// The share of successes where step and distance fall alike.
  ///
  /// A share p of successes raises the logarithm of the step by ap − (a/4)(1 − p) a step on average. As
  /// steps stay in proportion to the distance, that is −progress/dimensions.
  var predictedSuccess: Double? {
    control == .fixed ? nil : 0.2 - 0.8 * progress / Double(dimensions) / adaptation
  }

  /// The geometric mean of the step, in units of distance over dimensions, in the second half.
  var scaledStep: Double {
    let times = steps / 2..<steps
    let sum = times.reduce(0) { $0 + deviations[$1] - distances[$1] }
    return Double(dimensions) * Elementary.exp(sum / Double(times.count))
  }

  /// Every metric with its value, if it has one.
  var values: [(metric: Metric, value: Double?)] {
    [
      (OneFifthRule.logLoss, 2 * distances[steps]), (OneFifthRule.progress, progress),
      (OneFifthRule.success, success), (OneFifthRule.predictedSuccess, predictedSuccess),
      (OneFifthRule.scaledStep, scaledStep),
    ]
  }

  var finding: Finding {
    let kind = OneFifthRule.verdict(success: success)
    let loss = NumberText.scientific(Elementary.exp(2 * distances[steps]))
    let words =
      switch kind {
      case OneFifthRule.tooLong: "The steps are too long by now"
      case OneFifthRule.tooShort: "The steps are still too short"
      default: "The steps suit the distance"
      }
    return Finding(
      kind, predicted: predictedSuccess, measured: success,
      "\(words): \(NumberText.percent(success)) of the second half come nearer. After \(steps) the loss is "
        + "at \(loss) of what it was.")
  }

  // How it is drawn

  /// The times that are drawn, at most about a hundred.
  var times: [Int] {
    let every = max(1, steps / 100)
    return Array(Set(stride(from: 0, to: steps, by: every)).union([steps])).sorted()
  }

  private func figure(_ kind: FigureKind, _ title: String, _ y: String, _ value: (Int) -> Double)
    -> Figure
  {
    Figure(
      kind, .line, title: title, x: Figure.Axis("step number"), y: Figure.Axis(y, .log),
      series: [
        Figure.Series(
          control.rawValue, x: times.map(Double.init), y: times.map { Elementary.exp(value($0)) })
      ])
  }

  var lossFigure: Figure {
    figure(
      OneFifthRule.lossFigure, "the loss, geometric mean of 32 searches", "loss / first loss"
    ) { 2 * distances[$0] }
  }

  var stepFigure: Figure {
    figure(
      OneFifthRule.stepFigure, "the step, geometric mean of 32 searches", "deviation of a step"
    ) { deviations[$0] }
  }
}

extension OneFifthRule {
  /// What steps are found to be, by how many succeed.
  static func verdict(success: Double) -> FindingKind {
    if success < 0.05 { return tooLong }
    return success > 0.4 ? tooShort : inStep
  }
}
