import Numerics

/// Looks where a Gaussian process of everything seen so far expects the most improvement.
///
/// The first looks are points of Halton's sequence. After them the process is fitted anew before every
/// look: the scale of the values, the noise and a length for every axis are those under which what
/// was seen is most likely. What keeps a constraint is learnt likewise, by a process each.
///
/// Source: Jones, Schonlau & Welch 1998 (``Acquisition``); constraints: Gardner, Kusner, Xu et al. 2014,
/// "Bayesian optimization with inequality constraints", ICML, equation 3.
package struct BayesianSearch: Strategy {
  package static let name = "bayesian"
  package static let summary = "looks where a model of all that was seen expects the most"

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
    starts = min(max(5, search.cube.dimensions + 2), search.budget)
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
    var candidates = candidates(about: model.best, number: observations.count)
      .filter { !seen.contains($0) }
      .map { (point: $0, hope: model.hope(at: $0)) }
    candidates.sort { $0.hope > $1.hope }
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

  /// Steps along single axes while more is to be hoped there, half as far once nothing is.
  private func climb(
    from start: (point: [Double], hope: Double), by model: Expectation, avoiding seen: Set<[Double]>
  ) -> (point: [Double], hope: Double) {
    var (here, step) = (start, 0.05)
    while step > 5e-4 {
      var isBetter = false
      for axis in search.cube.axes.indices {
        guard search.cube.axes[axis].count == nil else { continue }
        for sign in [1.0, -1] {
          var point = here.point
          point[axis] = min(max(point[axis] + sign * step, 0), 1)
          point = search.cube.settled(point)
          guard point != here.point, !seen.contains(point) else { continue }
          let hope = model.hope(at: point)
          if hope > here.hope { (here, isBetter) = ((point, hope), true) }
        }
      }
      if !isBetter { step /= 2 }
    }
    return here
  }
}

/// What is to be hoped of a look, given everything seen.
struct Expectation {
  /// Where the best stands that was seen.
  let best: [Double]
  private let loss: GaussianProcess
  private let lowest: Double?
  private let constraints: [(process: GaussianProcess, bound: Double)]
  private let acquisition: Acquisition

  /// - Returns: nil if nothing can be learnt: no value differs from another.
  init?(_ observations: [Observation], _ acquisition: Acquisition) {
    guard let first = observations.best(1).first else { return nil }
    self.acquisition = acquisition
    best = observations[first].point
    let points = observations.map(\.point)
    let losses = StandardValues(observations.map(\.loss))
    guard let loss = GaussianProcess.likeliest(points: points, values: losses.values) else {
      return nil
    }
    self.loss = loss
    lowest = zip(observations, losses.values).filter { $0.0.isFeasible }.map(\.1).min()
    constraints = (observations[first].excesses.indices).compactMap { place in
      let excesses = StandardValues(
        observations.map { $0.excesses.indices.contains(place) ? $0.excesses[place] : nil },
        isKeepingZero: true)
      return GaussianProcess.likeliest(points: points, values: excesses.values)
        .map { ($0, excesses.zero) }
    }
  }

  /// The logarithm of the improvement to be expected times the chance to keep the constraints; of that
  /// chance alone while nothing keeps them.
  func hope(at point: [Double]) -> Double {
    let chance = constraints.reduce(0.0) { sum, constraint in
      let (mean, deviation) = constraint.process.posterior(at: point)
      guard deviation > 0 else { return sum + (mean <= constraint.bound ? 0 : -1e3) }
      return sum + LogNormal.distribution((constraint.bound - mean) / deviation)
    }
    guard let lowest else { return chance }
    let (mean, deviation) = loss.posterior(at: point)
    return chance + acquisition.rank(mean: mean, deviation: deviation, best: lowest)
  }
}
