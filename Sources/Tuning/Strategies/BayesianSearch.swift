import Numerics

/// Looks where a Gaussian process of everything seen so far expects the most improvement.
///
/// The first looks are points of Halton's sequence. After them the process is fitted anew before every
/// look: the scale of the values, the noise and a length for every axis are the likeliest after what
/// was seen. What keeps a constraint is learnt likewise, by a process each.
///
/// Source: Jones, Schonlau & Welch 1998 (``Acquisition``); constraints: Gardner, Kusner, Xu et al. 2014,
/// "Bayesian optimization with inequality constraints", ICML, equation 3.
package struct BayesianSearch: Strategy {
  package static let name = "bayesian"
  package static let summary = "looks where a model of all that was seen expects the most"
  package static let plansAhead = false

  private let search: Search
  private let acquisition: Acquisition

  /// The looks before anything is modelled.
  private let starts: Int
  private let first: HaltonPoints

  package init(_ search: Search) {
    self.init(search, .expectedImprovement(margin: 0))
  }

  package init(_ search: Search, _ acquisition: Acquisition) {
    self.search = search
    self.acquisition = acquisition
    starts = max(5, search.cube.dimensions + 2)
    first = HaltonPoints(dimensions: search.cube.dimensions, seed: search.seed)
  }

  package func propose(after observations: [Observation]) -> [Proposal] {
    let count = observations.count
    guard count >= starts else {
      return (count..<starts).map { propose(search.cube.settled(first[$0 + 1])) }
    }
    guard let model = Expectation(Self.told(observations), acquisition) else {
      return [propose(search.random(Self.name, count))]
    }
    return [propose(look(by: model, after: observations))]
  }

  /// The most observations that are modelled, as what a model takes grows with their cube.
  private static let mostModelled = 256

  /// Of many observations the best and the latest, half each.
  private static func told(_ observations: [Observation]) -> [Observation] {
    guard observations.count > mostModelled else { return observations }
    let latest = observations.count - mostModelled / 2
    let earlier = Array(observations[..<latest])
    return earlier.best(mostModelled / 2).sorted().map { earlier[$0] } + observations[latest...]
  }

  private func propose(_ point: [Double]) -> Proposal {
    Proposal(point, resource: search.resource.most)
  }

  /// Points that are tried all over the cube, and so many about the best so far.
  private static let scattered = 400
  private static let near = 100

  /// How many of them are moved on to where more is to be hoped.
  private static let refined = 3

  /// The point, not looked at before if there is such a one, of which the most is to be hoped.
  private func look(by model: Expectation, after observations: [Observation]) -> [Double] {
    let seen = Set(observations.map(\.point))
    let points = candidates(about: model.best, number: observations.count)
      .filter { !seen.contains($0) }
    let candidates = zip(points, model.hopes(at: points)).sorted { $0.1 > $1.1 }
      .map { (point: $0, hope: $1) }
    var best = candidates.first
    for start in candidates.prefix(Self.refined) {
      let end = climb(from: start, by: model, avoiding: seen)
      if end.hope > best?.hope ?? -.infinity { best = end }
    }
    return best?.point ?? search.random(Self.name, observations.count)
  }

  private func candidates(about best: [Double], number: Int) -> [[Double]] {
    var stream = RandomStream(seed: search.seed, "candidates", number)
    let points = HaltonPoints(dimensions: search.cube.dimensions, seed: stream.bits())
    let scattered = points.first(Self.scattered)
    let near = (0..<Self.near).map { place in
      let deviation = place.isMultiple(of: 2) ? 0.1 : 0.01
      return zip(best, search.cube.axes).map { place, axis -> Double in
        let (chance, step) = (stream.uniform(), stream.normal())
        if case .choices = axis { return chance < 0.2 ? chance / 0.2 : place }
        return min(max(place + deviation * step, 0), 1)
      }
    }
    return (scattered + near).map(search.cube.settled)
  }

  /// Steps along single axes, or along all at once along which more is to be hoped; a quarter as far once
  /// nothing is.
  private func climb(
    from start: (point: [Double], hope: Double), by model: Expectation, avoiding seen: Set<[Double]>
  ) -> (point: [Double], hope: Double) {
    let axes = search.cube.axes.indices.filter { search.cube.axes[$0].count == nil }
    var (here, step) = (start, 0.05)
    func moved(_ moves: [(axis: Int, by: Double)]) -> [Double]? {
      var point = here.point
      for move in moves { point[move.axis] = min(max(point[move.axis] + move.by, 0), 1) }
      point = search.cube.settled(point)
      return point == here.point || seen.contains(point) ? nil : point
    }
    // Should rounding ever let two places take turns, that is enough of it.
    for _ in 0..<200 where step > 1e-5 {
      let moves = axes.flatMap { [(axis: $0, by: step), (axis: $0, by: -step)] }
      let steps = moves.compactMap { move in moved([move]).map { (move: move, point: $0) } }
      let better = zip(steps, model.hopes(at: steps.map(\.point))).filter { $1 > here.hope }
        .sorted { $0.1 > $1.1 }
      guard let best = better.first else {
        step /= 4
        continue
      }
      var next = (point: best.0.point, hope: best.1)
      if better.count > 1, let point = moved(better.map(\.0.move)) {
        let hope = model.hopes(at: [point])[0]
        if hope > next.hope { next = (point, hope) }
      }
      here = next
    }
    return here
  }
}

/// What is to be hoped of a look, given everything seen.
struct Expectation {
  /// Where the best stands that was seen.
  let best: [Double]
  private let loss: GaussianProcess

  /// What the process expects where it expects least, of the places that keep the constraints: noise may
  /// have made the lowest value lower than it is.
  private let lowest: Double?
  private let constraints: [(process: GaussianProcess, bound: Double)]
  private let acquisition: Acquisition

  /// - Returns: nil if nothing can be learnt: no value differs from another.
  init?(_ observations: [Observation], _ acquisition: Acquisition) {
    guard let first = observations.best(1).first else { return nil }
    self.acquisition = acquisition
    best = observations[first].point
    let points = observations.map(\.point)
    guard let loss = FittedValues(points: points, observations.map(\.loss))?.process else {
      return nil
    }
    self.loss = loss
    lowest = loss.posteriors(at: observations.filter(\.isFeasible).map(\.point)).map(\.mean).min()
    constraints = (observations[first].excesses.indices).compactMap { place in
      let excesses = observations.map {
        $0.excesses.indices.contains(place) ? $0.excesses[place] : nil
      }
      return FittedValues(points: points, excesses, isKeepingZero: true)
        .map { ($0.process, $0.standard.zero) }
    }
  }

  /// The logarithm of the improvement to be expected at each of some points times the chance to keep
  /// the constraints; of that chance alone while nothing keeps them.
  func hopes(at points: [[Double]]) -> [Double] {
    var hopes = [Double](repeating: 0, count: points.count)
    for (process, bound) in constraints {
      for (place, (mean, deviation)) in process.posteriors(at: points).enumerated() {
        hopes[place] +=
          deviation > 0
          ? LogNormal.distribution((bound - mean) / deviation) : mean <= bound ? 0 : -1e3
      }
    }
    guard let lowest else { return hopes }
    for (place, (mean, deviation)) in loss.posteriors(at: points).enumerated() {
      hopes[place] += acquisition.rank(
        mean: mean, deviation: deviation, best: lowest, noise: loss.noise)
    }
    return hopes
  }
}
