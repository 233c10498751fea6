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
        row.append(StyledText(simulation.theory(of: metric, in: outcome) ?? ""))
      }
      if hasSummary { row.append(StyledText(metric.summary, .muted)) }
      table.append(row)
    }
    self.table(table)
  }

  /// The numbers of several runs, a column each, theory below measurement.
  ///
  /// Where the columns do not fit side by side, tables of fewer runs follow each other.
  ///
  /// - Parameter varied: the knobs that get a row, where the labels do not say them already.
  mutating func metrics(
    of runs: [LabelledRun], _ simulation: any Simulation.Type, varied: [String]
  ) {
    let indent = 2
    var tables: [TextTable] = []
    for parts in 1...max(runs.count, 1) {
      tables = runs.divided(into: parts).map { table(of: $0, simulation, varied: varied) }
      if tables.allSatisfy({ $0.fits(width: screen.width - indent) }) { break }
    }
    for (index, table) in tables.enumerated() {
      if index > 0 { blank() }
      self.table(table, indent: indent)
    }
  }

  private func table(
    of runs: [LabelledRun], _ simulation: any Simulation.Type, varied: [String]
  ) -> TextTable {
    let heading = runs.labelKnob(among: varied)
    let isLabelled = heading == nil
    var table = TextTable(
      [.init(StyledText(heading ?? "", Style(unbroken: true)))]
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
      if metric.theory != nil {
        let texts = runs.map { simulation.theory(of: metric, in: $0.outcome) ?? "" }
        add("  by theory", .muted, texts)
      }
    }
    return table
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
      // A message that begins with the label says already which run it is about.
      if labels.count == 1, let rest = message.rest(after: labels[0]) {
        text(StyledText(labels[0], .bold) + StyledText(rest), hanging: 2)
      } else {
        text(StyledText("\(labels.listed): ", .bold) + StyledText(message), hanging: 2)
      }
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
    let knob = runs.labelKnob(among: varied)
    for figure in Overlay.figures(of: runs, named: names, by: knob) {
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

extension [LabelledRun] {
  /// The knobs that none of the runs has looked at.
  func idleKnobs(of simulation: any Simulation.Type) -> Set<String> {
    reduce(Set(simulation.knobs.map(\.name))) { idle, run in
      idle.intersection(simulation.idleKnobs(run.settings))
    }
  }

  /// The one knob in which the runs differ, where their labels are its values.
  fileprivate func labelKnob(among varied: [String]) -> String? {
    guard let knob = varied.first, varied.count == 1,
      allSatisfy({ $0.settings[knob]?.text == $0.label })
    else { return nil }
    return knob
  }

  /// The runs in so many parts of about one size, in their order.
  fileprivate func divided(into parts: Int) -> [[LabelledRun]] {
    (0..<parts).map { part in
      Array(self[part * count / parts..<(part + 1) * count / parts])
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

  /// The text with its first letter in upper case.
  var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }
}
