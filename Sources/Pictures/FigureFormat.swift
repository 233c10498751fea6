import Plotting

/// A kind of document that figures are written to.
///
/// A format is a file in `Formats` and its line in ``FigureFormats/all``; options, help, completions
/// and the names of files follow from it.
package protocol FigureFormat: Sendable {
  /// What its option and the ending of its files are called: `svg`.
  static var name: String { get }

  /// What its option does, in the list of a command's options.
  static var summary: String { get }

  /// The same in sentences, for the help of commands that write figures.
  static var help: String { get }

  /// The documents that hold the figures: one for each of them, or one for all.
  static func documents(of figures: FigureSet) -> [FigureDocument]
}

/// Every format that figures are written to.
package enum FigureFormats {
  package static let all: [any FigureFormat.Type] = [SVG.self, CSV.self]
}

/// Figures of one or more runs, to be written.
package struct FigureSet: Sendable {
  /// The figures as they are drawn, those of several runs laid over each other where they can be.
  package let drawn: [LabelledFigure]

  /// The figures of every run by themselves, theory and markers too.
  package let ofRuns: [LabelledFigure]

  package init(drawn: [LabelledFigure], ofRuns: [LabelledFigure]) {
    self.drawn = drawn
    self.ofRuns = ofRuns
  }
}

/// A figure with what tells its run from others; nothing for a run alone, or all of them.
package struct LabelledFigure: Sendable {
  package let figure: Figure
  package let label: String

  package init(_ figure: Figure, _ label: String = "") {
    self.figure = figure
    self.label = label
  }
}

/// Text for a file.
package struct FigureDocument: Sendable, Hashable {
  /// What tells it from others of its format, in the order in which they name its file.
  package let distinction: [String]
  package let text: String

  package init(_ text: String, distinction: [String] = []) {
    self.text = text
    self.distinction = distinction
  }
}
