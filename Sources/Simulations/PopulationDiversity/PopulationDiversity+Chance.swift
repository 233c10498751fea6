import Numerics
import Tuning

/// What chance decides of the children of a generation: nothing here depends on the members or the step.
struct ChildDraws {
  /// Who meets in the tournaments, child after child, those for the first parent before those for the
  /// second.
  private(set) var entrants: [Int] = []

  /// Whether a coordinate is that of the second parent, child after child.
  private(set) var isSecond: [Bool] = []

  /// By how many steps each coordinate is changed.
  private(set) var steps: [Double] = []

  /// How many meet in a tournament.
  let meeting: Int

  private let crossover: Double
  private let dimensions: Int

  init(_ breeding: GeneticSearch.Breeding, dimensions: Int) {
    crossover = breeding.crossover
    self.dimensions = dimensions
    meeting = max(1, breeding.tournament)
  }

  /// Draws so many children of so many members, in the order in which the strategy draws one.
  mutating func draw(_ children: Int, of members: Int, from stream: inout RandomStream) {
    let coordinates = children * dimensions
    if steps.count != coordinates {
      entrants = Array(repeating: 0, count: 2 * meeting * children)
      isSecond = Array(repeating: false, count: coordinates)
      steps = Array(repeating: 0, count: coordinates)
    }
    Self.fill(
      &entrants, &isSecond, &steps, members: members, meeting: meeting, crossover: crossover,
      dimensions: dimensions, from: &stream)
  }

  /// Fills the lists, each as it is.
  private static func fill(
    _ entrants: inout [Int], _ isSecond: inout [Bool], _ steps: inout [Double], members: Int,
    meeting: Int, crossover: Double, dimensions: Int, from stream: inout RandomStream
  ) {
    var entrants = entrants.mutableSpan
    var isSecond = isSecond.mutableSpan
    var steps = steps.mutableSpan
    // A copy stays in registers.
    var chance = stream
    for child in 0..<steps.count / dimensions {
      for entrant in 2 * meeting * child..<2 * meeting * (child + 1) {
        entrants[entrant] = chance.integer(below: members)
      }
      let isCrossed = chance.bernoulli(crossover)
      for own in dimensions * child..<dimensions * (child + 1) {
        let isOther = chance.bernoulli(0.5)
        isSecond[own] = isOther && isCrossed
        // A draw that the strategy uses where an axis stands for choices.
        _ = chance.bits()
        steps[own] = chance.probability()
      }
    }
    stream = chance
    // All at once is several times as fast.
    NormalQuantile.replace(&steps)
  }
}
