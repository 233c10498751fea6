import Numerics

/// A way of searching: told how everything did so far, it proposes what to try next.
///
/// A strategy never runs anything, so it can be tested without a simulation, and whoever runs what it
/// proposes decides how many runs are made side by side. What it proposes depends on what it was
/// given and on the observations alone, whether they come one by one or all at once: a search is its
/// list of trials, and goes on from that list on any machine as if it had never stopped.
package protocol Strategy: Sendable {
  /// The name as it is typed, in lowercase words joined by hyphens.
  static var name: String { get }

  /// How it searches, in one sentence.
  static var summary: String { get }

  /// Whether it buys little of a resource first, and more for what does well.
  static var buysResource: Bool { get }

  /// Whether what it proposes first depends on how many trials there will be, so that a search of some
  /// trials is not the beginning of one of more.
  static var plansAhead: Bool { get }

  init(_ search: Search)

  /// What to try next: the rest of a round that may be tried side by side, in this order.
  ///
  /// - Parameter observations: how everything did that was proposed before, in the order in which it
  ///   was proposed.
  /// - Returns: none once there is no more to try.
  func propose(after observations: [Observation]) -> [Proposal]

  /// Whether a trial that can be ended early is worth going on with.
  ///
  /// - Parameters:
  ///   - report: how it does after some of its resource.
  ///   - others: how others did that had spent as much.
  func isWorthMore(_ report: Observation, among others: [Observation]) -> Bool
}

extension Strategy {
  package static var buysResource: Bool { false }
  package static var plansAhead: Bool { true }

  /// Yes: most strategies look at the end alone.
  package func isWorthMore(_ report: Observation, among others: [Observation]) -> Bool { true }
}

/// What a strategy is given.
package struct Search: Sendable {
  package let cube: Cube

  /// About how many trials there will be, at least 1.
  package let budget: Int

  /// What its own chance comes from, if it leaves anything to chance.
  package let seed: UInt64

  /// What it may buy less of than there is.
  package let resource: Resource

  package init(_ cube: Cube, budget: Int, seed: UInt64 = 1, resource: Resource = Resource()) {
    self.cube = cube
    self.budget = max(1, budget)
    self.seed = seed
    self.resource = resource
  }

  /// A point that is as likely anywhere, of a number of its own.
  func random(_ name: String, _ number: Int) -> [Double] {
    var stream = RandomStream(seed: seed, name, number)
    return cube.settled((0..<cube.dimensions).map { _ in stream.uniform() })
  }
}

/// What is to be tried.
package struct Proposal: Sendable, Hashable {
  package let point: [Double]

  /// What is to be spent on it, in units of the resource.
  package let resource: Double

  package init(_ point: [Double], resource: Double) {
    self.point = point
    self.resource = resource
  }
}

/// What trials can be given more or less of: epochs, steps, rows.
package struct Resource: Sendable, Hashable {
  /// The least that says anything.
  package let least: Double

  /// What a trial has if nothing is spared.
  package let most: Double

  /// How many times more what goes on is given.
  package let factor: Int

  /// - Precondition: 0 < least ≤ most, and a factor of at least 2.
  package init(least: Double = 1, most: Double = 1, factor: Int = 3) {
    precondition(0 < least && least <= most && factor > 1, "a range and a factor")
    self.least = least
    self.most = most
    self.factor = factor
  }

  /// The largest s for which most/factorˢ is not less than the least.
  ///
  /// By multiplying up, as the logarithm of 243 to the base 3 is less than 5 in floating point.
  package var steps: Int {
    var (steps, amount) = (0, least * Double(factor))
    while amount <= most, steps < 60 {
      steps += 1
      amount *= Double(factor)
    }
    return steps
  }
}

/// Every strategy there is; each is a file in `Strategies`.
package enum Strategies {
  package static let all: [any Strategy.Type] = [
    GridSearch.self, RandomSearch.self, LatinHypercubeSearch.self, HaltonSearch.self,
    BayesianSearch.self, GeneticSearch.self, SuccessiveHalving.self, Hyperband.self,
  ]

  package static func named(_ name: String) -> (any Strategy.Type)? {
    all.first { $0.name == name }
  }
}
