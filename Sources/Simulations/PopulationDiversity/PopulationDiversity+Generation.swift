import Numerics
import Tuning

/// The members of a generation and how they breed the next, as `GeneticSearch` has it.
///
/// The strategy is asked "what next, after all of this?" and reads its whole past again each time; here a
/// generation follows another. A test holds both to the same members.
struct Generation {
  private let breeding: GeneticSearch.Breeding
  private let dimensions: Int

  /// Room for what chance decides of the next children.
  private var draws: ChildDraws

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
    draws = ChildDraws(breeding, dimensions: dimensions)
    losses = Self.losses(places, dimensions)
  }

  private static func losses(_ places: [Double], _ dimensions: Int) -> [Double] {
    let heights = DentedBowl.heights(places)
    var losses = [Double](repeating: 0, count: places.count / dimensions)
    for member in losses.indices {
      var sum = 0.0
      for axis in 0..<dimensions { sum += heights[member * dimensions + axis] }
      losses[member] = sum
    }
    return losses
  }

  /// So many children, each of two winners of tournaments: their coordinates, child after child.
  ///
  /// - Precondition: no more than there are members.
  mutating func children(_ count: Int, _ stream: inout RandomStream) -> [Double] {
    draws.draw(count, of: losses.count, from: &stream)
    var children = [Double](repeating: 0, count: count * dimensions)
    var genes = children.mutableSpan
    for child in 0..<count {
      let first = winner(of: 2 * child * draws.meeting) * dimensions
      let second = winner(of: (2 * child + 1) * draws.meeting) * dimensions
      for axis in 0..<dimensions {
        let own = child * dimensions + axis
        genes[own] = places[(draws.isSecond[own] ? second : first) + axis]
      }
    }
    breeding.move(&genes, by: draws.steps)
    return children
  }

  /// The member that wins the tournament whose entrants begin there.
  private func winner(of start: Int) -> Int {
    var best = draws.entrants[start]
    for place in start + 1..<start + draws.meeting {
      let other = draws.entrants[place]
      best = losses[other] < losses[best] ? other : best
    }
    return best
  }

  /// Replaces the members by their best one and children; of equally good ones the first lives on.
  ///
  /// - Returns: the losses of the children.
  @discardableResult
  mutating func follow(with children: [Double]) -> [Double] {
    var best = 0
    for place in losses.indices where losses[place] < losses[best] { best = place }
    let found = Self.losses(children, dimensions)
    for axis in 0..<dimensions { places[axis] = places[best * dimensions + axis] }
    losses[0] = losses[best]
    places.replaceSubrange(dimensions..., with: children)
    losses.replaceSubrange(1..., with: found)
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

extension GeneticSearch.Breeding {
  /// Moves the first numbers of a list by so many steps each, eight at a time, with the bits of
  /// `moved`.
  fileprivate func move(_ genes: inout MutableSpan<Double>, by steps: [Double]) {
    let whole = genes.count / 8 * 8
    for first in stride(from: 0, to: whole, by: 8) {
      var (gene, change) = (SIMD8<Double>(), SIMD8<Double>())
      for lane in 0..<8 { (gene[lane], change[lane]) = (genes[first + lane], steps[first + lane]) }
      let moved = (gene + step * change).mirrored
      for lane in 0..<8 { genes[first + lane] = moved[lane] }
    }
    for place in whole..<genes.count { genes[place] = moved(genes[place], by: steps[place]) }
  }
}

extension SIMD8<Double> {
  /// Numbers thrown back at 0 and at 1, as `Breeding.moved` does it.
  ///
  /// - Precondition: less than 2⁵¹ in size.
  var mirrored: Self {
    let half = self / 2
    // A number so large that it has no fractions leaves the nearest integer; rounding down by itself
    // would be a call for each lane.
    let nearest = (half + 0x1.8p52) - 0x1.8p52
    let below = nearest.replacing(with: nearest - 1, where: nearest .> half)
    let rest = (half - below) * 2
    return rest.replacing(with: 2 - rest, where: rest .> 1)
  }
}
