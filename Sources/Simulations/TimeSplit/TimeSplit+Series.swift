import Experiments
import Numerics

/// Many series, each judged by a random split and by its future.
///
/// Numbers and split have streams of their own: a longer horizon is the same series further on, and a
/// larger share leaves out what the smaller did and more.
struct SplitSeries {
  /// Both errors, averaged over the series.
  struct Errors {
    var random: Double
    var future: Double
  }

  let correlation: Double
  let testShare: Double
  let horizon: Int
  let model: TimeSplit.Model
  let seed: UInt64

  init(_ settings: Settings, seed: UInt64) {
    self.init(
      correlation: settings[TimeSplit.correlation], testShare: settings[TimeSplit.testShare],
      horizon: settings[TimeSplit.horizon], model: settings[TimeSplit.model], seed: seed)
  }

  private init(
    correlation: Double, testShare: Double, horizon: Int, model: TimeSplit.Model, seed: UInt64
  ) {
    self.correlation = correlation
    self.testShare = testShare
    self.horizon = horizon
    self.model = model
    self.seed = seed
  }

  /// The same series and splits at another correlation.
  func with(correlation: Double) -> SplitSeries {
    SplitSeries(
      correlation: correlation, testShare: testShare, horizon: horizon, model: model, seed: seed)
  }

  var theory: SplitTheory {
    SplitTheory(
      correlation: correlation, testShare: testShare, horizon: horizon, model: model)
  }

  /// The values of a past with margins and of the future after it.
  func values(_ number: Int) -> [Double] {
    var stream = RandomStream(seed: seed, "numbers", number)
    let fresh = Elementary.squareRoot(1 - correlation * correlation)
    var value = 0.0
    return stream.normals(TimeSplit.judged + 2 * TimeSplit.margin + horizon).enumerated().map {
      value = $0.offset == 0 ? $0.element : correlation * value + fresh * $0.element
      return value
    }
  }

  /// What the model says of a value whose nearest neighbour is so far away.
  func prediction(_ neighbour: Double, distance: Int) -> Double {
    switch model {
    case .nearest: neighbour
    case .shrunken: correlation.raised(to: distance) * neighbour
    case .mean: 0
    }
  }

  /// The mean errors over all series.
  var errors: Errors {
    var (random, future) = (0.0, 0.0)
    var tested = 0
    let past = TimeSplit.judged + 2 * TimeSplit.margin
    for number in 0..<TimeSplit.series {
      let values = values(number)
      var stream = RandomStream(seed: seed, "split", number)
      let isLeftOut = (0..<past).map { _ in stream.uniform() < testShare }
      for place in TimeSplit.margin..<past - TimeSplit.margin where isLeftOut[place] {
        guard let distance = Self.distance(from: place, isLeftOut) else { continue }
        let nearest =
          isLeftOut[place - distance] ? values[place + distance] : values[place - distance]
        let error = values[place] - prediction(nearest, distance: distance)
        random += error * error
        tested += 1
      }
      for step in 1...horizon {
        let error = values[past - 1 + step] - prediction(values[past - 1], distance: step)
        future += error * error
      }
    }
    return Errors(
      random: random / Double(max(1, tested)),
      future: future / Double(TimeSplit.series * horizon))
  }

  /// How far the nearest value is that was not left out; nil if none is within the margin.
  private static func distance(from place: Int, _ isLeftOut: [Bool]) -> Int? {
    (1...TimeSplit.margin).first { !isLeftOut[place - $0] || !isLeftOut[place + $0] }
  }

  /// Every metric with its value.
  func values(_ errors: Errors) -> [(metric: Metric, value: Double)] {
    [
      (TimeSplit.randomError, errors.random),
      (TimeSplit.predictedRandomError, theory.randomError),
      (TimeSplit.futureError, errors.future),
      (TimeSplit.predictedFutureError, theory.futureError),
      (TimeSplit.optimism, errors.future - errors.random),
    ]
  }
}
