import Experiments
import Lessons

/// What a prediction asks.
package struct QuestionExhibit: Exhibit {
  /// One of the runs that are asked between.
  package struct Choice: Sendable, Hashable, Codable {
    package let label: String

    /// The knobs in which it differs from others.
    package let details: [String]
  }

  /// The knobs of the run that is asked about, or those that all runs have in common.
  package let details: [String]

  /// The question, as Markdown.
  package let question: String

  /// The runs that are asked between, an answer being the place of one from 1; none where a number is
  /// asked for.
  package let choices: [Choice]

  /// What was answered before, in words; nil the first time.
  package let earlier: String?

  /// What a prediction asks.
  ///
  /// - Parameter earlier: what was answered before.
  package init(_ directive: PredictDirective, earlier: Double? = nil) {
    let varied = Set(
      directive.simulation.knobs.map(\.name).filter { name in
        Set(directive.cases.map { $0.settings[name] }).count > 1
      })
    details = directive.settings.texts(without: varied)
    question = directive.question
    choices = directive.cases.map { each in
      Choice(
        label: each.label,
        details: each.settings.values.filter { varied.contains($0.name) }
          .map { "\($0.name) \($0.value.text)" })
    }
    self.earlier = earlier.flatMap { directive.text(of: $0) }.map { "You answered \($0) before." }
  }

  /// What may be typed, as a prompt says it.
  package var accepted: String { choices.isEmpty ? "A number" : "1 … \(choices.count)" }

  /// What may be typed, with the letters that go elsewhere.
  package var keys: String { "\(accepted), or: s skip, b back, q quit" }
}

/// What became of a prediction.
package struct AnswerExhibit: Exhibit {
  /// Whether the answer is right, or near enough to what was measured.
  package let isRight: Bool

  /// The answer beside the measurement and the theory.
  package let text: String

  /// What was measured of each run that was asked between; none where a number was asked for.
  package let measured: [String]

  /// What the run was found to be; of several, the one that was asked for.
  package let findings: [String]

  /// What became of an answer, now that the runs were made.
  package init(_ answer: Double, to directive: PredictDirective, _ outcomes: [Outcome]) {
    let values = outcomes.map { $0[directive.metric] }
    isRight = directive.accepts(answer, measured: values)
    let said = directive.text(of: answer) ?? NumberText.shortest(answer)
    let texts = zip(outcomes, values).map { outcome, value in
      directive.text(of: value, in: outcome)
    }
    switch directive.answer {
    case .number:
      let isSigned = directive.metric.kind == .size && answer < 0
      text =
        "You said \(said); \(directive.word) \(texts.first ?? directive.metric.absent)"
        + (isSigned ? "; its sign is not measured." : ".")
      measured = []
      findings = outcomes.first.map(directive.sentences) ?? []
    case .which(let extreme, let cases):
      let place = extreme.place(in: values)
      let found =
        place.map { "that of \(Quoted.text(cases[$0].label))" } ?? "not of one of them alone"
      text =
        "You said \(said); the \(extreme.rawValue) \(directive.metric.name) is \(found)."
      measured = zip(cases, texts).map { "\($0.label): \($1)" }
      findings = place.map { directive.sentences(outcomes[$0]) } ?? []
    }
  }

  /// Whether it was right.
  package var verdict: String { isRight ? "Right." : "Not quite." }
}

/// What a prediction is about, once its runs were made, whatever was foreseen.
package struct PredictionResult: Sendable {
  /// What was measured or follows from theory; of several runs, which one it is that was asked for.
  package let text: String

  /// What was measured of each run that was asked between; none where a number was asked for.
  package let measured: [String]

  /// What the run was found to be; of several, the one that was asked for.
  package let findings: [String]

  package init(_ directive: PredictDirective, _ outcomes: [Outcome]) {
    let values = outcomes.map { $0[directive.metric] }
    let texts = zip(outcomes, values).map { outcome, value in
      directive.text(of: value, in: outcome)
    }
    switch directive.answer {
    case .number:
      let word = directive.word.prefix(1).uppercased() + directive.word.dropFirst()
      text = "\(word) \(texts.first ?? directive.metric.absent)."
      measured = []
      findings = outcomes.first.map(directive.sentences) ?? []
    case .which(let extreme, let cases):
      let place = extreme.place(in: values)
      let found =
        place.map { "that of \(Quoted.text(cases[$0].label))" } ?? "not of one of them alone"
      text = "The \(extreme.rawValue) \(directive.metric.name) is \(found)."
      measured = zip(cases, texts).map { "\($0.label): \($1)" }
      findings = place.map { directive.sentences(outcomes[$0]) } ?? []
    }
  }
}

extension PredictDirective {
  /// What was found of a run that explains what is asked; whom its data are owed to, the lesson's runs
  /// say.
  fileprivate func sentences(_ outcome: Outcome) -> [String] {
    let fitting = outcome.findings.filter {
      $0.credits.isEmpty && ($0.explains.isEmpty || $0.explains.contains(metric.name))
    }
    return fitting.map(\.sentence)
  }

  /// Where the value that is asked for comes from.
  fileprivate var word: String { simulation.isTheory(metric) ? "by theory" : "measured" }

  /// A value beside what theory says of it, or beside what was measured of what it is the theory of.
  fileprivate func text(of value: Double?, in outcome: Outcome) -> String {
    let shown = metric.text(value)
    if simulation.isTheory(metric) {
      let other = simulation.shown(as: metric)
      return "\(shown), measured \(other.text(outcome[other]))"
    }
    guard let theory = simulation.theory(of: metric, in: outcome), theory != Metric.noTheory else {
      return shown
    }
    return "\(shown), by theory \(metric.theory?.kind.lead ?? "")\(theory)"
  }

  /// An answer in words: a number, or the quoted label of a run; nil without such a run.
  func text(of answer: Double) -> String? {
    guard case .which(_, let cases) = self.answer else { return NumberText.shortest(answer) }
    return cases.indices.first { Double($0 + 1) == answer }.map { Quoted.text(cases[$0].label) }
  }
}
