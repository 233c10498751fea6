import Numerics
import Testing
import Tuning

@testable import Simulations

@Suite struct GenerationTests {
  /// Members and children are those of the genetic search of `knobs tune`, to the last bit.
  @Test(
    arguments: [
      (4, 2, 3, 0.7, 0.1), (20, 2, 3, 0.7, 0.03), (9, 5, 1, 0, 0.3), (30, 3, 10, 1, 0.001),
      (12, 2, 5, 0.5, 1),
    ] as [(Int, Int, Int, Double, Double)])
  func isTheGeneticSearch(
    population: Int, dimensions: Int, tournament: Int, crossover: Double, step: Double
  ) {
    var breeding = GeneticSearch.Breeding(population: population)
    breeding.tournament = tournament
    breeding.crossover = crossover
    breeding.step = step
    let search = Search(Cube(dimensions: dimensions), budget: 400, seed: 11)
    let strategy = GeneticSearch(search, breeding)
    func observed(_ proposals: [Proposal]) -> [Observation] {
      proposals.map { proposal in
        Observation(
          proposal.point, loss: proposal.point.reduce(0) { $0 + DentedBowl.height($1) })
      }
    }
    var observations = observed(strategy.propose(after: []))
    var generation = Generation(
      observations.flatMap(\.point), breeding, dimensions: dimensions)
    #expect(generation.losses == observations.compactMap(\.loss))
    for number in 1...12 {
      let proposals = strategy.propose(after: observations)
      let children = (0..<population - 1).flatMap { child in
        var stream = RandomStream(seed: 11, "generation \(number)", child)
        return generation.children(1, &stream)
      }
      #expect(children == proposals.flatMap(\.point), "generation \(number)")
      let best = observations.compactMap(\.loss).min()
      observations += observed(proposals)
      let losses = generation.follow(with: children)
      #expect(losses == observations.suffix(population - 1).compactMap(\.loss))
      #expect(generation.losses[0] == best)
    }
  }

  @Test func diversityByHand() {
    let breeding = GeneticSearch.Breeding(population: 2)
    let apart = Generation([0.2, 0.5, 0.4, 0.5], breeding, dimensions: 2)
    // Variances of .01 and 0.
    #expect(abs(apart.diversity - 0.005.squareRoot()) < 1e-15)
    #expect(Generation([0.3, 0.3], breeding, dimensions: 1).diversity == 0)
  }
}

@Suite struct DentedBowlTests {
  @Test func heights() {
    #expect(DentedBowl.height(0.5) == 0)
    // A whole number away there is a dent, of about its square; half-way a ridge.
    #expect(abs(DentedBowl.height(0.5 + 1 / 10.24) - 1) < 1e-12)
    #expect(abs(DentedBowl.height(0.5 - 2 / 10.24) - 4) < 1e-12)
    #expect(abs(DentedBowl.height(0.5 + 0.5 / 10.24) - 20.25) < 1e-12)
    let places = (0..<37).map { Double($0) / 36 }
    #expect(DentedBowl.heights(places) == places.map(DentedBowl.height))
    #expect(DentedBowl.heights([]) == [])
  }

  /// Of random places: 2,000 searches beside the integral, and means of others.
  @Test(
    arguments: [(2, 400, 2.80, 0.06), (2, 20, 13.2, 0), (5, 400, 30.4, 0.4), (3, 100, 14, 0)]
      as [(Int, Int, Double, Double)])
  func randomPlaces(dimensions: Int, places: Int, known: Double, within error: Double) {
    let expected = DentedBowl.random(dimensions: dimensions, places: places)
    if error > 0 { #expect(abs(expected - known) < error, "\(expected)") }
    let found = (0..<2000).map { number -> Double in
      var stream = RandomStream(seed: 6, "places", number)
      return (0..<places).reduce(.infinity) { lowest, _ in
        min(
          lowest, (0..<dimensions).reduce(0) { sum, _ in sum + DentedBowl.height(stream.uniform()) }
        )
      }
    }
    let mean = found.reduce(0, +) / 2000
    let squares = found.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    #expect(abs(mean - expected) < 4.5 * (squares / 2000 / 1999).squareRoot(), "\(mean)")
  }
}
