import Numerics
import Tuning

/// The members of a generation and how they breed the next, as ``GeneticSearch`` has it.
///
/// The strategy is asked "what next, after all of this?" and reads its whole past again each time; here a
/// generation follows another. A test holds both to the same members.
struct Generation {
  /// A place in the unit cube; beyond the dimensions that are searched all stand in the middle.
  typealias Place = SIMD8<Double>

  private let breeding: GeneticSearch.Breeding
  private let dimensions: Int
  private let loss: (Place) -> Double
  private(set) var places: [Place]
  private(set) var losses: [Double]

  /// The first generation.
  ///
  /// - Precondition: as many places as members, and at most eight dimensions.
  init(
    _ places: [Place], _ breeding: GeneticSearch.Breeding, dimensions: Int,
    loss: @escaping (Place) -> Double
  ) {
    precondition(places.count == breeding.population && dimensions <= Place.scalarCount)
    self.places = places
    self.breeding = breeding
    self.dimensions = dimensions
    self.loss = loss
    losses = places.map(loss)
  }

  /// A child of two winners of tournaments.
  func child(_ stream: inout RandomStream) -> Place {
    let first = places[winner(&stream)]
    let second = places[winner(&stream)]
    let isCrossed = stream.bernoulli(breeding.crossover)
    var child = first
    for axis in 0..<dimensions {
      let isSecond = stream.bernoulli(0.5) && isCrossed
      // A draw that the strategy uses where an axis stands for choices.
      _ = stream.bits()
      child[axis] = breeding.moved(isSecond ? second[axis] : first[axis], by: stream.normal())
    }
    return child
  }

  private func winner(_ stream: inout RandomStream) -> Int {
    breeding.winner(among: losses.count, &stream) { losses[$0] < losses[$1] }
  }

  /// Replaces the members by their best one and children; of equally good ones the first lives on.
  mutating func follow(with children: [Place]) {
    var best = 0
    for place in losses.indices where losses[place] < losses[best] { best = place }
    (places, losses) = ([places[best]] + children, [losses[best]] + children.map(loss))
  }

  /// How many children a generation has, all but its best.
  var children: Int { breeding.population - 1 }

  /// The standard deviation of the members along an axis: the root of the mean variance of the axes.
  var diversity: Double {
    let count = Double(places.count)
    var variance = 0.0
    for axis in 0..<dimensions {
      let mean = places.reduce(0) { $0 + $1[axis] } / count
      variance += places.reduce(0) { $0 + ($1[axis] - mean) * ($1[axis] - mean) } / count
    }
    return Elementary.squareRoot(variance / Double(dimensions))
  }
}
