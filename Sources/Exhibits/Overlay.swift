import Experiments

/// A run that was made, under a label.
package struct LabelledRun: Sendable {
  /// What tells the run from the others; empty for a run alone.
  package let label: String

  /// Every knob as it was run.
  package let settings: Settings

  /// What it showed.
  package let outcome: Outcome

  /// A run that was made.
  package init(label: String, settings: Settings, outcome: Outcome) {
    self.label = label
    self.settings = settings
    self.outcome = outcome
  }
}

/// Figures of several runs laid over each other.
package enum Overlay {
  /// The figure that is drawn when none is named: the first, of several runs the first they share.
  package static func standard(_ runs: [LabelledRun]) -> [String] {
    let figures = runs.first?.outcome.figures ?? []
    let shared = runs.count > 1 ? figures.filter { $0.form.meaning.runs == .overlaid } : figures
    return shared.prefix(1).map(\.name)
  }

  /// The figures to draw, those of one name in one picture where their form allows it.
  ///
  /// Figures whose form is compared in one picture are laid over each other without their theory,
  /// which would double every line; the table beside them names it. Others follow each other, each
  /// under its label; those that say the same of what both show are one.
  ///
  /// - Parameter knob: the knob whose values the labels are; nil where they speak for themselves.
  package static func figures(of runs: [LabelledRun], named names: [String], by knob: String? = nil)
    -> [Figure]
  {
    drawings(of: runs, named: names, by: knob).map(\.figure)
  }

  /// The figures to draw, each with the label of its run unless it holds all of them.
  package static func drawings(
    of runs: [LabelledRun], named names: [String], by knob: String? = nil
  )
    -> [(figure: Figure, label: String)]
  {
    guard runs.count > 1 else {
      return names.compactMap { name in
        runs.first?.outcome.figures.first { $0.name == name }.map { ($0, "") }
      }
    }
    return names.flatMap { name -> [(figure: Figure, label: String)] in
      let found = runs.compactMap { run in
        run.outcome.figures.first { $0.name == name }.map { (label: run.label, figure: $0) }
      }
      guard let first = found.first?.figure, first.form.meaning.runs == .overlaid else {
        let groups = alike(found)
        guard groups.count > 1 else { return groups.map { (merged($0), "") } }
        return groups.map { group in
          let label = group.map(\.label).joined(separator: ", ")
          return (titled([knob, label].compactMap(\.self), merged(group)), label)
        }
      }
      var sum = laidOver(found, onto: first)
      if let knob { sum.title += ", by \(knob)" }
      return [(sum, "")]
    }
  }

  private static func laidOver(_ found: [(label: String, figure: Figure)], onto first: Figure)
    -> Figure
  {
    var sum = first
    sum.markers = []
    sum.series = found.enumerated().flatMap { run, one in
      let measured = one.figure.series.filter { $0.role == .measured }
      return measured.map { series in
        var series = series
        series.name = measured.count > 1 ? "\(one.label) \(series.name)" : one.label
        if measured.count > 1 { series.group = run }
        return series
      }
    }
    return sum
  }

  private static func titled(_ words: [String], _ figure: Figure) -> Figure {
    var figure = figure
    figure.title = "\(words.joined(separator: " ")): \(figure.title)"
    return figure
  }
}
