import Experiments
import Testing
import Tuning

@testable import Simulations

@Suite struct DentSearchesTests {
  private struct Mean {
    var regret: Double
    var error: Double
    var median: Double
    var diversity: Double
  }

  /// Means over 4 × 256 searches.
  private static func mean(
    step: Double, population: Int = 20, dimensions: Int = 2,
    _ turn: (inout GeneticSearch.Breeding) -> Void = { _ in }
  ) -> Mean {
    var breeding = GeneticSearch.Breeding(population: population)
    breeding.step = step
    turn(&breeding)
    let all = (1...4).map {
      DentSearches(breeding, dimensions: dimensions, evaluations: 400, seed: $0)
    }
    let regrets = all.flatMap(\.regrets)
    let mean = regrets.reduce(0, +) / Double(regrets.count)
    let squares = regrets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / Double(regrets.count * (regrets.count - 1))).squareRoot()
    return Mean(
      regret: mean, error: error, median: regrets.sorted()[regrets.count / 2],
      diversity: all.reduce(0) { $0 + $1.diversity / 4 })
  }

  /// Diversity and regret after 400 evaluations by step; 1,000 to 1,500 searches of others.
  ///
  /// Steps of .3 are thrown back at the ends. Those that stop there make .293 and 2.72.
  @Test(
    arguments: [
      (0, 0, 6.88), (0.01, 0.012, 2.06), (0.03, 0.049, 1.09), (0.1, 0.143, 1.36),
      (0.3, 0.2573, 2.56),
    ] as [(Double, Double, Double)])
  func bySteps(step: Double, diversity: Double, regret: Double) {
    let found = Self.mean(step: step)
    #expect(abs(found.diversity - diversity) < 0.003, "\(found)")
    // Theirs is as uncertain as ours.
    #expect(abs(found.regret - regret) < 4.5 * 1.42 * found.error, "\(found)")
    #expect(step != 0.01 || abs(found.median - 1.04) < 0.1)
  }

  /// Tournaments of 1, 2, 5 and 10 at steps of .03: there is a best pressure.
  @Test(arguments: [(1, 2.29), (2, 1.06), (5, 1.26), (10, 2.09)] as [(Int, Double)])
  func byTournaments(tournament: Int, regret: Double) {
    let found = Self.mean(step: 0.03) { $0.tournament = tournament }
    #expect(abs(found.regret - regret) < 4.5 * 1.42 * found.error, "\(found)")
  }

  /// Crossover helps where axes can be searched one by one, the more the more there are.
  @Test(
    arguments: [(2, 0, 1.28), (2, 1, 0.99), (5, 0, 19.1), (5, 1, 14.8)] as [(Int, Double, Double)])
  func byCrossover(dimensions: Int, crossover: Double, regret: Double) {
    let found = Self.mean(step: 0.03, dimensions: dimensions) { $0.crossover = crossover }
    #expect(abs(found.regret - regret) < 4.5 * 1.42 * found.error, "\(found)")
  }

  /// Steps of a tenth: 1.25 in two dimensions with ten members, 19.3 in five.
  @Test(arguments: [(2, 1.25), (5, 19.3)] as [(Int, Double)])
  func aTenthOfTheRange(dimensions: Int, regret: Double) {
    let found = Self.mean(step: 0.1, population: 10, dimensions: dimensions)
    #expect(abs(found.regret - regret) < 4.5 * 1.42 * found.error, "\(found)")
  }

  /// The first generation is spread as uniform places are, .279 for twenty of them.
  @Test func diversityAtFirst() {
    let searches = DentSearches(
      GeneticSearch.Breeding(population: 20), dimensions: 2, evaluations: 40, seed: 1)
    #expect(abs(searches.diversities[0] - 0.279) < 0.005)
    #expect(searches.diversities.count == 2)
  }

  /// Every evaluation counts once, those of a generation that is not whole included.
  @Test(arguments: [(20, 400), (7, 20), (20, 20), (7, 25), (100, 130)])
  func everyEvaluationCounts(population: Int, evaluations: Int) {
    let breeding = GeneticSearch.Breeding(population: population)
    let searches = DentSearches(breeding, dimensions: 2, evaluations: evaluations, seed: 2)
    #expect(
      searches.best.count == evaluations && searches.best.allSatisfy { $0.isFinite && $0 > 0 })
    #expect(zip(searches.best, searches.best.dropFirst()).allSatisfy { $0 >= $1 })
    let mean = searches.regrets.reduce(0, +) / 256
    #expect(abs(searches.regret - mean) < 1e-12)
    #expect(searches.diversities.count == 1 + (evaluations - population) / (population - 1))
  }
}
