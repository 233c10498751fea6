import Plotting

/// What a chart shows: series, reference markers and a background over two axes.
///
/// A value without size or colour; ``lines(width:height:usesUnicode:)`` turns it into text.
package struct Chart: Sendable, Hashable {
  /// Printed bold above the chart; nothing where empty.
  package var title: String
  package var x: Axis
  package var y: Axis
  /// Drawn in order, later ones in front.
  package var series: [Series]
  package var markers: [Marker]
  /// Drawn behind the series.
  package var background: Field?

  package init(
    title: String = "", x: Axis = Axis(), y: Axis = Axis(), series: [Series] = [],
    markers: [Marker] = [], background: Field? = nil
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.series = series
    self.markers = markers
    self.background = background
  }
}

extension Chart {
  /// How positions along one side of a chart are measured.
  package struct Axis: Sendable, Hashable {
    /// What equal distances on the axis stand for: equal differences or equal ratios.
    package typealias Scale = Plotting.Scale.Kind

    /// The quantity, with its unit where it has one.
    package var label: String
    package var scale: Scale
    /// The values shown; `nil`, or a range the scale cannot show, takes it from the data.
    package var domain: ClosedRange<Double>?

    package init(
      _ label: String = "", _ scale: Scale = .linear, domain: ClosedRange<Double>? = nil
    ) {
      self.label = label
      self.scale = scale
      self.domain = domain
    }
  }

  /// A named row of samples.
  ///
  /// `x` and `y` are paired up to the shorter one. A sample that is not finite, or not positive on
  /// a logarithmic axis, breaks the line.
  package struct Series: Sendable, Hashable {
    /// How the samples are joined.
    package enum Style: Sendable, Hashable {
      /// Solid for the first such series, then dashes that differ.
      case line
      /// Dotted: what theory says, beside what was measured.
      case theory
      /// A mark at each sample and nothing between.
      case points
      /// A solid line with a mark at each sample.
      case path
    }

    /// Printed at the end of the line or in the legend; an empty name is not.
    package var name: String
    package var style: Style
    package var x: [Double]
    package var y: [Double]
    /// Which colour, for ``Terminal/Style/Ink/series(_:)``; `nil` takes the series' place in the chart.
    package var ink: Int?

    package init(
      _ name: String, _ style: Style = .line, x: [Double], y: [Double], ink: Int? = nil
    ) {
      self.name = name
      self.style = style
      self.x = x
      self.y = y
      self.ink = ink
    }
  }

  /// A labelled place to compare the data with.
  package enum Marker: Sendable, Hashable {
    /// A line from bottom to top at an x.
    case vertical(Double, String)
    /// A line from left to right at a y.
    case horizontal(Double, String)
    /// A single place.
    case point(x: Double, y: Double, String)

    /// What it is called.
    var label: String {
      switch self {
      case .vertical(_, let label), .horizontal(_, let label), .point(_, _, let label): label
      }
    }

    var isPoint: Bool {
      if case .point = self { true } else { false }
    }
  }
}
