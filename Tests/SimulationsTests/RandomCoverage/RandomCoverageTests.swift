import Experiments
import Numerics
import Testing
import Tuning

@testable import Simulations

@Suite struct RandomCoverageTests {
  // The figures of the ground truth

  /// The fewest draws that hit with a chance of 0.95, and that chance.
  @Test(arguments: [
    (0.1, 29, 0.9529), (0.05, 59, 0.9515), (0.02, 149, 0.9507), (0.01, 299, 0.9505),
  ])
  func theFewestDrawsAreKnown(share: Double, trials: Int, chance: Double) {
    #expect(abs(Coverage(trials: trials, share: share).hitChance - chance) < 5.1e-5)
    #expect(Coverage(trials: trials, share: share).hitChance >= 0.95)
    #expect(Coverage(trials: trials - 1, share: share).hitChance < 0.95)
  }

  @Test(arguments: [
    (5, 0.167, 0.1294), (10, 0.091, 0.0670), (20, 0.048, 0.0341), (60, 0.016, 0.0115),
  ])
  func theBestDrawHasAKnownRank(trials: Int, mean: Double, median: Double) {
    let theory = Coverage(trials: trials, share: 0.05)
    #expect(abs(theory.meanRank - mean) < 5.1e-4)
    #expect(abs(theory.medianRank - median) < 5.1e-5)
    // Half of the searches have a rank below the median.
    #expect(abs(Coverage(trials: trials, share: theory.medianRank).hitChance - 0.5) < 1e-12)
  }

  /// The exercise: 59 … 65 draws, 7 % of 100, and neither the default nor an end.
  @Test func oneBandIsEnough() {
    let passing = (1...100).filter {
      Coverage(trials: $0, share: 0.05).hitChance >= 0.95 && $0 < 66
    }
    #expect(passing == Array(59...65))
    #expect(abs(Coverage(trials: 20, share: 0.05).hitChance - 0.6415) < 5.1e-5)
  }

  // Found otherwise

  /// The mean rank is the area under the chance that nothing is better.
  @Test(arguments: [1, 7, 59]) func ranksAddUp(trials: Int) {
    let area = (0..<20_000).reduce(0.0) {
      $0 + 1 - Coverage(trials: trials, share: (Double($1) + 0.5) / 20_000).hitChance
    }
    #expect(abs(area / 20_000 - Coverage(trials: trials, share: 0.5).meanRank) < 1e-8)
  }

  /// Neither the number of axes nor the region's size matters: 20 × 1000 searches beside theory.
  @Test(arguments: [1, 3, 10], [(20, 0.05), (3, 0.3), (100, 0.005)])
  func axesDoNotMatter(axes: Int, plan: (trials: Int, share: Double)) {
    let theory = Coverage(trials: plan.trials, share: plan.share)
    let all = (1...20).map { DrawnRanks(theory, axes: axes, seed: $0) }
    let hits = all.map(\.hitShare).reduce(0, +) / 20
    let error = (theory.hitChance * (1 - theory.hitChance) / 20_000).squareRoot()
    #expect(abs(hits - theory.hitChance) < 4 * error)
    let mean = all.map(\.meanRank).reduce(0, +) / 20
    #expect(abs(mean / theory.meanRank - 1) < 4 / 20_000.0.squareRoot())
    let median = all.map(\.medianRank).reduce(0, +) / 20
    #expect(abs(median / theory.medianRank - 1) < 0.04)
  }

  /// The random search of the course hits a ball as often, which is no cube and stands elsewhere.
  @Test func theSearchOfTheCourseHitsAsOften() {
    let radius = (0.05 / Double.pi).squareRoot()
    let hits = (0..<4000).filter { number in
      var stream = RandomStream(seed: 9, "centre", number)
      let centre = (0..<2).map { _ in 0.2 + 0.6 * stream.uniform() }
      let search = RandomSearch(
        Search(Cube(dimensions: 2), budget: 20, seed: UInt64(number)))
      return search.propose(after: []).prefix(20).contains { proposal in
        let squares = zip(proposal.point, centre).map { ($0 - $1) * ($0 - $1) }
        return squares[0] + squares[1] < radius * radius
      }
    }
    let chance = Coverage(trials: 20, share: 0.05).hitChance
    let error = (chance * (1 - chance) / 4000).squareRoot()
    #expect(abs(Double(hits.count) / 4000 - chance) < 4 * error)
  }

  // What a run says

  @Test(arguments: [(20, 0.05, "too-few"), (62, 0.05, "enough"), (100, 0.005, "too-few")])
  func findsWhatItIs(trials: Int, share: Double, code: String) throws {
    let outcome = try RandomCoverage.outcome([
      "trials": .integer(trials), "share": .real(share),
    ])
    #expect(outcome.findings.map(\.code) == [code, "ranked"])
    #expect(outcome.findings[0].predicted == outcome["hit-chance"])
    #expect(outcome.findings[0].measured == outcome["hit-share"])
    #expect(outcome.findings[1].predicted == outcome["predicted-best-rank"])
    #expect(outcome.findings[1].measured == outcome["best-rank"])
    #expect(outcome["tried"] == Double(trials))
  }

  @Test(arguments: [1, 100], [0.005, 0.5]) func holdsAtAllCorners(trials: Int, share: Double) throws
  {
    for axes in [1, 10] {
      let outcome = try RandomCoverage.outcome([
        "trials": .integer(trials), "share": .real(share), "axes": .integer(axes),
      ])
      #expect(Set(outcome.metrics.keys) == Set(RandomCoverage.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 >= 0 })
      #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
      FigureCheck.check(outcome.figures, of: RandomCoverage.self)
    }
  }

  @Test func verdictsTurnAtTheirBound() {
    #expect(RandomCoverage.verdict(hitChance: 0.95).code == "enough")
    #expect(RandomCoverage.verdict(hitChance: 0.95.nextDown).code == "too-few")
  }
}
