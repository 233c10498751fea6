import Numerics

/// Random searches over the first few of some knobs, each with a best place of its own.
struct KnobSearch {
  /// How many searches are averaged.
  static let searches = 256

  /// What the squared distance of each knob from its best place weighs.
  let weights: [Double]
  let seed: UInt64

  init(_ weights: [Double], seed: UInt64) {
    self.weights = weights
    self.seed = seed
  }

  /// The mean lowest loss of the tuned knobs after 1, 2, 3 … trials: a row a trial, and in it a place
  /// for each number of tuned knobs, from 1 on.
  ///
  /// Fewer trials are the first of more, and fewer knobs are tuned by the first numbers of the same
  /// draws.
  func losses(upTo trials: Int) -> [[Double]] {
    var sums = [[Double]](
      repeating: [Double](repeating: 0, count: weights.count), count: trials)
    for number in 0..<Self.searches {
      var places = RandomStream(seed: seed, "best place", number)
      let best = weights.map { _ in places.uniform() }
      var draws = RandomStream(seed: seed, "search", number)
      var least = [Double](repeating: .infinity, count: weights.count)
      for trial in 0..<trials {
        var loss = 0.0
        for knob in weights.indices {
          let distance = draws.uniform() - best[knob]
          loss += weights[knob] * distance * distance
          least[knob] = min(least[knob], loss)
          sums[trial][knob] += least[knob]
        }
      }
    }
    return sums.map { $0.map { $0 / Double(Self.searches) } }
  }

  /// What some knobs lose in expectation in the middle: a squared distance is 1/12 on average.
  static func untuned(_ weights: some Sequence<Double>) -> Double {
    weights.reduce(0, +) / 12
  }

  /// How many values of each of some knobs a grid of no more than so many trials has.
  static func gridValues(_ trials: Int, knobs: Int) -> Int {
    var values = 1
    while Double(values + 1).raised(to: knobs) <= Double(trials) { values += 1 }
    return values
  }

  /// What some knobs lose in expectation on a grid of middles: 1/(12k²) for k values of each.
  static func grid(_ weights: some Sequence<Double>, values: Int) -> Double {
    untuned(weights) / Double(values * values)
  }
}
