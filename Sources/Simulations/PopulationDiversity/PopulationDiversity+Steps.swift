import Numerics
import Tuning

/// Genetic searches at eight mutation steps side by side, for the figure over steps.
///
/// All that chance decides is the same at every step, so it is drawn once. Every lane has the bits of a
/// search by itself; a test holds both together.
struct StepLanes: ~Copyable {
  private typealias Block = UnsafeMutablePointer<SIMD8<Double>>

  private let steps: SIMD8<Double>
  private let dimensions: Int
  private let population: Int

  /// How many groups of lanes a member has: its loss and then its coordinates.
  private var width: Int { 1 + dimensions }

  private let memory: Block

  /// The members, room for the generation that is bred, and the best member so far.
  private var members: Block
  private var next: Block
  private let best: Block

  private init(_ population: Int, dimensions: Int, steps: SIMD8<Double>) {
    self.steps = steps
    self.dimensions = dimensions
    self.population = population
    let size = population * (1 + dimensions)
    let all = 2 * size + 1 + dimensions
    memory = Block.allocate(capacity: all)
    memory.initialize(repeating: .zero, count: all)
    (members, next, best) = (memory, memory + size, memory + 2 * size)
  }

  deinit { memory.deallocate() }

  /// The mean of the lowest loss of as many searches as a run makes, at each of the steps.
  static func regrets(
    _ breeding: GeneticSearch.Breeding, steps: SIMD8<Double>, dimensions: Int, evaluations: Int,
    seed: UInt64
  ) -> SIMD8<Double> {
    let population = breeding.population
    var draws = ChildDraws(breeding, dimensions: dimensions)
    var lanes = StepLanes(population, dimensions: dimensions, steps: steps)
    var sum = SIMD8<Double>.zero
    for number in 0..<PopulationDiversity.searches {
      var stream = RandomStream(seed: seed, "search", number)
      lanes.begin(&stream)
      var judged = population
      while judged < evaluations {
        let children = min(population - 1, evaluations - judged)
        draws.draw(children, of: population, from: &stream)
        lanes.breed(children, draws)
        judged += children
      }
      sum += lanes.best[0]
    }
    return sum / Double(PopulationDiversity.searches)
  }

  /// Draws the first generation.
  private mutating func begin(_ stream: inout RandomStream) {
    best[0] = SIMD8(repeating: .infinity)
    for place in 0..<population {
      let member = members + place * width
      for axis in 1...dimensions { member[axis] = SIMD8(repeating: stream.uniform()) }
      judge(member)
    }
  }

  /// Replaces the members by the best one so far and so many children.
  private mutating func breed(_ children: Int, _ draws: borrowing ChildDraws) {
    for index in 0..<width { next[index] = best[index] }
    for place in 0..<children {
      let child = next + (1 + place) * width
      let first = place * dimensions
      // A parent that gives nothing need not win its tournament.
      var (isFirst, isSecond) = (false, false)
      for axis in 0..<dimensions {
        if draws.isSecond[first + axis] { isSecond = true } else { isFirst = true }
      }
      if isFirst { inherit(false, place, draws, child) }
      if isSecond { inherit(true, place, draws, child) }
      for axis in 0..<dimensions {
        child[1 + axis] = (child[1 + axis] + steps * draws.steps[first + axis]).mirrored
      }
      judge(child)
    }
    swap(&members, &next)
  }

  /// Gives a child what it has of one of its parents, the winner of a tournament in each lane.
  @inline(__always) private func inherit(
    _ isSecond: Bool, _ place: Int, _ draws: borrowing ChildDraws, _ child: Block
  ) {
    let meeting = draws.meeting
    let start = (2 * place + (isSecond ? 1 : 0)) * meeting
    var winner = members + draws.entrants[start] * width
    var loss = winner[0]
    for axis in 0..<dimensions where draws.isSecond[place * dimensions + axis] == isSecond {
      child[1 + axis] = winner[1 + axis]
    }
    for other in start + 1..<start + meeting {
      winner = members + draws.entrants[other] * width
      let isBetter = winner[0] .< loss
      loss.replace(with: winner[0], where: isBetter)
      for axis in 0..<dimensions where draws.isSecond[place * dimensions + axis] == isSecond {
        child[1 + axis].replace(with: winner[1 + axis], where: isBetter)
      }
    }
  }

  /// Finds a member's loss, and whether there is no better one so far.
  private func judge(_ member: Block) {
    var loss = SIMD8<Double>.zero
    for axis in 1...dimensions { loss += DentedBowl.height(member[axis]) }
    member[0] = loss
    let isBetter = loss .< best[0]
    for index in 0..<width { best[index].replace(with: member[index], where: isBetter) }
  }
}
