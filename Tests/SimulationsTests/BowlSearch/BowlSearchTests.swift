import Experiments
import Numerics
import Testing
import Tuning

@testable import Simulations

@Suite struct BowlSearchTests {
  /// The mean regret over that of random looks, by bowls of some seeds.
  private static func ratio(_ turned: [String: String]) throws -> Double {
    let outcomes = try (1...6).map { try BowlSearch.outcome(turned, seed: UInt64($0)) }
    func sum(_ metric: String) -> Double { outcomes.reduce(0) { $0 + ($1[metric] ?? .nan) } }
    return sum("regret") / sum("random-regret")
  }

  /// The lead melts with the dimensions.
  ///
  /// With one length for all axes the ratios of mean regrets after forty looks would be 0, 0, .03 and .41
  /// in 2, 5, 10 and 20 dimensions; a length for each, which has to be learnt, takes little away.
  @Test func theLeadMelts() throws {
    let ratios = try ["2", "5", "10", "20"].map {
      try Self.ratio(["dimensions": $0, "looks": "40"])
    }
    #expect(ratios[0] < 0.001 && ratios[1] < 0.01, "\(ratios)")
    #expect(ratios[2] > 0.015 && ratios[2] < 0.12, "\(ratios)")
    #expect(ratios[3] > 0.2 && ratios[3] < 0.6, "\(ratios)")
  }

  /// Ripples take the lead away sooner.
  @Test func ripplesTakeTheLead() throws {
    let ratio = try Self.ratio(["dimensions": "5", "looks": "40", "ripples": "0.1"])
    #expect(ratio > 0.3 && ratio < 0.9, "\(ratio)")
  }

  /// Fifty looks at Hartmann's function: .216 ± .056, where random looks leave 1.558 ± .011.
  @Test func theLeadOnHartmann() {
    func regret(_ seed: UInt64, _ make: (Search) -> any Strategy) -> Double {
      let strategy = make(Search(Cube(dimensions: 6), budget: 50, seed: seed))
      var observations: [Observation] = []
      while observations.count < 50 {
        observations += strategy.propose(after: observations)
          .map { Observation($0.point, loss: Hartmann.value($0.point)) }
      }
      return (observations.prefix(50).compactMap(\.loss).min() ?? .infinity) + 3.32236801
    }
    let model = (1...8).reduce(0) { $0 + regret(UInt64($1)) { BayesianSearch($0) } } / 8
    let random = (1...1000).reduce(0) { $0 + regret(UInt64($1)) { RandomSearch($0) } } / 1000
    #expect(abs(random - 1.558) < 0.06, "\(random)")
    #expect(model < 0.6, "\(model)")
  }

  /// One look anywhere leaves 1/6 and the ripples' height along each axis, over many bowls.
  @Test(arguments: [(1, 0), (3, 0.5), (20, 0.1)]) func oneLook(dimensions: Int, ripples: Double) {
    var stream = RandomStream(seed: 3, "looks")
    var (sum, squares) = (0.0, 0.0)
    for _ in 0..<20_000 {
      let bowl = Bowl(dimensions: dimensions, ripples: ripples, &stream)
      let value = bowl.value((0..<dimensions).map { _ in stream.uniform() })
      sum += value
      squares += value * value
    }
    let mean = sum / 20_000
    let error = ((squares / 20_000 - mean * mean) / 20_000).squareRoot()
    #expect(abs(mean - Double(dimensions) * (1.0 / 6 + ripples)) < 4 * error)
  }

  @Test func aBowlIsLowestWhereItSays() {
    var stream = RandomStream(seed: 1, "bowl")
    for ripples in [0, 0.3] {
      let bowl = Bowl(dimensions: 4, ripples: ripples, &stream)
      #expect(bowl.value(bowl.lowest) == 0)
      let off = bowl.lowest.map { $0 + 0.1 }
      // Half a ripple on, it is twice as high as the ripples on top of the bowl.
      #expect(abs(bowl.value(off) - 4 * (0.01 + 2 * ripples)) < 1e-9)
      for _ in 0..<100 {
        #expect(bowl.value((0..<4).map { _ in stream.uniform() }) > 0)
      }
    }
  }

  @Test(
    arguments: [(0.1, "far-ahead"), (0.1.nextUp, "ahead"), (1.0.nextDown, "ahead"), (1, "behind")])
  func verdictsTurnAtTheirBounds(ratio: Double, code: String) {
    #expect(BowlSearch.verdict(ratio: ratio).code == code)
  }

  @Test func findsWhatItIs() throws {
    let outcome = try BowlSearch.outcome(["dimensions": "2"])
    #expect(outcome.findings.map(\.code) == ["far-ahead"])
    #expect(outcome.findings[0].measured == outcome["regret"])
    #expect(outcome.findings[0].predicted == outcome["random-regret"])
    let (regret, random) = (
      try #require(outcome["regret"]), try #require(outcome["random-regret"])
    )
    #expect(outcome["ratio"] == regret / random)
  }

  @Test(arguments: ["1", "20"], ["0", "0.5"]) func holdsAtAllCorners(
    dimensions: String, ripples: String
  ) throws {
    for looks in ["5", "40"] {
      let outcome = try BowlSearch.outcome([
        "dimensions": dimensions, "ripples": ripples, "looks": looks,
      ])
      #expect(Set(outcome.metrics.keys) == Set(BowlSearch.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 >= 0 })
      #expect(outcome.cost.multiplyAdds > 0)
      FigureCheck.check(outcome.figures, of: BowlSearch.self)
    }
  }
}
