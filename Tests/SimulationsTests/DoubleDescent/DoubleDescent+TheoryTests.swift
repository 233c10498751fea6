import Testing

@testable import Simulations

@Suite struct RandomFeatureRiskTests {
  static func theory(_ strengths: DoubleDescent.Strengths, noise: Double = 0.2)
    -> RandomFeatureRisk
  {
    RandomFeatureRisk(strengths: strengths, examples: 40, noise: noise)
  }

  /// Worked by hand: 200 equal features, of which 20 or 100 are given.
  @Test func agreesWithHandWork() throws {
    let theory = Self.theory(.equal)
    let few = try #require(theory.risk(20))
    let many = try #require(theory.risk(100))
    #expect(abs(few - 1.889_473_684_210_526) < 1e-12)
    #expect(abs(many - 1.166_101_694_915_254) < 1e-12)
    #expect(abs(theory.missed(50) - 0.75) < 1e-12 && theory.missed(200) == 0)
  }

  @Test(arguments: DoubleDescent.Strengths.allCases)
  func hasNoValueAtThePeakAndGrowsTowardsIt(strengths: DoubleDescent.Strengths) throws {
    let theory = Self.theory(strengths)
    #expect([39, 40, 41].allSatisfy { theory.risk($0) == nil })
    let below = try (30...38).map { try #require(theory.risk($0)) }
    let above = try (42...200).map { try #require(theory.risk($0)) }
    #expect(below == below.sorted())
    #expect(above[..<10] == above[..<10].sorted(by: >)[...])
    #expect(abs(theory.weights.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12)
    #expect(theory.weights == theory.weights.sorted(by: >))
  }

  /// The least error of all is beyond the peak for equal features, before it for fading ones.
  @Test func theBetterValleyDependsOnTheFeatures() throws {
    func best(_ strengths: DoubleDescent.Strengths) -> Int? {
      let theory = Self.theory(strengths)
      return (1...200).filter { theory.risk($0) != nil }
        .min { (theory.risk($0) ?? .infinity) < (theory.risk($1) ?? .infinity) }
    }
    #expect(best(.equal) == 200)
    let fading = try #require(best(.fading))
    #expect((11...16).contains(fading))
  }
}
