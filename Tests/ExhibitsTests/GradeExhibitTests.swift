import Experiments
import Simulations
import Testing
import ToyCourse

@testable import Exhibits
@testable import Grading

/// What is said of a grade.
@Suite struct GradeExhibitTests {
  private static func grade(share: Double, attempt: Int) async throws -> Grade {
    let exercise = try Toys.exercise(
      "simulation: coin\ntask: t\nchoose: share\npass: luck >= 1 (3 points)")
    var grading = Grading(
      exercise, choices: try Toys.settings(Coin.self, ["share": "\(share)"]), attempt: attempt)
    while !grading.isDecided { await grading.advance(by: 32) }
    return grading.grade
  }

  /// A rate between the two asked for, tried until one attempt spends all of its seeds.
  @Test func whatStaysOpenDoesNotPass() async throws {
    for attempt in 1...100 {
      let grade = try await Self.grade(share: 0.81, attempt: attempt)
      guard grade.decision == .open else { continue }
      let exhibit = GradeExhibit(grade, attempt: 1)
      let confidence = try #require(exhibit.confidence)
      let passed = try #require(grade.seeds?.passed)
      #expect(
        confidence.hasPrefix(
          "Passed on \(passed) of 200 fresh seeds: too close to call between 70 % and 90 %, which "
            + "does not pass. Of all seeds it would pass on "))
      #expect(exhibit.lines.map(\.mark) == [.open] && exhibit.lines.map(\.points) == ["0 of 3"])
      #expect(exhibit.lines[0].measured.hasSuffix("held on \(passed) of 200 seeds, not decided"))
      #expect(!exhibit.isPassed && exhibit.verdict == "Not passed.")
      return
    }
    Issue.record("no attempt stayed open")
  }

  @Test(arguments: [("growth-per-step", "measured 0.900"), ("predicted-growth", "by theory 0.900")])
  func theoryIsNotMeasured(_ metric: String, _ text: String) async throws {
    let exercise = try Toys.exercise(
      "simulation: step-size\ntask: t\nchoose: learning-rate\npass: \(metric) >= 0.5 (3 points)",
      on: .all)
    var grading = Grading(
      exercise, choices: try Toys.settings(StepSize.self, ["learning-rate": "0.1"]), attempt: 1)
    while !grading.isDecided { await grading.advance(by: 32) }
    #expect(GradeExhibit(grading.grade, attempt: 1).lines.map(\.measured) == [text])
  }

  @Test(arguments: [
    (
      1.0,
      "Passed on 19 of 19 fresh seeds: often enough, as about 90 % of all seeds are asked for.",
      "82–100 %"
    ),
    (
      0, "Passed on 0 of 5 fresh seeds: too rarely, as about 90 % of all seeds are asked for.",
      "0–52 %"
    ),
  ])
  func certaintyIsWorded(share: Double, says: String, interval: String) async throws {
    let exhibit = GradeExhibit(try await Self.grade(share: share, attempt: 1), attempt: 1)
    let confidence = try #require(exhibit.confidence)
    #expect(confidence.hasPrefix(says) && confidence.contains("would pass on \(interval) (95 %"))
    #expect(exhibit.origin == nil)
  }
}
