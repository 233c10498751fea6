import Experiments
import Numerics

extension StaleSettings {
  /// What a rate is found to be, by its price and beside the best one.
  static func verdict(price: Double, rate: Double, best: Double) -> FindingKind {
    if price <= tolerance { return stillGood }
    return rate < best ? tooSlow : tooNervous
  }
}

/// Trackers with the rate in use, behind targets that drift as they do now.
struct Tracked {
  let drift: Double
  let tunedFor: Double
  let seed: UInt64

  /// The errors measured with the rate in use and with the best one.
  private let kept: Double
  private let retuned: Double

  init(drift: Double, tunedFor: Double, seed: UInt64) {
    let rates = [tunedFor, drift].map { TrackerTheory.bestRate(drift: $0) }
    let errors = Self.errors(rates: rates, drift: drift, seed: seed)
    (kept, retuned) = (errors[0], errors[1])
    self.drift = drift
    self.tunedFor = tunedFor
    self.seed = seed
  }

  var rate: Double { TrackerTheory.bestRate(drift: tunedFor) }
  var bestRate: Double { TrackerTheory.bestRate(drift: drift) }

  /// The mean squared error of all trackers over all steps, from the steady state on.
  ///
  /// Trackers begin with an error drawn as it is in the long run, so that every step counts alike; it is
  /// taken once the target has moved on.
  ///
  /// - Returns: the error of each rate; all meet the same draws.
  static func errors(rates: [Double], drift: Double, seed: UInt64) -> [Double] {
    let eights = stride(from: 0, to: rates.count, by: 8).map { rates[$0...].prefix(8) }
    return eights.flatMap { eight in
      var rates = SIMD8<Double>(repeating: eight[eight.startIndex])
      for (lane, rate) in eight.enumerated() { rates[lane] = rate }
      let errors = errors(rates, drift, seed)
      return eight.indices.map { errors[$0 - eight.startIndex] }
    }
  }

  private static func errors(_ rate: SIMD8<Double>, _ drift: Double, _ seed: UInt64)
    -> SIMD8<Double>
  {
    var start = rate
    for lane in 0..<8 {
      start[lane] = Elementary.squareRoot(TrackerTheory.error(rate: rate[lane], drift: drift))
    }
    let stride = Elementary.squareRoot(drift)
    var sum = SIMD8<Double>.zero
    for number in 0..<StaleSettings.trackers {
      var stream = RandomStream(seed: seed, "tracker", number)
      let draws = stream.normals(2 * StaleSettings.steps + 1)
      // How far the estimate is ahead of the target.
      var off = start * draws[0]
      for step in 0..<StaleSettings.steps {
        off += rate * (draws[2 * step + 1] - off)
        off -= stride * draws[2 * step + 2]
        sum += off * off
      }
    }
    return sum / Double(StaleSettings.trackers * StaleSettings.steps)
  }

  var predictedKept: Double { TrackerTheory.error(rate: rate, drift: drift) }
  var predictedRetuned: Double { TrackerTheory.error(rate: bestRate, drift: drift) }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    [
      (StaleSettings.keptError, kept),
      (StaleSettings.predictedKeptError, predictedKept),
      (StaleSettings.retunedError, retuned),
      (StaleSettings.predictedRetunedError, predictedRetuned),
      (StaleSettings.price, predictedKept / predictedRetuned), (StaleSettings.rate, rate),
    ]
  }

  var finding: Finding {
    let kind = StaleSettings.verdict(
      price: predictedKept / predictedRetuned, rate: rate, best: bestRate)
    let how =
      switch kind {
      case StaleSettings.tooSlow: "stale, and too slow: "
      case StaleSettings.tooNervous: "stale, and too nervous: "
      default: ""
      }
    return Finding(
      kind, predicted: predictedKept, measured: kept,
      "\(how)with a rate of \(Self.text(rate)), best for a drift of \(Self.text(tunedFor)), the error "
        + "at a drift of \(Self.text(drift)) is \(Self.text(predictedKept)) by theory, "
        + "\(Self.text(kept)) measured; tuned anew it would be \(Self.text(predictedRetuned)).")
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }

  /// Error by rate: dots that are measured now, over the lines of then and now.
  var ratesFigure: Figure {
    let rates = 0.005...1.0
    let dots = Spacing.values(23, over: rates, .log)
    let line = Spacing.values(101, over: rates, .log)
    return Figure(
      StaleSettings.ratesFigure, .scatter, title: "error by rate",
      x: Figure.Axis("learning rate", .log), y: Figure.Axis("squared error", .log),
      series: [
        Figure.Series("now", x: dots, y: Self.errors(rates: dots, drift: drift, seed: seed)),
        Figure.Series(
          "now, theory", .theory, x: line,
          y: line.map { TrackerTheory.error(rate: $0, drift: drift) }),
        Figure.Series(
          "then, theory", .theory, x: line,
          y: line.map { TrackerTheory.error(rate: $0, drift: tunedFor) }),
      ],
      markers: [Figure.Marker("rate in use", x: rate)])
  }
}
