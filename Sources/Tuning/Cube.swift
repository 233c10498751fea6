/// The unit cube in which strategies search: one axis for each thing that may be chosen.
///
/// Strategies know nothing of knobs: a point stands for settings, and equal lengths of an axis are
/// equally large parts of what may be chosen.
package struct Cube: Sendable {
  /// What the places of an axis stand for.
  package enum Axis: Sendable, Hashable {
    case real
    /// So many values in an order.
    case levels(Int)
    /// So many values in none.
    case choices(Int)

    /// The number of values; nil where every place is another.
    package var count: Int? {
      switch self {
      case .real: nil
      case .levels(let count), .choices(let count): max(1, count)
      }
    }
  }

  package let axes: [Axis]
  private let settle: (@Sendable ([Double]) -> [Double])?

  /// - Parameters:
  ///   - axes: what each axis stands for.
  ///   - settle: the point that stands for the same as another and is alike for all that do; unless
  ///     given, values that can be counted have equal parts of their axis.
  package init(_ axes: [Axis], settling settle: (@Sendable ([Double]) -> [Double])? = nil) {
    self.axes = axes
    self.settle = settle
  }

  /// A cube of real numbers.
  package init(dimensions: Int) {
    self.init([Axis](repeating: .real, count: max(0, dimensions)))
  }

  package var dimensions: Int { axes.count }

  /// The point that stands for the same as this one, and is alike for all that do.
  ///
  /// Two points of which one stands for what the other does are one to a model.
  package func settled(_ point: [Double]) -> [Double] {
    let inside = point.map { $0.isNaN ? 0.5 : min(max($0, 0), 1) }
    if let settle { return settle(inside) }
    return zip(inside, axes).map { place, axis in
      guard let count = axis.count else { return place }
      return (Double(min(Int(place * Double(count)), count - 1)) + 0.5) / Double(count)
    }
  }
}
