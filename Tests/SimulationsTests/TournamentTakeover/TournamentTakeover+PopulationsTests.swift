import Testing

@testable import Simulations

@Suite struct TakeoversTests {
  /// 8 × 256 populations: how many lose their best, how long the others take, and one generation on.
  @Test(arguments: [(20, 1), (20, 2), (20, 3), (20, 10), (100, 2), (4, 5)])
  func agreesWithTheory(population: Int, tournament: Int) {
    let all = (1...8).map {
      Takeovers(population: population, tournament: tournament, seed: $0)
    }
    let chain = CopiesChain(population: population, tournament: tournament)
    let count = Double(8 * TournamentTakeover.populations)
    func judge(_ share: Double, _ expected: Double, _ spread: Double, _ what: String) {
      #expect(abs(share - expected) <= 4.5 * spread + 1e-12, "\(what): \(share) for \(expected)")
    }
    let fate = chain.fate
    let lost = all.reduce(0) { $0 + $1.lostShare } / 8
    judge(lost, fate.lost, (fate.lost * (1 - fate.lost) / count).squareRoot(), "lost")
    let times = all.flatMap(\.takeovers).map(Double.init)
    let mean = times.reduce(0, +) / Double(times.count)
    let squares = times.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    judge(
      mean, fate.generations, (squares / Double(times.count * (times.count - 1))).squareRoot(),
      "generations")
    let chance = chain.chance(copies: 1)
    let share = all.reduce(0) { $0 + $1.share(after: 1) } / 8
    judge(
      share, chance, (chance * (1 - chance) / (count * Double(population))).squareRoot(), "share")
  }

  /// What ended stays: nobody is kept in part.
  @Test func rowsEndWithNoneOrAll() {
    let takeovers = Takeovers(population: 10, tournament: 3, seed: 5)
    #expect(takeovers.copies.count == TournamentTakeover.populations)
    for row in takeovers.copies where row.count <= Takeovers.kept {
      #expect(row[0] == 1 && (row.last == 0 || row.last == 10))
    }
    #expect(
      takeovers.share(after: 1000) == Double(takeovers.takeovers.count)
        / Double(TournamentTakeover.populations))
  }
}
