import Experiments
import Numerics
import Tuning

/// Searches of all the curves under one rule and one model.
struct CurveHunt {
  /// The search of one curve.
  struct Trail {
    /// The points that were looked at, in order.
    private(set) var looks: [Int] = []

    /// Whether each point was.
    private(set) var isSeen = [Bool](repeating: false, count: Lattice.points)

    /// The best value so far.
    private(set) var best = Double.infinity

    /// The best value after every look, above the lowest.
    private(set) var regrets: [Double] = []

    /// The model after the last look.
    private(set) var model: Lattice

    init(_ model: Lattice) { self.model = model }

    mutating func look(at point: Int, of curve: DrawnCurve) {
      let value = curve.values[point]
      model.look(at: point, value)
      best = min(best, value)
      looks.append(point)
      isSeen[point] = true
      regrets.append(best - curve.lowest)
    }
  }

  let acquisition: Acquisition
  let looks: Int
  let curves: [DrawnCurve]
  let seed: UInt64

  /// A model that has seen nothing, from which every search starts.
  private let start: Lattice

  init(_ settings: Settings, curves: [DrawnCurve], seed: UInt64) {
    let margin = settings[CurveSearch.margin]
    let acquisition: Acquisition =
      switch settings[CurveSearch.rule] {
      case .lowerBound: .lowerConfidenceBound(deviations: settings[CurveSearch.exploration])
      case .improvement: .expectedImprovement(margin: margin)
      case .probability: .probabilityOfImprovement(margin: margin)
      }
    self.init(
      length: settings[CurveSearch.lengthScale], acquisition, looks: settings[CurveSearch.looks],
      curves: curves, seed: seed)
  }

  init(
    length: Double, _ acquisition: Acquisition, looks: Int, curves: [DrawnCurve], seed: UInt64
  ) {
    self.acquisition = acquisition
    self.looks = looks
    self.curves = curves
    self.seed = seed
    start = Lattice(length: length, noise: CurveSearch.noise)
  }

  /// The search of a curve: from a random point and the one half the range on, then by the rule.
  func trail(on number: Int, looks: Int) -> Trail {
    var stream = RandomStream(seed: seed, "first look", number)
    let first = stream.integer(below: Lattice.points)
    var trail = Trail(start)
    while trail.looks.count < looks {
      let point =
        switch trail.looks.count {
        case 0: first
        case 1: (first + Lattice.points / 2) % Lattice.points
        default: next(after: trail)
        }
      trail.look(at: point, of: curves[number])
    }
    return trail
  }

  /// What the rule hopes for of a point.
  func hope(_ point: Int, after trail: Trail) -> Double {
    acquisition.value(
      mean: trail.model.means[point], deviation: trail.model.deviation(point), best: trail.best)
  }

  /// The point not looked at before of which the most is hoped; of equals the first.
  func next(after trail: Trail) -> Int {
    var (found, most) = (0, -Double.infinity)
    for point in 0..<Lattice.points where !trail.isSeen[point] {
      let hope = hope(point, after: trail)
      if hope > most { (found, most) = (point, hope) }
    }
    return found
  }

  /// What random looks leave of a curve, none twice.
  private func randomRegret(on number: Int) -> Double {
    let curve = curves[number]
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
  var ends: Ends {
    var ends = Ends()
    for (number, curve) in curves.enumerated() {
      let trail = trail(on: number, looks: looks)
      let regret = trail.regrets.last ?? .infinity
      ends.regret += regret
      ends.randomRegret += randomRegret(on: number)
      ends.predictedRandomRegret += curve.randomRegret(after: looks)
      if regret == 0 { ends.found += 1 }
      ends.coverage += Self.coverage(trail, curve)
    }
    let share = 1 / Double(curves.count)
    return Ends(
      regret: share * ends.regret, randomRegret: share * ends.randomRegret,
      predictedRandomRegret: share * ends.predictedRandomRegret, found: share * ends.found,
      coverage: share * ends.coverage)
  }

  /// The share of the points never looked at that lie within two deviations of the mean.
  static func coverage(_ trail: Trail, _ curve: DrawnCurve) -> Double {
    var inside = 0
    for point in 0..<Lattice.points where !trail.isSeen[point] {
      let error = abs(curve.values[point] - trail.model.means[point])
      if error <= 2 * trail.model.deviation(point) { inside += 1 }
    }
    return Double(inside) / Double(Lattice.points - trail.looks.count)
  }
}
