extension Figure {
  /// Values of x that were tried and of which nothing came, so that no sample stands for them.
  package struct Absence: Sendable, Hashable, Encodable {
    /// What is said in a value's place, such as `never`.
    package let label: String

    /// The values that were tried, in order.
    package let x: [Double]

    package init(_ label: String, x: [Double]) {
      self.label = label
      self.x = x
    }

    /// Where those are that an axis has a place for, as shares of it.
    package func places(on scale: Scale) -> [Double] {
      x.compactMap(scale.position).filter { (-1e-9...1 + 1e-9).contains($0) }
    }

    /// What it says of the figure, for those who hear it.
    package var sentence: String {
      let shown = x.compactMap { DecimalNumber($0, digits: 4)?.text }
      guard let first = shown.first, let last = shown.last else { return "" }
      let places = shown.count > 1 ? "\(shown.count) values from \(first) to \(last)" : first
      return "\(label) at \(places), marked on the axis."
    }
  }
}
