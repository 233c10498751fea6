import Experiments
import Foundation
import Testing

@testable import Simulations

@Suite struct CopiesChainTests {
  /// The chance that the best has a part in a tournament, at 20 members.
  @Test(arguments: [(2, 0.0975), (3, 0.1426), (5, 0.2262), (10, 0.4013)] as [(Int, Double)])
  func chanceOfTheBest(tournament: Int, chance: Double) {
    let chain = CopiesChain(population: 20, tournament: tournament)
    #expect(abs(chain.chance(copies: 1) - chance) < 5.1e-5)
    #expect(chain.chance(copies: 0) == 0 && chain.chance(copies: 20) == 1)
    #expect(abs(chain.grown(0.3) - (1 - pow(0.7, Double(tournament)))) < 1e-15)
  }

  /// How often 20 members lose their best for good.
  @Test(
    arguments: [(1, 0.95, 1e-12), (2, 0.1934, 6e-5), (3, 0.055, 6e-4), (5, 0.006, 6e-4)]
      as [(Int, Double, Double)])
  func theBestIsLost(tournament: Int, lost: Double, within error: Double) {
    let found = CopiesChain(population: 20, tournament: tournament).fate.lost
    #expect(abs(found - lost) < error, "\(found)")
  }

  /// Without selection every member is as likely the last: 1 − 1/N.
  @Test(arguments: [4, 20, 100]) func withoutSelection(population: Int) {
    let chain = CopiesChain(population: population, tournament: 1)
    #expect(abs(chain.fate.lost - (1 - 1 / Double(population))) < 1e-11)
    #expect(chain.steadyGenerations == nil && chain.roughGenerations == nil)
  }

  /// Generations to a takeover: exact beside 4,000 runs, without chance, and by the rough formula.
  @Test(
    arguments: [
      (20, 2, 6.68, 6, 5.90), (20, 3, 4.45, 4, 3.73), (20, 5, 3.20, 3, 2.54),
      (20, 10, 2.22, 2, 1.78), (100, 2, 9.64, 9, 8.85), (100, 3, 6.30, 6, 5.58),
      (100, 5, 4.41, 4, 3.81), (100, 10, 3.08, 3, 2.66),
    ] as [(Int, Int, Double, Int, Double)])
  func takeovers(population: Int, tournament: Int, exact: Double, steady: Int, rough: Double)
    throws
  {
    let chain = CopiesChain(population: population, tournament: tournament)
    #expect(abs(chain.fate.generations - exact) < 0.09, "\(chain.fate.generations)")
    #expect(chain.steadyGenerations == steady)
    #expect(abs(try #require(chain.roughGenerations) - rough) < 5.1e-3)
  }

  /// All 4⁴ ways to fill a generation of four, counted, until nothing is left between.
  @Test(arguments: [1, 2, 3]) func byAllGenerations(tournament: Int) {
    let population = 4
    var chances = [0.0, 1, 0, 0, 0]
    var (before, sum, won) = (0.0, 0.0, 0.0)
    for generation in 1...4000 {
      var next = [Double](repeating: 0, count: 5)
      next[0] = chances[0]
      next[4] = chances[4]
      for copies in 1...3 {
        // Every place is won by the best unless all that are drawn are others.
        let other = pow(1 - Double(copies) / 4, Double(tournament))
        for pattern in 0..<(1 << population) {
          let best = pattern.nonzeroBitCount
          next[best] +=
            chances[copies] * pow(1 - other, Double(best)) * pow(other, Double(4 - best))
        }
      }
      chances = next
      sum += Double(generation) * (chances[4] - before)
      before = chances[4]
      won = chances[4]
    }
    let fate = CopiesChain(population: population, tournament: tournament).fate
    #expect(abs(fate.lost - chances[0]) < 1e-12)
    #expect(abs(fate.generations - sum / won) < 1e-9)
  }

  /// Shares begin with one member; the next is the chance of a tournament, and all end at those that win.
  @Test(arguments: [(20, 2), (20, 1), (33, 3)]) func shares(population: Int, tournament: Int) {
    let chain = CopiesChain(population: population, tournament: tournament)
    let shares = chain.shares(60)
    #expect(shares.count == 61 && shares[0] == 1 / Double(population))
    #expect(abs(shares[1] - chain.chance(copies: 1)) < 1e-14)
    if tournament == 1 {
      #expect(shares.allSatisfy { abs($0 - 1 / Double(population)) < 1e-13 })
    } else {
      #expect(abs(shares[60] - (1 - chain.fate.lost)) < 1e-9)
      #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 + 1e-15 })
    }
  }

  @Test func verdictsTurnAtTheirBounds() {
    func code(_ lost: Double, _ tournament: Int) -> String {
      TournamentTakeover.verdict(lost: lost, tournament: tournament).code
    }
    #expect(code(0.95, 1) == "drift" && code(0.05, 2) == "loses-best")
    #expect(code(0.05.nextDown, 2) == "keeps-best")
  }
}
