import Experiments
import Lessons

/// What a prediction asks.
package struct QuestionExhibit: Exhibit {
  /// The knobs of the run that is asked about.
  package let details: [String]

  /// The question, as Markdown.
  package let question: String

  /// What was answered before, in words; nil the first time.
  package let earlier: String?

  /// What a prediction asks.
  ///
  /// - Parameter earlier: what was answered before.
  package init(_ directive: PredictDirective, earlier: Double? = nil) {
    details = directive.settings.texts()
    question = directive.question
    self.earlier = earlier.map { "You answered \(NumberText.shortest($0)) before." }
  }
}

/// What became of a prediction.
package struct AnswerExhibit: Exhibit {
  /// Whether the answer is near enough to what was measured.
  package let isRight: Bool

  /// The answer beside the measurement and the theory.
  package let text: String

  /// What the run was found to be.
  package let findings: [String]

  /// What became of an answer, now that the run was made.
  package init(_ answer: Double, to directive: PredictDirective, _ outcome: Outcome) {
    let measured = outcome[directive.metric]
    isRight = measured.map { directive.accepts(answer, measured: $0) } ?? false
    let theory = directive.simulation.theory(of: directive.metric, in: outcome)
    text =
      "You said \(NumberText.shortest(answer)); measured \(directive.metric.text(measured))"
      + (theory.map { ", by theory \(directive.metric.theory?.kind.lead ?? "")\($0)" } ?? "") + "."
    findings = outcome.findings.map(\.sentence)
  }

  /// Whether it was right.
  package var verdict: String { isRight ? "Right." : "Not quite." }
}
