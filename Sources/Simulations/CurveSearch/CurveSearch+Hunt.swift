import Experiments
import Numerics
import Tuning

/// Searches of all the curves under one rule and one model.
struct CurveHunt {
  /// The search of one curve.
  struct Trail {
    /// The points that were looked at, in order.
    var looks: [Int] = []

    /// The best value after every look, above the lowest.
    var regrets: [Double] = []

    /// The model after the last look.
    var model: Lattice
  }

  let length: Double
  let acquisition: Acquisition
  let looks: Int
  let seed: UInt64

  /// A model that has seen nothing, from which every search starts.
  private let start: Lattice

  init(_ settings: Settings, seed: UInt64) {
    let margin = settings[CurveSearch.margin]
    let acquisition: Acquisition =
      switch settings[CurveSearch.rule] {
      case .lowerBound: .lowerConfidenceBound(deviations: settings[CurveSearch.exploration])
      case .improvement: .expectedImprovement(margin: margin)
      case .probability: .probabilityOfImprovement(margin: margin)
      }
    self.init(
      length: settings[CurveSearch.lengthScale], acquisition, looks: settings[CurveSearch.looks],
      seed: seed)
  }

  init(length: Double, _ acquisition: Acquisition, looks: Int, seed: UInt64) {
    self.length = length
    self.acquisition = acquisition
    self.looks = looks
    self.seed = seed
    start = Lattice(length: length, noise: CurveSearch.noise)
  }

  /// The curve of a number.
  func curve(_ number: Int) -> DrawnCurve { DrawnCurve(seed: seed, number) }

  /// The search of a curve: from a random point and the one half the range on, then by the rule.
  func trail(on curve: DrawnCurve, _ number: Int, looks: Int) -> Trail {
    var stream = RandomStream(seed: seed, "first look", number)
    let first = stream.integer(below: Lattice.points)
    var trail = Trail(model: start)
    var best = Double.infinity
    while trail.looks.count < looks {
      let point =
        switch trail.looks.count {
        case 0: first
        case 1: (first + Lattice.points / 2) % Lattice.points
        default: next(after: trail, best: best)
        }
      let value = curve.values[point]
      trail.model.look(at: point, value)
      best = min(best, value)
      trail.looks.append(point)
      trail.regrets.append(best - curve.lowest)
    }
    return trail
  }

  /// What the rule hopes for of a point.
  func hope(_ point: Int, in model: Lattice, best: Double) -> Double {
    acquisition.value(mean: model.means[point], deviation: model.deviation(point), best: best)
  }

  /// The point not looked at before of which the most is hoped; of equals the first.
  func next(after trail: Trail, best: Double) -> Int {
    let seen = Set(trail.looks)
    var (found, most) = (0, -Double.infinity)
    for point in 0..<Lattice.points where !seen.contains(point) {
      let hope = hope(point, in: trail.model, best: best)
      if hope > most { (found, most) = (point, hope) }
    }
    return found
  }

  /// What random looks leave of a curve, none twice.
  func randomRegret(on curve: DrawnCurve, _ number: Int, looks: Int) -> Double {
    var stream = RandomStream(seed: seed, "random looks", number)
    let points = stream.permutation(Lattice.points).prefix(looks)
    return (points.map { curve.values[$0] }.min() ?? .infinity) - curve.lowest
  }
}

extension CurveHunt {
  /// Where all the searches ended.
  struct Ends {
    var regret = 0.0
    var randomRegret = 0.0
    var predictedRandomRegret = 0.0
    var found = 0.0
    var coverage = 0.0

    /// Every metric with its value.
    var values: [(metric: Metric, value: Double)] {
      [
        (CurveSearch.regret, regret), (CurveSearch.randomRegret, randomRegret),
        (CurveSearch.predictedRandomRegret, predictedRandomRegret), (CurveSearch.found, found),
        (CurveSearch.coverage, coverage),
      ]
    }
  }

  /// Means over all curves.
  func ends(after looks: Int) -> Ends {
    var ends = Ends()
    for number in 0..<CurveSearch.curves {
      let curve = curve(number)
      let trail = trail(on: curve, number, looks: looks)
      let regret = trail.regrets.last ?? .infinity
      ends.regret += regret
      ends.randomRegret += randomRegret(on: curve, number, looks: looks)
      ends.predictedRandomRegret += curve.randomRegret(after: looks)
      if regret == 0 { ends.found += 1 }
      ends.coverage += Self.coverage(trail, curve)
    }
    let share = 1 / Double(CurveSearch.curves)
    return Ends(
      regret: share * ends.regret, randomRegret: share * ends.randomRegret,
      predictedRandomRegret: share * ends.predictedRandomRegret, found: share * ends.found,
      coverage: share * ends.coverage)
  }

  /// The share of the points never looked at that lie within two deviations of the mean.
  static func coverage(_ trail: Trail, _ curve: DrawnCurve) -> Double {
    let seen = Set(trail.looks)
    var inside = 0
    for point in 0..<Lattice.points where !seen.contains(point) {
      let error = abs(curve.values[point] - trail.model.means[point])
      if error <= 2 * trail.model.deviation(point) { inside += 1 }
    }
    return Double(inside) / Double(Lattice.points - seen.count)
  }
}
