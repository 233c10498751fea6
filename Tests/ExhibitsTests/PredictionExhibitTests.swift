import Experiments
import Lessons
import Simulations
import Testing
import ToyCourse

@testable import Exhibits

/// What a prediction asks and what became of it, where one of several runs is asked for.
@Suite struct PredictionExhibitTests {
  private static let directive = Toys.read(
    """
    ---
    title: T
    summary: S
    ---
    ```predict p
    simulation: line
    set: y = 0.5
    case: near | x = 0.25
    case: far off | x = 0.75
    ask: highest sum
    question: Which?
    ```
    """
  ).lesson.predictions.first

  @Test func theRunsAreAskedBetween() throws {
    let directive = try #require(Self.directive)
    let asked = QuestionExhibit(directive)
    #expect(asked.choices.map(\.label) == ["near", "far off"])
    #expect(asked.choices.map(\.details) == [["x 0.25"], ["x 0.75"]])
    #expect(asked.details.contains("y 0.5") && !asked.details.contains { $0.hasPrefix("x ") })
    #expect(asked.accepted == "1 … 2" && asked.earlier == nil)
    #expect(QuestionExhibit(directive, earlier: 2).earlier == "You answered \"far off\" before.")
    // There were more of them once.
    #expect(QuestionExhibit(directive, earlier: 3).earlier == nil)
  }

  @Test(arguments: [(1, false), (2, true), (3, false)])
  func theAnswerStandsBesideEveryRun(answer: Double, isRight: Bool) throws {
    let directive = try #require(Self.directive)
    let exhibit = AnswerExhibit(answer, to: directive, directive.runs.map { $0.outcome() })
    #expect(exhibit.isRight == isRight)
    #expect(exhibit.text.hasSuffix("; the highest sum is that of \"far off\"."))
    #expect(exhibit.measured == ["near: 0.750", "far off: 1.25"])
  }

  @Test func noRunMayBeTheOne() throws {
    let directive = try #require(Self.directive)
    let outcome = directive.runs[0].outcome()
    let exhibit = AnswerExhibit(1, to: directive, [outcome, outcome])
    #expect(!exhibit.isRight)
    #expect(exhibit.text == "You said \"near\"; the highest sum is not of one of them alone.")
  }

  /// What theory says is not called measured, whichever of the two is asked for.
  @Test(arguments: [
    ("growth-per-step", "; measured 0.900, by theory 0.900."),
    ("predicted-growth", "; by theory 0.900, measured 0.900."),
  ])
  func theoryIsNotMeasured(_ metric: String, _ end: String) throws {
    let directive = try #require(
      Toys.read(
        """
        ---
        title: T
        summary: S
        ---
        ```predict p
        simulation: step-size
        set: learning-rate = 0.1
        ask: \(metric)
        tolerance: 1%
        question: What?
        ```
        """, on: .all
      ).lesson.predictions.first)
    let exhibit = AnswerExhibit(0.9, to: directive, directive.runs.map { $0.outcome() })
    #expect(exhibit.isRight && exhibit.text == "You said 0.9\(end)")
  }
}
