import Experiments
import Numerics
import Tuning

/// Searches of Branin's function by one strategy.
struct BraninRace {
  /// A search: the points that were looked at, and what the best so far left after each.
  struct Trail {
    var points: [[Double]]
    var regrets: [Double]
  }

  let method: BraninSearch.Method
  let looks: Int
  let exploration: Double
  let searches: Int
  let seed: UInt64

  init(_ settings: Settings, seed: UInt64) {
    method = settings[BraninSearch.search]
    looks = settings[BraninSearch.looks]
    exploration = settings[BraninSearch.exploration]
    searches = method == .grid ? 1 : settings[BraninSearch.searches]
    self.seed = seed
  }

  private func strategy(_ number: Int) -> any Strategy {
    var stream = RandomStream(seed: seed, "search", number)
    let search = Search(Cube(dimensions: 2), budget: looks, seed: stream.bits())
    return switch method {
    case .random: RandomSearch(search)
    case .grid: GridSearch(search)
    case .halton: HaltonSearch(search)
    case .improvement: BayesianSearch(search)
    case .probability: BayesianSearch(search, .probabilityOfImprovement(margin: 0))
    case .lowerBound: BayesianSearch(search, .lowerConfidenceBound(deviations: exploration))
    }
  }

  var trails: [Trail] { (0..<searches).map { trail(strategy($0)) } }

  private func trail(_ strategy: any Strategy) -> Trail {
    var observations: [Observation] = []
    while observations.count < looks {
      // None once a grid is done.
      let proposals = strategy.propose(after: observations).prefix(looks - observations.count)
      if proposals.isEmpty { break }
      observations += proposals.map {
        Observation($0.point, loss: BraninSurface.value($0.point[0], $0.point[1]))
      }
    }
    var best = Double.infinity
    let points = observations.map(\.point)
    return Trail(
      points: points,
      regrets: points.map {
        best = min(best, BraninSurface.regret($0))
        return best
      })
  }

  /// What random looks leave in expectation.
  var randomRegret: Double { BraninSurface.randomRegret(after: looks) }

  /// The regrets of all searches in ascending order.
  private func ends(_ trails: [Trail]) -> [Double] {
    trails.map { $0.regrets.last ?? .infinity }.sorted()
  }

  /// Every metric with its value.
  func values(_ trails: [Trail]) -> [(metric: Metric, value: Double)] {
    let ends = ends(trails)
    return [
      (BraninSearch.regret, ends.reduce(0, +) / Double(ends.count)),
      (BraninSearch.medianRegret, Self.median(ends)),
      (BraninSearch.worstRegret, ends[ends.count - 1]),
      (BraninSearch.randomRegret, randomRegret),
    ]
  }

  static func median(_ sorted: [Double]) -> Double {
    (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  func findings(_ trails: [Trail]) -> [Finding] {
    let ends = ends(trails)
    let mean = ends.reduce(0, +) / Double(ends.count)
    let random = randomRegret
    let kind = BraninSearch.contest(regret: mean, random: random)
    let made = searches == 1 ? "one search" : "\(searches) searches, on average,"
    return [
      Finding(
        kind, predicted: random, measured: mean,
        "\(made) by \(method.rawValue) \(searches == 1 ? "leaves" : "leave") a regret of "
          + "\(NumberText.significant(mean)), where random looks leave "
          + "\(NumberText.significant(random)) in expectation.")
    ]
  }

  /// What it takes: for every look the model is fitted some forty times and asked at some 900 points.
  var cost: Cost {
    var adds = 12 * looks * searches + 600_000
    if method.isModelled {
      for seen in 5..<max(looks, 6) {
        adds += searches * (40 * seen * seen * (seen / 6 + 8) + 900 * seen * (seen / 2 + 12))
      }
    }
    return Cost(updates: searches * looks, multiplyAdds: adds, bytes: 8 * (40_000 + looks * looks))
  }
}

extension BraninSearch {
  /// Whether a search was worth its trouble.
  static func contest(regret: Double, random: Double) -> FindingKind {
    regret < random ? beatsRandom : losesToRandom
  }
}
