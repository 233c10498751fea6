import Exhibits
import Plotting
import Terminal

extension ShownRuns: ScreenExhibit {
  /// Numbers, figures and findings, and what to type next.
  package func set(on page: inout Page) {
    page.runs(self, isExplained: true)
    guard !next.isEmpty else { return }
    page.blank()
    page.next(next)
  }
}

extension Page {
  /// A run, or several side by side: numbers, figures, findings.
  ///
  /// - Parameters:
  ///   - chartRows: the rows of each chart.
  ///   - isDense: whether no line is left empty that need not be.
  ///   - isExplained: whether each metric of a run alone says what it is, where there is room.
  package mutating func runs(
    _ shown: ShownRuns, chartRows: Int = Page.chartRows, isDense: Bool = false,
    isExplained: Bool = false
  ) {
    heading(shown.simulation.name, shown.details)
    if !isDense { blank() }
    if shown.runs.count == 1 {
      metrics(of: shown, isExplained: isExplained, isDense: isDense)
    } else {
      metricsSideBySide(of: shown)
    }
    for figure in shown.drawings {
      blank()
      self.figure(figure, rows: chartRows)
    }
    blank()
    findings(of: shown)
  }

  /// The numbers of one run, theory beside measurement.
  ///
  /// - Parameter isDense: whether they are explained only where that breaks no row.
  private mutating func metrics(of shown: ShownRuns, isExplained: Bool, isDense: Bool) {
    let lines = shown.metricLines
    let hasTheory = lines.contains { $0.theory != nil }
    let hasWord = lines.contains { $0.theoryWord != nil }
    let longest = lines.map { displayWidth($0.summary) }.max() ?? 0
    let others = lines.map { displayWidth($0.name) + (hasTheory ? 24 : 12) + (hasWord ? 12 : 0) }
    let hasSummary =
      isExplained && screen.width >= 72
      && (!isDense || longest + (others.max() ?? 0) + 6 <= screen.width)
    var columns = [TextTable.Column(""), TextTable.Column("measured", .decimal)]
    if hasTheory { columns.append(TextTable.Column("theory", .decimal)) }
    if hasWord { columns.append(TextTable.Column("")) }
    if hasSummary { columns.append(TextTable.Column("")) }
    var table = TextTable(columns)
    for line in lines {
      var row = [
        StyledText(line.name, Style(unbroken: true)),
        StyledText(NumberText.separated(line.values[0]), .bold),
      ]
      if hasTheory { row.append(StyledText(NumberText.separated(line.theory?[0] ?? ""))) }
      if hasWord { row.append(StyledText(line.theoryWord ?? "", Style(.muted, unbroken: true))) }
      if hasSummary { row.append(StyledText(line.summary, .muted)) }
      table.append(row)
    }
    self.table(table)
  }

  /// The numbers of several runs, a column each, theory below measurement.
  ///
  /// Where the columns do not fit side by side, tables of fewer runs follow each other.
  mutating func metricsSideBySide(of shown: ShownRuns) {
    let indent = 2
    let count = shown.runs.count
    let (knobs, metrics) = (shown.knobLines, shown.metricLines)
    var tables: [TextTable] = []
    for parts in 1...max(count, 1) {
      tables = (0..<parts).map { part in
        table(of: shown, part * count / parts..<(part + 1) * count / parts, knobs, metrics)
      }
      if tables.allSatisfy({ $0.fits(width: screen.width - indent) }) { break }
    }
    for (index, table) in tables.enumerated() {
      if index > 0 { blank() }
      self.table(table, indent: indent)
    }
  }

  private func table(
    of shown: ShownRuns, _ runs: Range<Int>, _ knobs: [ShownRuns.Line], _ metrics: [ShownRuns.Line]
  ) -> TextTable {
    var table = TextTable(
      [.init(StyledText(shown.labelKnob ?? "", Style(unbroken: true)))]
        + shown.runs[runs].map { .init(StyledText($0.label, .bold), .trailing) })
    func add(_ name: String, _ style: Style, _ values: [String]) {
      table.append([StyledText(name, style)] + values[runs].map { StyledText($0) })
    }
    func apart(_ values: [String]) -> [String] { values.map(NumberText.separated) }
    for knob in knobs { add(knob.name, Style(.accent, unbroken: true), knob.values) }
    for metric in metrics {
      add(metric.name, Style(unbroken: true), apart(metric.values))
      if let theory = metric.theory {
        let name = screen.isPlain ? "\(metric.name) by theory" : "  by theory"
        add(name + (metric.theoryWord.map { ", \($0)" } ?? ""), .muted, apart(theory))
      }
    }
    return table
  }

  /// What runs were found to be.
  mutating func findings(of shown: ShownRuns) {
    for sentence in shown.sentences {
      text(
        StyledText(sentence.lead, .bold) + StyledText(NumberText.separated(sentence.text)),
        hanging: sentence.lead.isEmpty ? 0 : 2)
    }
  }
}
