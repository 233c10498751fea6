import Experiments
import Numerics
import Testing

@testable import Simulations

@Suite struct BreedingRaceTests {
  /// Random points: the integral beside 3,000 searches, and beside what others measured.
  @Test(
    arguments: [(16, 3.37), (25, 2.11), (49, 1.05), (100, 0.511), (200, 0.26), (400, 0.128)]
      as [(Int, Double)])
  func randomPoints(looks: Int, known: Double) {
    let expected = BraninSurface.randomRegret(after: looks)
    let found = (0..<3000).map { number -> Double in
      var stream = RandomStream(seed: 8, "points", number)
      return (0..<looks).reduce(.infinity) { lowest, _ in
        min(lowest, BraninSurface.regret([stream.uniform(), stream.uniform()]))
      }
    }
    let mean = found.reduce(0, +) / 3000
    let squares = found.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / 3000 / 2999).squareRoot()
    #expect(abs(mean - expected) < 4.5 * error, "\(mean), \(expected)")
    #expect(abs(expected - known) < 0.03 * known, "\(expected)")
  }

  /// 16 × 64 searches beside 3,000 of others whose steps are thrown back at the ends as well: means and
  /// medians.
  @Test(
    arguments: [
      (10, 25, 1.681, 0.040, 0.897), (10, 50, 0.495, 0.013, 0.275), (10, 100, 0.151, 0.003, 0.095),
      (20, 25, 1.947, 0.038, 1.307), (20, 50, 0.730, 0.015, 0.459), (20, 100, 0.223, 0.005, 0.140),
    ] as [(Int, Int, Double, Double, Double)])
  func geneticSearch(
    population: Int, evaluations: Int, mean known: Double, error: Double, median: Double
  ) {
    let all = (1...16).map {
      BreedingRace(population: population, evaluations: evaluations, seed: $0)
    }
    let ends = all.flatMap(\.genetic.ends)
    let mean = ends.reduce(0, +) / Double(ends.count)
    let squares = ends.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let ours = squares / Double(ends.count * (ends.count - 1))
    #expect(
      abs(mean - known) < 4 * (ours + error * error).squareRoot(),
      "\(mean) for \(known)")
    let middle = ends.sorted()[ends.count / 2]
    #expect(abs(middle - median) < 0.2 * median, "median \(middle)")
  }

  /// After 400 evaluations evolution leaves .037, where random points leave .128.
  @Test func fourHundredEvaluations() {
    let all = (1...4).map { BreedingRace(population: 10, evaluations: 400, seed: $0) }
    let ends = all.flatMap(\.genetic.ends)
    let mean = ends.reduce(0, +) / Double(ends.count)
    #expect(mean > 0.02 && mean < 0.045, "\(mean)")
  }

  /// Halton's points win at 25 evaluations, evolution at 100.
  @Test func haltonPointsWinAtFirst() {
    func means(_ evaluations: Int) -> (genetic: Double, halton: Double) {
      let all = (1...8).map { BreedingRace(population: 10, evaluations: evaluations, seed: $0) }
      return (
        all.reduce(0) { $0 + ($1.genetic.means.last ?? .nan) / 8 },
        all.reduce(0) { $0 + ($1.halton.means.last ?? .nan) / 8 }
      )
    }
    let (early, late) = (means(25), means(100))
    #expect(early.halton < early.genetic && abs(early.halton - 1.55) < 0.2)
    #expect(late.genetic < 0.7 * late.halton && abs(late.halton - 0.42) < 0.08)
  }

  @Test func verdictsTurnAtTheirBounds() {
    #expect(EvolutionRace.verdict(genetic: 0.8, halton: 1).code == "too-early")
    #expect(EvolutionRace.verdict(genetic: 0.8.nextDown, halton: 1).code == "evolves")
  }
}
