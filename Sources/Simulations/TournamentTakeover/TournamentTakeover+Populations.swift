import Numerics
import Tuning

/// Populations that only select, followed until all of their members are the best or none is.
struct Takeovers {
  /// How many generations are kept of each population.
  static let kept = 40

  let population: Int
  let tournament: Int
  let seed: UInt64

  /// The copies of the best by generation, one row a population, up to the last or `kept`.
  let copies: [[Int]]

  /// The generations that each population took which the best took over.
  let takeovers: [Int]

  /// How many winners were found in all.
  let tournaments: Int

  init(population: Int, tournament: Int, seed: UInt64) {
    var breeding = GeneticSearch.Breeding(population: population)
    breeding.tournament = tournament
    var copies: [[Int]] = []
    var takeovers: [Int] = []
    var tournaments = 0
    for number in 0..<TournamentTakeover.populations {
      var stream = RandomStream(seed: seed, "population", number)
      // By rank: 0 is the best.
      var members = Array(0..<population)
      var (generation, best, row) = (0, 1, [1])
      while best > 0, best < population {
        let parents = members
        for place in members.indices {
          let winner = breeding.winner(among: population, &stream) { parents[$0] < parents[$1] }
          members[place] = parents[winner]
        }
        best = members.count { $0 == 0 }
        generation += 1
        if generation <= Self.kept { row.append(best) }
      }
      tournaments += generation * population
      if best > 0 { takeovers.append(generation) }
      copies.append(row)
    }
    self.population = population
    self.tournament = tournament
    self.seed = seed
    self.copies = copies
    self.takeovers = takeovers
    self.tournaments = tournaments
  }

  var lostShare: Double { 1 - Double(takeovers.count) / Double(copies.count) }

  /// The mean number of generations to a takeover; nil if there was none.
  var generations: Double? {
    takeovers.isEmpty ? nil : Double(takeovers.reduce(0, +)) / Double(takeovers.count)
  }

  /// The share of the best in a generation, mean over all populations; what ended stays as it was.
  func share(after generation: Int) -> Double {
    let sum = copies.reduce(0) { $0 + $1[min(generation, $1.count - 1)] }
    return Double(sum) / Double(copies.count * population)
  }
}
