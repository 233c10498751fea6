extension Figure {
  /// What sort of picture a figure is.
  package enum Form: String, Sendable, Hashable, CaseIterable, Encodable {
    /// Lines over a common axis, which can be laid over those of other runs.
    case line
    /// Points over a common axis, perhaps with a line of theory.
    case scatter
    /// A path over the contours of a surface.
    case contours
    /// Points over the regions a classifier divides the plane into.
    case boundary
    /// Values of a grid by shade.
    case heat

    /// All that a form says of how its figures are drawn, told and compared.
    ///
    /// Whoever draws a figure follows this and knows no form by its name, so that a form that combines
    /// what there is needs no more than its case and its line here.
    package var meaning: Meaning {
      switch self {
      case .line:
        Meaning("Line chart", samples: .line, field: .contours, runs: .overlaid, isOverX: true)
      case .scatter:
        Meaning("Scatter plot", samples: .points, field: .contours, runs: .pooled, isOverX: true)
      case .contours:
        Meaning("Paths over contours", samples: .path, field: .contours, runs: .apart)
      case .boundary:
        Meaning(
          "Points over the regions of a classifier", samples: .points, field: .regions,
          runs: .apart)
      case .heat: Meaning("Heat map", samples: .line, field: .shades, runs: .apart)
      }
    }
  }
}

extension Figure.Form {
  /// What a form of figure means.
  package struct Meaning: Sendable, Hashable {
    /// What it is called before those who hear a picture.
    package let words: String

    /// How what was measured is drawn; theory is dotted in every form.
    package let samples: Figure.Series.Style

    /// How a field is drawn behind the series.
    package let field: Figure.Field.Style

    /// How figures of several runs are compared.
    package let runs: Comparison

    /// Whether x is what was tried and y what came of it, so that every x belongs to the picture, also
    /// one of which nothing came.
    package let isOverX: Bool

    init(
      _ words: String, samples: Figure.Series.Style, field: Figure.Field.Style, runs: Comparison,
      isOverX: Bool = false
    ) {
      self.words = words
      self.samples = samples
      self.field = field
      self.runs = runs
      self.isOverX = isOverX
    }
  }

  /// How figures of one name from several runs are compared.
  package enum Comparison: Sendable, Hashable {
    /// What was measured is laid over each other in one picture.
    case overlaid
    /// Each has its picture, but those whose samples agree wherever both looked are one.
    case pooled
    /// Each has its picture, but those with the same samples are one.
    case apart
  }
}

extension Figure.Series {
  /// How the samples of a series are joined.
  package enum Style: Sendable, Hashable {
    /// A line that differs from others by its dashes.
    case line
    /// A mark at each sample and nothing between.
    case points
    /// A solid line with a mark at each sample, which may go any way, and whose end matters.
    case path
    /// Dots: what theory says, beside what was measured.
    case theory

    /// Whether samples stand for themselves, so that marks tell series apart.
    package var isMarked: Bool { self == .points || self == .path }

    /// Whether lines go from sample to sample.
    package var isJoined: Bool { self != .points }
  }
}

extension Figure {
  /// How a series of the figure is drawn.
  package func style(of series: Series) -> Series.Style {
    series.role == .theory ? .theory : form.meaning.samples
  }
}
