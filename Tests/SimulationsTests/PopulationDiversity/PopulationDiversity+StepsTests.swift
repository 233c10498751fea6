import Testing
import Tuning

@testable import Simulations

@Suite struct StepLanesTests {
  /// Eight searches side by side are the eight by themselves, to the last bit.
  @Test(
    arguments: [
      (20, 2, 3, 0.7, 400), (4, 5, 1, 0, 23), (9, 3, 10, 1, 300), (30, 2, 2, 0.5, 30),
      (7, 4, 3, 0.9, 8),
    ] as [(Int, Int, Int, Double, Int)])
  func areSearches(
    population: Int, dimensions: Int, tournament: Int, crossover: Double, evaluations: Int
  ) {
    var breeding = GeneticSearch.Breeding(population: population)
    breeding.tournament = tournament
    breeding.crossover = crossover
    let steps: SIMD8<Double> = [0, 0.0003, 0.01, 0.1, 0.3, 0.5, 1, 0.1]
    let lanes = StepLanes.regrets(
      breeding, steps: steps, dimensions: dimensions, evaluations: evaluations, seed: 6)
    for lane in 0..<8 {
      breeding.step = steps[lane]
      let search = DentSearches(
        breeding, dimensions: dimensions, evaluations: evaluations, seed: 6)
      #expect(lanes[lane] == search.regret, "step \(steps[lane])")
    }
    #expect(lanes[3] == lanes[7])
  }

  /// Numbers thrown back at both ends are those of the strategy, to the last bit.
  @Test func mirrored() {
    var breeding = GeneticSearch.Breeding(population: 2)
    breeding.step = 1
    let places = (-400...400).map { Double($0) / 37 } + [-1, 0, 1, 2, 3, 8.2]
    for place in places {
      #expect(SIMD8(repeating: place).mirrored[3] == breeding.moved(0, by: place), "\(place)")
    }
  }
}
