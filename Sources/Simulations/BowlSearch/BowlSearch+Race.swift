import Experiments
import Numerics
import Tuning

/// A bowl over the unit cube: for each axis (x − c)² + a(1 − cos 10π(x − c)), lowest at c with 0.
struct Bowl {
  let lowest: [Double]
  let ripples: Double

  /// A bowl whose lowest point is drawn anywhere.
  init(dimensions: Int, ripples: Double, _ stream: inout RandomStream) {
    lowest = (0..<dimensions).map { _ in stream.uniform() }
    self.ripples = ripples
  }

  func value(_ point: [Double]) -> Double {
    zip(point, lowest).reduce(0) { sum, pair in
      let distance = pair.0 - pair.1
      let ripple = ripples > 0 ? ripples * (1 - Elementary.cos(10 * .pi * distance)) : 0
      return sum + distance * distance + ripple
    }
  }
}

/// A search of a bowl beside random searches of it.
struct BowlRace {
  /// What the best so far leaves after each look.
  struct Result {
    let dimensions: Int
    var regrets: [Double]
    var random: [Double]
  }

  let dimensions: Int
  let ripples: Double
  let looks: Int
  let seed: UInt64

  init(_ settings: Settings, seed: UInt64) {
    dimensions = settings[BowlSearch.dimensions]
    ripples = settings[BowlSearch.ripples]
    looks = settings[BowlSearch.looks]
    self.seed = seed
  }

  var bowl: Bowl {
    var stream = RandomStream(seed: seed, "bowl")
    return Bowl(dimensions: dimensions, ripples: ripples, &stream)
  }

  var result: Result {
    let bowl = bowl
    let search = Search(Cube(dimensions: dimensions), budget: looks, seed: seed)
    var random = [Double](repeating: 0, count: looks)
    for number in 0..<BowlSearch.randomSearches {
      for (look, regret) in randomRegrets(bowl, number).enumerated() {
        random[look] += regret / Double(BowlSearch.randomSearches)
      }
    }
    return Result(
      dimensions: dimensions, regrets: Self.regrets(BayesianSearch(search), bowl, looks),
      random: random)
  }

  /// What the best so far leaves after each look of a strategy.
  private static func regrets(_ strategy: BayesianSearch, _ bowl: Bowl, _ looks: Int) -> [Double] {
    var observations: [Observation] = []
    while observations.count < looks {
      let proposals = strategy.propose(after: observations).prefix(looks - observations.count)
      observations += proposals.map { Observation($0.point, loss: bowl.value($0.point)) }
    }
    var best = Double.infinity
    return observations.map {
      best = min(best, $0.loss ?? .infinity)
      return best
    }
  }

  private func randomRegrets(_ bowl: Bowl, _ number: Int) -> [Double] {
    var stream = RandomStream(seed: seed, "random looks", number)
    var best = Double.infinity
    return (0..<looks).map { _ in
      best = min(best, bowl.value((0..<dimensions).map { _ in stream.uniform() }))
      return best
    }
  }

  /// What it takes: for every look the model is fitted again and again, the more so the more axes it has, and asked at 600
  /// points or more.
  var cost: Cost {
    let fits = 26 + 6 * dimensions
    var adds = 8 * dimensions * BowlSearch.randomSearches * looks
    for seen in 5..<max(6, looks) {
      adds += fits * seen * seen * (seen / 6 + 4 + dimensions / 2)
      adds += (580 + 160 * dimensions) * seen * (seen / 2 + 8 + dimensions)
    }
    return Cost(updates: looks, multiplyAdds: adds, bytes: 8 * (looks * looks + 500 * dimensions))
  }
}

extension BowlRace.Result {
  var regret: Double { regrets.last ?? .infinity }
  var randomRegret: Double { random.last ?? .infinity }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    [
      (BowlSearch.regret, regret), (BowlSearch.randomRegret, randomRegret),
      (BowlSearch.ratio, regret / randomRegret),
    ]
  }

  var finding: Finding {
    Finding(
      BowlSearch.verdict(ratio: regret / randomRegret), predicted: randomRegret, measured: regret,
      "in \(NumberText.count(dimensions, "dimension")) the model leaves a regret of "
        + "\(NumberText.significant(regret)) after \(regrets.count) looks, and as many random ones "
        + "\(NumberText.significant(randomRegret)) on average.")
  }

  var looksFigure: Figure {
    let x = regrets.indices.map { Double($0 + 1) }
    return Figure(
      BowlSearch.looksFigure, .line,
      title: "best so far in \(NumberText.count(dimensions, "dimension"))",
      x: Figure.Axis("looks"), y: Figure.Axis("regret", .log),
      series: [
        Figure.Series("model", x: x, y: regrets),
        Figure.Series("random, mean of 64", x: x, y: random),
      ])
  }
}

extension BowlSearch {
  /// What a search is found to be, by its regret over that of random looks.
  static func verdict(ratio: Double) -> FindingKind {
    if ratio <= 0.1 { return farAhead }
    return ratio < 1 ? ahead : behind
  }
}
