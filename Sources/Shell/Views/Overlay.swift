import Experiments

/// Several runs of one simulation, each under a label.
struct LabelledRun: Sendable {
  /// What tells the run from the others; empty for a run alone.
  let label: String
  let settings: Settings
  let outcome: Outcome
}

/// Figures of several runs laid over each other.
enum Overlay {
  /// The figure that is drawn when none is named: the first, of several runs the first they share.
  static func standard(_ runs: [LabelledRun]) -> [String] {
    let figures = runs.first?.outcome.figures ?? []
    let shared = runs.count > 1 ? figures.filter { $0.form == .line } : figures
    return shared.prefix(1).map(\.name)
  }

  /// The figures to draw, those of one name in one picture where their form allows it.
  ///
  /// Lines are laid over each other without their theory, which would double every line; the table
  /// beside them names it. Figures of another form follow each other, each under its label.
  static func figures(of runs: [LabelledRun], named names: [String]) -> [Figure] {
    drawings(of: runs, named: names).map(\.figure)
  }

  /// The figures to draw, each with the label of its run unless it holds all of them.
  static func drawings(of runs: [LabelledRun], named names: [String])
    -> [(figure: Figure, label: String)]
  {
    guard runs.count > 1 else {
      return names.compactMap { name in
        runs.first?.outcome.figures.first { $0.name == name }.map { ($0, "") }
      }
    }
    return names.flatMap { name -> [(figure: Figure, label: String)] in
      let found = runs.compactMap { run in
        run.outcome.figures.first { $0.name == name }.map { (run.label, $0) }
      }
      guard let first = found.first?.1, first.form == .line else {
        return found.map { (titled($0, $1), $0) }
      }
      return [(laidOver(found, onto: first), "")]
    }
  }

  private static func laidOver(_ found: [(label: String, figure: Figure)], onto first: Figure)
    -> Figure
  {
    var sum = first
    sum.markers = []
    sum.series = found.flatMap { label, figure in
      let measured = figure.series.filter { $0.role == .measured }
      return measured.map { series in
        var series = series
        series.name = measured.count > 1 ? "\(label) \(series.name)" : label
        return series
      }
    }
    return sum
  }

  private static func titled(_ label: String, _ figure: Figure) -> Figure {
    var figure = figure
    figure.title = "\(label): \(figure.title)"
    return figure
  }
}
