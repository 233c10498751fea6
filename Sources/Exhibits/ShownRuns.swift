import Experiments
import Tuning

/// Runs of one simulation, made: numbers with theory beside measurement, figures, findings.
package struct ShownRuns: Exhibit {
  /// A knob or a metric, with what it is in every run.
  package struct Line: Sendable, Hashable {
    /// What is typed or measured.
    package let name: String

    /// The values in words, a run each.
    package let values: [String]

    /// What theory says of each run; nil where the metric has no theory.
    package var theory: [String]?

    /// How far that holds, in a word; nil where it is exact or there is none.
    package var theoryWord: String?

    /// What it is.
    package let summary: String
  }

  /// What runs were found to be.
  package struct Sentence: Sendable, Hashable {
    /// The runs it is about, where there are several.
    package let lead: String

    /// The rest of the sentence, or all of it.
    package let text: String
  }

  /// What was run.
  package let simulation: any Simulation.Type

  /// What all runs have in common.
  package let common: Settings

  /// The knobs in which the runs differ.
  package let varied: [String]

  /// The seed of every run.
  package let seed: UInt64

  /// The runs, in order.
  package let runs: [LabelledRun]

  /// The names of the figures that are drawn.
  package let figures: [String]

  /// The names of the metrics that are shown; nil for all.
  package var metrics: [String]?

  /// Whether the knobs that nobody turned are left out of what is said of the runs.
  package var hidesUntouched = false

  /// The credits that stand in the same text already, and are not said again.
  package var credited: Set<String> = []

  /// What to type next.
  package var next: [NextStep] = []

  /// Runs that were made.
  package init(
    simulation: any Simulation.Type, common: Settings, varied: [String], seed: UInt64,
    runs: [LabelledRun], figures: [String], metrics: [String]? = nil
  ) {
    self.simulation = simulation
    self.common = common
    self.varied = varied
    self.seed = seed
    self.runs = runs
    self.figures = figures
    self.metrics = metrics
  }

  /// The runs with all metrics, and all that they have in common.
  package var whole: ShownRuns {
    var whole = self
    whole.metrics = nil
    whole.hidesUntouched = false
    return whole
  }

  /// The runs as a lesson shows them, with the metrics of a directive; all where it has none.
  func inLesson(_ names: [String]) -> ShownRuns {
    var shown = self
    shown.metrics = names.isEmpty ? nil : names
    shown.hidesUntouched = !names.isEmpty
    return shown
  }

  /// Whom the data of the runs are owed to.
  package var credits: Set<String> { runs.map(\.outcome).credits }

  /// What the runs have in common, as people read it; knobs without effect are left out, and those
  /// that nobody turned where those are hidden.
  package var details: [String] {
    let untouched =
      !hidesUntouched ? [] : common.values.map(\.name).filter { common.turned[$0] == nil }
    return common.texts(
      without: runs.idleKnobs(of: simulation).union(varied).union(untouched))
      + (simulation.usesChance ? ["seed \(seed)"] : [])
  }

  /// The one knob in which the runs differ, where their labels are its values.
  package var labelKnob: String? {
    guard let knob = varied.first, varied.count == 1,
      runs.allSatisfy({ $0.settings[knob]?.text == $0.label })
    else { return nil }
    return knob
  }

  /// The knobs in which the runs differ, where their labels do not say them already.
  package var knobLines: [Line] {
    guard labelKnob == nil else { return [] }
    return varied.map { knob in
      Line(name: knob, values: runs.map { $0.settings[knob]?.text ?? "" }, summary: "")
    }
  }

  /// The metrics that are shown, those that hold a theory beside what was measured.
  package var metricLines: [Line] {
    let theories = Set(simulation.metrics.compactMap(\.theory?.metric))
    let shown = metrics.map(Set.init)
    let rows = simulation.metrics.filter {
      !theories.contains($0.name) && shown?.contains($0.name) ?? true
    }
    return rows.map { metric in
      Line(
        name: metric.name, values: runs.map { metric.text($0.outcome[metric]) },
        theory: metric.theory.map { _ in
          runs.map { simulation.theory(of: metric, in: $0.outcome) ?? "" }
        }, theoryWord: metric.theory?.kind.word, summary: metric.summary)
    }
  }

  /// Whether there are more metrics than those that are shown.
  package var hidesMetrics: Bool {
    guard metrics != nil else { return false }
    return whole.metricLines.count > metricLines.count
  }

  /// The figures, those of several runs in one picture where their form allows it.
  package var drawings: [Figure] { Overlay.figures(of: runs, named: figures, by: labelKnob) }

  /// What the runs were found to be, as far as it explains what is shown; what was found of several is
  /// said once.
  package var sentences: [Sentence] {
    guard runs.count > 1 else {
      return runs.flatMap(\.outcome.findings).filter(isSaid)
        .map { Sentence(lead: "", text: $0.sentence) }
    }
    var said: [(labels: [String], message: String)] = []
    for run in runs {
      for finding in run.outcome.findings where isSaid(finding) {
        if let index = said.firstIndex(where: { $0.message == finding.message }) {
          said[index].labels.append(run.label)
        } else {
          said.append(([run.label], finding.message))
        }
      }
    }
    return said.map { labels, message in
      // A message that begins with the label says already which run it is about.
      if labels.count == 1, let rest = message.rest(after: labels[0]) {
        return Sentence(lead: labels[0], text: rest)
      }
      return Sentence(lead: "\(labels.listed): ", text: message)
    }
  }

  /// False for a finding that explains none of the metrics shown, or only credits what is credited
  /// already.
  private func isSaid(_ finding: Finding) -> Bool {
    guard finding.credits.isEmpty || !credited.isSuperset(of: finding.credits) else { return false }
    guard let metrics, !finding.explains.isEmpty else { return true }
    let theories = simulation.metrics.filter { finding.explains.contains($0.name) }
    return theories.contains { metrics.contains(simulation.shown(as: $0).name) }
  }

  /// Writes the run, or several as a list.
  package func encode(to encoder: any Encoder) throws {
    let documents = runs.map {
      OutcomeDocument(Run(simulation, $0.settings, seed: seed), $0.outcome)
    }
    guard let document = documents.first, documents.count == 1 else {
      return try ["runs": documents].encode(to: encoder)
    }
    try document.encode(to: encoder)
  }
}

extension Settings {
  /// The knobs as people read them, those that were turned first: `learning-rate 0.1`.
  package func texts(without hidden: Set<String> = []) -> [String] {
    let shown = values.filter { !hidden.contains($0.name) }
    let first = shown.filter { turned[$0.name] != nil }
    let rest = shown.filter { turned[$0.name] == nil }
    return (first + rest).map { "\($0.name) \($0.value.text)" }
  }
}

extension Finding {
  /// The message as a sentence that stands alone.
  package var sentence: String { message.prefix(1).uppercased() + message.dropFirst() }
}

extension [Outcome] {
  /// Whom the data are owed to.
  package var credits: Set<String> { Set(flatMap(\.findings).flatMap(\.credits)) }
}

extension [LabelledRun] {
  /// The knobs that none of the runs has looked at.
  func idleKnobs(of simulation: any Simulation.Type) -> Set<String> {
    reduce(Set(simulation.knobs.map(\.name))) { idle, run in
      idle.intersection(simulation.idleKnobs(run.settings))
    }
  }
}

extension String {
  /// What follows a word at the beginning, nil where the text does not begin with it.
  fileprivate func rest(after word: String) -> String? {
    guard !word.isEmpty, hasPrefix(word) else { return nil }
    let rest = dropFirst(word.count)
    guard let next = rest.first, !next.isLetter, !next.isNumber, next != ".", next != "-" else {
      return nil
    }
    return String(rest)
  }
}
