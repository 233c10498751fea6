/// A picture as data; how it is drawn is decided elsewhere.
package struct Figure: Sendable, Hashable {
  package struct Axis: Sendable, Hashable, Encodable {
    /// The quantity, with its unit where it has one.
    package var label: String
    package var scale: Scale.Kind

    /// The values that are shown; nil, or a range the scale cannot show, takes them from the data.
    package var domain: ClosedRange<Double>?

    package init(
      _ label: String, _ scale: Scale.Kind = .linear, domain: ClosedRange<Double>? = nil
    ) {
      self.label = label
      self.scale = scale
      self.domain = domain
    }
  }

  /// What a series stands for.
  package enum Role: String, Sendable, Hashable, Encodable {
    case measured
    case theory
  }

  /// Points in order; `x` and `y` are of one length, and a `y` that is not finite is a gap.
  package struct Series: Sendable, Hashable {
    package var name: String
    package var role: Role
    package var x: [Double]
    package var y: [Double]

    /// What it has in common with others of the same number, which are drawn in one colour; nil for
    /// a series of its own.
    package var group: Int?

    package init(
      _ name: String, _ role: Role = .measured, x: [Double], y: [Double], group: Int? = nil
    ) {
      self.name = name
      self.role = role
      self.x = x
      self.y = y
      self.group = group
    }
  }

  /// A place on one axis that deserves a name, such as the turn: a line across the figure.
  package struct Marker: Sendable, Hashable, Encodable {
    package var label: String

    /// Where it is on the x axis, or else on the y axis; the other is nil.
    package let x: Double?
    package let y: Double?

    /// An upright line.
    package init(_ label: String, x: Double) {
      self.label = label
      self.x = x
      y = nil
    }

    /// A level line.
    package init(_ label: String, y: Double) {
      self.label = label
      x = nil
      self.y = y
    }
  }

  /// What it is called where figures are named, as by `show:`.
  package var name: String
  package var form: Form
  package var title: String
  package var x: Axis
  package var y: Axis
  package var series: [Series]
  package var markers: [Marker]
  package var field: Field?

  /// What figures of its kind show, in words that hold whatever was run; empty where nobody said.
  package var subject = ""

  /// The places on the x axis of which nothing came; nil where there is none.
  package var absence: Absence?

  package init(
    _ name: String, _ form: Form, title: String, x: Axis, y: Axis, series: [Series],
    markers: [Marker] = [], field: Field? = nil
  ) {
    self.name = name
    self.form = form
    self.title = title
    self.x = x
    self.y = y
    self.series = series
    self.markers = markers
    self.field = field
  }
}
