import Experiments
import Foundation
import Numerics
import Testing

@testable import Tuning

@Suite struct StrategyTests {
  private static let cube = SearchSpace([Bowl.x, Bowl.steps, Bowl.mode], of: Bowl.defaults).cube
  private static let resource = Resource(least: 1, most: 81)

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Tuning/Strategies").standardizedFileURL

  /// The table names every file, so that none is forgotten.
  @Test func everyFileIsInTheTable() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".swift") && !$0.contains("+") }
      .map { String($0.dropLast(6)) }
    #expect(Set(files) == Set(Strategies.all.map { "\($0)" }))
    #expect(Set(Strategies.all.map { $0.name }).count == Strategies.all.count)
    for strategy in Strategies.all {
      #expect(Strategies.named(strategy.name) == strategy)
      #expect(!strategy.summary.isEmpty)
    }
    #expect(Strategies.named("") == nil)
  }

  /// What a strategy proposes when losses are given by the number of a trial.
  private static func search(
    _ type: any Strategy.Type, budget: Int, seed: UInt64 = 3, atMost rounds: Int = 1000,
    oneByOne: Bool = false, _ loss: (Int) -> Double?
  ) -> [Proposal] {
    let strategy = type.init(Search(cube, budget: budget, seed: seed, resource: resource))
    var observations: [Observation] = []
    var proposed: [Proposal] = []
    for _ in 0..<rounds where proposed.count < 2 * budget {
      let next = strategy.propose(after: observations)
      if next.isEmpty { break }
      for proposal in oneByOne ? next.prefix(1) : next[...] {
        observations.append(
          Observation(
            proposal.point, loss: loss(proposed.count), resource: proposal.resource))
        proposed.append(proposal)
      }
    }
    return proposed
  }

  private static let losses: [@Sendable (Int) -> Double?] = [
    { _ in nil }, { Double($0) }, { _ in .infinity }, { _ in -.infinity }, { _ in .nan },
    { $0.isMultiple(of: 3) ? nil : 1e300 * Double($0) },
    { Double(($0 &* 7919) % 101) },
  ]

  /// Each stays in its space and searches the same way twice, whatever it observes, and whether it is
  /// told one by one or round by round.
  @Test(arguments: Strategies.all.map { $0.name }, [1, 7, 60])
  func everyStrategyKeepsToItsSpace(name: String, budget: Int) throws {
    let type = try #require(Strategies.named(name))
    for loss in Self.losses {
      let found = Self.search(type, budget: budget, loss)
      #expect(!found.isEmpty)
      #expect(found == Self.search(type, budget: budget, loss))
      let single = Self.search(type, budget: budget, oneByOne: true, loss)
      #expect(found.prefix(single.count) == single.prefix(found.count))
      for proposal in found {
        #expect(proposal.point.count == 3)
        #expect(Self.cube.settled(proposal.point) == proposal.point)
        #expect((1.0...81).contains(proposal.resource))
      }
    }
  }

  /// Another seed searches elsewhere, but for the grid.
  @Test(arguments: Strategies.all.map { $0.name }) func seedsDiffer(name: String) throws {
    let type = try #require(Strategies.named(name))
    let loss: (Int) -> Double? = { Double($0) }
    let same = Self.search(type, budget: 20, loss) == Self.search(type, budget: 20, seed: 4, loss)
    #expect(same == (name == "grid"))
  }

  /// Only what buys a resource gives less than there is of it.
  @Test(arguments: Strategies.all.map { $0.name }) func whatIsBoughtIsSaid(name: String) throws {
    let type = try #require(Strategies.named(name))
    let found = Self.search(type, budget: 60) { Double($0) }
    #expect((Set(found.map(\.resource)).count > 1) == type.buysResource)
    let plain = type.init(Search(Self.cube, budget: 9))
    let amounts = plain.propose(after: []).map(\.resource)
    #expect(Set(amounts) == [1])
  }

  /// Losses that say nothing keep nobody from finding the bottom of a bowl.
  @Test(arguments: Strategies.all.map { $0.name }) func everyStrategyFindsABowl(name: String) throws
  {
    let type = try #require(Strategies.named(name))
    let strategy = type.init(Search(Cube(dimensions: 2), budget: 64))
    var observations: [Observation] = []
    while observations.count < 64 {
      let next = strategy.propose(after: observations)
      if next.isEmpty { break }
      observations += next.map { proposal in
        let off = proposal.point.map { ($0 - 0.3) * ($0 - 0.3) }
        return Observation(proposal.point, loss: off.reduce(0, +))
      }
    }
    let best = try #require(observations.compactMap(\.loss).min())
    #expect(best < 0.03, "\(best)")
  }
}

@Suite struct ObservationTests {
  private static func one(_ loss: Double?, _ excesses: [Double?] = []) -> Observation {
    Observation([], loss: loss, excesses: excesses)
  }

  /// Each is better than all behind it, and not the other way round.
  @Test func theOrderIsThatOfDeb() {
    let order = [
      Self.one(1, [-1]), Self.one(2, [0]), Self.one(.infinity, [-1]), Self.one(nil, [-1]),
      Self.one(0, [0.5]), Self.one(-1, [2]), Self.one(-9, [nil]),
    ]
    for (place, one) in order.enumerated() {
      for (other, another) in order.enumerated() {
        #expect(one.isBetter(than: another) == (place < other), "\(place) \(other)")
      }
    }
    #expect(order.best(9) == Array(order.indices))
    #expect([Self.one(1), Self.one(0), Self.one(1), Self.one(0)].best(3) == [1, 3, 0])
    #expect([Observation]().best(3) == [])
    #expect(Self.one(.nan).loss == nil)
  }

  @Test func constraintsAreMissedByWhatLiesOutside() {
    let most = Constraint(Bowl.loss, .atMost(2))
    #expect(most.excess(2) == 0)
    #expect(most.excess(5) == 3)
    #expect(most.excess(-1) == -3)
    #expect(most.excess(nil) == nil && most.excess(.nan) == nil)
    #expect(Constraint(Bowl.loss, .below(2)).excess(2) ?? 0 > 0)
    #expect(Constraint(Bowl.loss, .within(1...2)).excess(3) == 1)
    #expect(Constraint(Bowl.loss, .within(1...2)).excess(0.5) == 0.5)
  }
}
