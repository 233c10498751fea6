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
  /// which would double every line; the table beside them names it. A line that is the same in
  /// several runs is drawn once. Others follow each other, each under its label; those that say the
  /// same of what both show are one. What is more than a picture holds follows in several.
  ///
  /// - Parameter knob: the knob whose values the labels are; nil where they speak for themselves.
  package static func figures(of runs: [LabelledRun], named names: [String], by knob: String? = nil)
    -> [Figure]
  {
    drawings(of: runs, named: names, by: knob).map(\.figure)
  }

  /// The figures to draw, each with the label of its run, or of its part of all runs.
  package static func drawings(
    of runs: [LabelledRun], named names: [String], by knob: String? = nil
  )
    -> [(figure: Figure, label: String)]
  {
    guard runs.count > 1 else {
      return names.flatMap { name in
        panels(of: runs.first?.outcome.figures.first { $0.name == name }, label: "")
      }
    }
    return names.flatMap { name -> [(figure: Figure, label: String)] in
      let found = runs.compactMap { run in
        run.outcome.figures.first { $0.name == name }.map { (label: run.label, figure: $0) }
      }
      guard let first = found.first?.figure, first.form.meaning.runs == .overlaid,
        found.count < 2 || !found.contains(where: \.figure.isThicket)
      else {
        let groups = alike(found)
        guard groups.count > 1 else {
          return groups.flatMap { panels(of: merged($0), label: "") }
        }
        return groups.flatMap { group in
          let label = group.map(\.label).joined(separator: ", ")
          let figure = merged(group).titled([knob, label].compactMap(\.self))
          return panels(of: figure, label: label)
        }
      }
      var common = first
      common.speak(for: found.map(\.figure))
      common.markers = []
      if let knob { common.title += ", by \(knob)" }
      return panels(of: Laid(found), under: common)
    }
  }
}

extension Figure {
  /// The figure with words in front of its title.
  func titled(_ words: [String]) -> Figure {
    var figure = self
    figure.title = "\(words.joined(separator: " ")): \(figure.title)"
    return figure
  }

  /// Whether a line goes up and down so often that nothing can be seen behind it.
  var isThicket: Bool {
    let scale = scales(ticks: 6).y
    return series.contains { $0.role == .measured && $0.swings(on: scale) > 30 }
  }

  /// Gives the figure a title that holds for all of some figures of its kind.
  mutating func speak(for all: [Figure]) {
    if !all.allSatisfy({ $0.title == title }), !subject.isEmpty { title = subject }
  }
}
