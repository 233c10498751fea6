import Experiments
import Testing
import ToyCourse

@testable import Grading

@Suite struct PassSamplesTests {
  private static func exercise(_ pass: String, choose: String = "share") throws -> Exercise {
    try Toys.exercise("simulation: coin\ntask: t\nchoose: \(choose)\npass: \(pass)")
  }

  @Test func cellsFarFromPassingStopEarly() async throws {
    let exercise = try Self.exercise("luck >= 1")
    var samples = PassSamples(exercise)
    await samples.fill(for: exercise)
    #expect(samples.tally(of: 0, for: exercise) == PassSamples.Tally(run: 2, passed: 0))
    let last = samples.points.count - 1
    #expect(samples.tally(of: last, for: exercise) == PassSamples.Tally(run: 12, passed: 12))
    for cell in 0...last {
      let tally = samples.tally(of: cell, for: exercise)
      #expect(samples.values(of: cell).count == tally.run)
      #expect(samples.passes(cell, exercise) == (tally.failures <= 1))
      #expect(tally.run == 12 || tally.failures >= 2)
    }
    #expect(await PassSearch.region(of: exercise).passing == samples.region(of: exercise).passing)
  }

  /// Runs that were made for other bounds count as if they had been made for these alone.
  @Test func otherBoundsAreCountedAfresh() async throws {
    let strict = try Self.exercise("gain >= 3", choose: "share, bonus")
    let loose = strict.replacing(criterion: 0, with: .atLeast(1))
    var both = PassSamples(strict)
    await both.fill(for: strict)
    await both.fill(for: loose)
    for exercise in [strict, loose] {
      var alone = PassSamples(exercise)
      await alone.fill(for: exercise)
      for cell in 0..<alone.points.count {
        #expect(both.tally(of: cell, for: exercise) == alone.tally(of: cell, for: exercise))
      }
    }
  }

  @Test func withoutChanceOneRunIsEnough() async throws {
    let exercise = try Toys.exercise("simulation: line\ntask: t\nchoose: x\npass: x in 0.3 ... 0.5")
    var samples = PassSamples(exercise)
    await samples.fill(for: exercise)
    #expect(samples.cells.allSatisfy { samples.values(of: $0).count == 1 })
    let region = samples.region(of: exercise)
    #expect(region.extent(through: 30, along: 0) == 24...40)
  }

  @Test func anotherCriterionIsTheSameOtherwise() throws {
    let exercise = try Self.exercise("luck >= 1 (3 points)")
    let other = exercise.replacing(criterion: 0, with: .below(2))
    #expect(other.criteria.map(\.source) == ["luck < 2"])
    #expect(other.maximumPoints == 3)
    #expect(exercise.replacing(criterion: 1, with: .below(2)).criteria == exercise.criteria)
  }

  /// A criterion that no seed changes settles a cell at once, and that cell does not pass.
  @Test func exactCriteriaAreSettledByOneSeed() async throws {
    let exercise = try Toys.exercise(
      of: ExactMetricTests.Half.self, pass: "counted <= 3\npass: tossed >= 0")
    var samples = PassSamples(exercise)
    await samples.fill(for: exercise)
    for cell in 0..<samples.points.count {
      let count = try #require(samples.points.settings(at: cell)?["count"]?.number)
      let passes = count <= 3
      #expect(samples.tally(of: cell, for: exercise).run == (passes ? 12 : 1))
      #expect(samples.passes(cell, exercise) == passes)
    }
  }
}
