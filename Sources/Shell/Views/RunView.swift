import Experiments
import Terminal

extension Page {
  /// The numbers of one run, theory beside measurement.
  ///
  /// - Parameter isExplained: whether each metric says what it is, where there is room.
  mutating func metrics(
    of outcome: Outcome, _ simulation: any Simulation.Type, isExplained: Bool
  ) {
    let theories = Set(simulation.metrics.compactMap(\.theory))
    let shown = simulation.metrics.filter { !theories.contains($0.name) }
    let hasTheory = shown.contains { $0.theory != nil }
    var columns = [TextTable.Column(""), TextTable.Column("measured", .decimal)]
    if hasTheory { columns.append(TextTable.Column("theory", .decimal)) }
    let hasSummary = isExplained && screen.width >= 72
    if hasSummary { columns.append(TextTable.Column("")) }
    var table = TextTable(columns)
    for metric in shown {
      var row = [
        StyledText(metric.name, Style(unbroken: true)),
        StyledText(metric.text(outcome[metric]), .bold),
      ]
      if hasTheory {
        row.append(StyledText(metric.theory.map { metric.text(outcome[$0]) } ?? ""))
      }
      if hasSummary { row.append(StyledText(metric.summary, .muted)) }
      table.append(row)
    }
    self.table(table)
  }

  /// The numbers of several runs, a column each, theory below measurement.
  ///
  /// - Parameter varied: the knobs that get a row, where the labels do not say them already.
  mutating func metrics(
    of runs: [LabelledRun], _ simulation: any Simulation.Type, varied: [String]
  ) {
    let isLabelled = varied.contains { knob in
      runs.contains { $0.settings[knob]?.text != $0.label }
    }
    let heading = isLabelled ? "" : varied.joined(separator: ", ")
    var table = TextTable(
      [.init(StyledText(heading, Style(unbroken: true)))]
        + runs.map { .init(StyledText($0.label, .bold), .trailing) })
    func add(_ name: String, _ style: Style, _ values: [String]) {
      table.append([StyledText(name, style)] + values.map { StyledText($0) })
    }
    for knob in varied where isLabelled {
      add(knob, Style(.accent, unbroken: true), runs.map { $0.settings[knob]?.text ?? "" })
    }
    let theories = Set(simulation.metrics.compactMap(\.theory))
    for metric in simulation.metrics where !theories.contains(metric.name) {
      add(metric.name, Style(unbroken: true), runs.map { metric.text($0.outcome[metric]) })
      if let theory = metric.theory {
        add("  by theory", .muted, runs.map { metric.text($0.outcome[theory]) })
      }
    }
    self.table(table)
  }

  /// What runs were found to be.
  mutating func findings(of runs: [LabelledRun]) {
    guard runs.count > 1 else {
      for finding in runs.flatMap(\.outcome.findings) {
        text(StyledText(finding.message.capitalizedSentence))
      }
      return
    }
    var said: [(labels: [String], message: String)] = []
    for run in runs {
      for finding in run.outcome.findings {
        if let index = said.firstIndex(where: { $0.message == finding.message }) {
          said[index].labels.append(run.label)
        } else {
          said.append(([run.label], finding.message))
        }
      }
    }
    for (labels, message) in said {
      text(StyledText("\(labels.listed): ", .bold) + StyledText(message), hanging: 2)
    }
  }

  /// Runs of one simulation: numbers, figures, findings.
  mutating func runs(
    _ runs: [LabelledRun], of simulation: any Simulation.Type, varied: [String],
    figures names: [String], chartRows: Int = Page.chartRows, isExplained: Bool = false
  ) {
    if let run = runs.first, runs.count == 1 {
      metrics(of: run.outcome, simulation, isExplained: isExplained)
    } else {
      metrics(of: runs, simulation, varied: varied)
    }
    for figure in Overlay.figures(of: runs, named: names) {
      blank()
      self.figure(figure, rows: chartRows)
    }
    blank()
    findings(of: runs)
  }
}

extension Settings {
  /// The knobs as people read them, those that were turned first: `learning-rate 0.1`.
  func texts(without hidden: Set<String> = []) -> [String] {
    let shown = values.filter { !hidden.contains($0.name) }
    let first = shown.filter { turned[$0.name] != nil }
    let rest = shown.filter { turned[$0.name] == nil }
    return (first + rest).map { "\($0.name) \($0.value.text)" }
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }
}
