import Numerics
import Tuning

/// The best places of many searches, and what each way of searching tries.
struct Race {
  let trials: Int
  let second: Double
  let seed: UInt64

  /// The best place of every search.
  let places: [[Double]]

  init(trials: Int, second: Double, searches: Int, seed: UInt64) {
    self.trials = trials
    self.second = second
    self.seed = seed
    places = (0..<searches).map { number in
      var stream = RandomStream(seed: seed, "best place", number)
      return [stream.uniform(), stream.uniform()]
    }
  }

  /// What a search of this number tries, in its order.
  func points(_ way: SearchRace.Way, _ number: Int) -> [[Double]] {
    guard let type = Strategies.named(way.rawValue) else { return [] }
    var stream = RandomStream(seed: seed, "search", number)
    let strategy = type.init(
      Search(Cube(dimensions: 2), budget: trials, seed: stream.bits()))
    // None of the four looks at what was found, so that only the number of observations counts.
    var observations: [Observation] = []
    while observations.count < trials {
      let next = strategy.propose(after: observations).prefix(trials - observations.count)
      if next.isEmpty { break }
      observations += next.map { Observation($0.point, loss: nil) }
    }
    return observations.map(\.point)
  }

  /// What all searches of a way try; a grid is the same every time.
  func tried(_ way: SearchRace.Way) -> [[[Double]]] {
    way == .grid
      ? [[[Double]]](repeating: points(way, 0), count: places.count)
      : places.indices.map { points(way, $0) }
  }

  /// The lowest loss of every search under a weight of the second knob.
  func regrets(_ tried: [[[Double]]], second: Double) -> [Double] {
    zip(tried, places).map { points, best in
      points.reduce(.infinity) { least, point in
        let (x, y) = (point[0] - best[0], point[1] - best[1])
        return min(least, x * x + second * y * y)
      }
    }
  }

  /// The mean regret under a weight of the second knob.
  func regret(_ tried: [[[Double]]], second: Double) -> Double {
    let regrets = regrets(tried, second: second)
    return regrets.reduce(0, +) / Double(regrets.count)
  }

  /// How many values of each knob the grid has.
  var gridCounts: [Int] {
    GridSearch(Search(Cube(dimensions: 2), budget: trials)).counts
  }

  /// The weight of the second knob at which random search does as the grid is expected to.
  ///
  /// Random regret is a mean of minima of straight lines in the weight, so concave, and the grid's is
  /// straight: if random is ahead at one end and behind at the other, they cross once.
  func crossing(random: [[[Double]]]) -> Double? {
    let counts = gridCounts
    func isGridAhead(_ second: Double) -> Bool {
      ExpectedRegret.grid(counts, second: second) < regret(random, second: second)
    }
    guard !isGridAhead(0), isGridAhead(1) else { return nil }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<24 {
      let middle = 0.5 * (low + high)
      if isGridAhead(middle) { high = middle } else { low = middle }
    }
    return 0.5 * (low + high)
  }
}
