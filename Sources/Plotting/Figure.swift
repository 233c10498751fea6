/// A picture as data; how it is drawn is decided elsewhere.
package struct Figure: Sendable, Hashable {
  /// What sort of picture it is.
  package enum Form: String, Sendable, Hashable, Encodable {
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
  }

  package struct Axis: Sendable, Hashable, Encodable {
    /// The quantity, with its unit where it has one.
    package let label: String
    package let scale: Scale.Kind

    package init(_ label: String, _ scale: Scale.Kind = .linear) {
      self.label = label
      self.scale = scale
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

  /// A place on the x axis that deserves a name, such as the turn.
  package struct Marker: Sendable, Hashable, Encodable {
    package let label: String
    package let x: Double

    package init(_ label: String, x: Double) {
      self.label = label
      self.x = x
    }
  }

  /// Values over a grid of the plane.
  package struct Field: Sendable, Hashable, Encodable {
    package let x: ClosedRange<Double>
    package let y: ClosedRange<Double>
    package let columns: Int

    /// Row by row from the lowest `y`, each from the lowest `x`; grid points include both ends.
    package let values: [Double]

    /// The values whose contours are drawn; for a boundary, the one that divides the regions.
    package let levels: [Double]

    /// The quantity that the values are of; empty where the title says it.
    package let label: String

    /// For a boundary, the classes of the parts below and from the level; an empty one has no name.
    package let classes: [String]

    package var rows: Int { columns > 0 ? values.count / columns : 0 }

    package init(
      _ label: String = "", x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int,
      values: [Double], levels: [Double], classes: [String] = []
    ) {
      self.label = label
      self.classes = classes
      self.x = x
      self.y = y
      self.columns = columns
      self.values = values
      self.levels = levels
    }
  }

  package var name: String
  package var form: Form
  package var title: String
  package var x: Axis
  package var y: Axis
  package var series: [Series]
  package var markers: [Marker]
  package var field: Field?

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
