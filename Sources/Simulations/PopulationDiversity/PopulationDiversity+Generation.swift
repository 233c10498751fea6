import Numerics
import Tuning

/// The members of a generation and how they breed the next, as `GeneticSearch` has it.
///
/// The strategy is asked "what next, after all of this?" and reads its whole past again each time; here a
/// generation follows another. A test holds both to the same members.
struct Generation {
  private let breeding: GeneticSearch.Breeding
  private let dimensions: Int

  /// The coordinates of the members in the unit cube, member after member.
  private(set) var places: [Double]
  private(set) var losses: [Double]

  /// The first generation.
  ///
  /// - Precondition: as many places as members.
  init(_ places: [Double], _ breeding: GeneticSearch.Breeding, dimensions: Int) {
    precondition(places.count == breeding.population * dimensions, "a place for every member")
    self.places = places
    self.breeding = breeding
    self.dimensions = dimensions
    losses = Self.losses(places, dimensions)
  }

  private static func losses(_ places: [Double], _ dimensions: Int) -> [Double] {
    let heights = DentedBowl.heights(places)
    return stride(from: 0, to: heights.count, by: dimensions).map { first in
      var sum = 0.0
      for axis in first..<first + dimensions { sum += heights[axis] }
      return sum
    }
  }

  /// So many children, each of two winners of tournaments: their coordinates, child after child.
  func children(_ count: Int, _ stream: inout RandomStream) -> [Double] {
    var (genes, steps): ([Double], [Double]) = ([], [])
    genes.reserveCapacity(count * dimensions)
    steps.reserveCapacity(count * dimensions)
    for _ in 0..<count {
      let first = winner(&stream) * dimensions
      let second = winner(&stream) * dimensions
      let isCrossed = stream.bernoulli(breeding.crossover)
      for axis in 0..<dimensions {
        let isSecond = stream.bernoulli(0.5) && isCrossed
        // A draw that the strategy uses where an axis stands for choices.
        _ = stream.bits()
        genes.append(places[(isSecond ? second : first) + axis])
        steps.append(stream.probability())
      }
    }
    // All at once is several times as fast.
    var span = steps.mutableSpan
    NormalQuantile.replace(&span)
    return zip(genes, steps).map { breeding.moved($0, by: $1) }
  }

  private func winner(_ stream: inout RandomStream) -> Int {
    breeding.winner(among: losses.count, &stream) { losses[$0] < losses[$1] }
  }

  /// Replaces the members by their best one and children; of equally good ones the first lives on.
  ///
  /// - Returns: the losses of the children.
  @discardableResult
  mutating func follow(with children: [Double]) -> [Double] {
    var best = 0
    for place in losses.indices where losses[place] < losses[best] { best = place }
    let found = Self.losses(children, dimensions)
    places = places[best * dimensions..<(best + 1) * dimensions] + children
    losses = [losses[best]] + found
    return found
  }

  /// The standard deviation of the members along an axis: the root of the mean variance of the axes.
  var diversity: Double {
    let count = Double(losses.count)
    var variance = 0.0
    for axis in 0..<dimensions {
      var (sum, squares) = (0.0, 0.0)
      for place in stride(from: axis, to: places.count, by: dimensions) { sum += places[place] }
      for place in stride(from: axis, to: places.count, by: dimensions) {
        squares += (places[place] - sum / count) * (places[place] - sum / count)
      }
      variance += squares / count
    }
    return Elementary.squareRoot(variance / Double(dimensions))
  }
}
