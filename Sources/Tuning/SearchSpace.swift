import Experiments
import Numerics

/// All settings that some knobs of a simulation allow, the other knobs kept where they are.
///
/// A point of the unit cube stands for settings, one coordinate a knob: equal lengths of a coordinate
/// are equally large parts of the knob's domain, on the domain's own scale. Strategies work in the
/// cube and need to know nothing of knobs. A knob that does nothing under the others' values stays where
/// the base has it, whatever its coordinate.
package struct SearchSpace: Sendable {
  /// The knobs that are turned, one for each dimension.
  package let knobs: [any AnyKnob]

  /// The settings that the other knobs keep.
  package let base: Settings
  private let idle: (@Sendable (Settings) -> Set<String>)?

  /// - Parameters:
  ///   - knobs: the knobs that are turned.
  ///   - base: where all other knobs stand.
  ///   - idle: the knobs that do nothing under some settings; none unless given.
  package init(
    _ knobs: [any AnyKnob], of base: Settings,
    idle: (@Sendable (Settings) -> Set<String>)? = nil
  ) {
    self.knobs = knobs
    self.base = base
    self.idle = idle
  }

  package var dimensions: Int { knobs.count }

  /// The settings at a point; coordinates outside of 0 … 1 count as the nearer end.
  ///
  /// - Returns: nil if the point has not one coordinate for each knob, or one that is no number.
  package func settings(at point: [Double]) -> Settings? {
    guard point.count == knobs.count else { return nil }
    var settings = base
    for (knob, coordinate) in zip(knobs, point) {
      guard let value = knob.domain.value(at: coordinate),
        (try? settings.turn(knob.name, to: value)) != nil
      else { return nil }
    }
    guard let idle = idle?(settings), !idle.isEmpty else { return settings }
    for knob in knobs where idle.contains(knob.name) {
      guard let value = base[knob.name], (try? settings.turn(knob.name, to: value)) != nil else {
        return nil
      }
    }
    return settings
  }

  /// The point that stands for settings: of all that do, the one in the middle.
  package func point(of settings: Settings) -> [Double] {
    knobs.map { knob in knob.domain.coordinate(of: settings[knob.name] ?? knob.defaultValue) }
  }
}

extension SearchSpace {
  /// The cube of the knobs, in which what stands for the same settings is one point.
  package var cube: Cube {
    let axes = knobs.map(\.domain.axis)
    let isPlain = idle == nil && !axes.contains { $0 != .real }
    return Cube(axes) { point in
      if isPlain { return point }
      guard let settings = settings(at: point) else { return point }
      let settled = self.point(of: settings)
      // A real number keeps the place it has, or it would drift by what is rounded on the way.
      return zip(zip(point, settled), axes).map { places, axis in
        let isKept = axis == .real && abs(places.0 - places.1) < 1e-9
        return isKept ? places.0 : places.1
      }
    }
  }
}

extension Domain {
  /// The axis on which the values stand.
  fileprivate var axis: Cube.Axis {
    switch self {
    case .real(let range, _): range.lowerBound < range.upperBound ? .real : .levels(1)
    case .integer(let range, _):
      .levels(range.upperBound.subtractingReportingOverflow(range.lowerBound).partialValue &+ 1)
    case .choice(let names): .choices(names.count)
    }
  }

  /// The value at a share of the way through the domain; nil where the share is no number.
  ///
  /// Whole numbers and choices have equal parts of the way each, by ratio on a logarithmic scale.
  package func value(at share: Double) -> SettingValue? {
    guard !share.isNaN else { return nil }
    let share = min(max(share, 0), 1)
    switch self {
    case .real(let range, _):
      if share == 0 { return .real(range.lowerBound) }
      if share == 1 { return .real(range.upperBound) }
      let value = Self.between(range.lowerBound, range.upperBound, share, isByRatio)
      return .real(min(max(value, range.lowerBound), range.upperBound))
    case .integer(let range, _):
      let value = Self.between(edges(range).low, edges(range).high, share, isByRatio).rounded()
      let ends = Double(range.lowerBound)...Double(range.upperBound)
      return .integer(Int(min(max(value, ends.lowerBound), ends.upperBound)))
    case .choice(let names):
      guard !names.isEmpty else { return nil }
      return .choice(names[min(Int(share * Double(names.count)), names.count - 1)])
    }
  }

  /// The share of the way through the domain at which a value stands: the middle of its part.
  ///
  /// A value that is not in the domain stands at its nearer end, or at the start.
  package func coordinate(of value: SettingValue) -> Double {
    switch (self, value) {
    case (.real(let range, _), .real(let value)):
      return Self.share(of: value, range.lowerBound, range.upperBound, isByRatio)
    case (.integer(let range, _), .integer(let value)):
      return Self.share(of: Double(value), edges(range).low, edges(range).high, isByRatio)
    case (.choice(let names), .choice(let name)):
      guard let place = names.firstIndex(of: name) else { return 0 }
      return (Double(place) + 0.5) / Double(names.count)
    default: return 0
    }
  }

  /// Whether values are spread by ratio, which only positive ones can be.
  private var isByRatio: Bool { scale == .log && (bounds?.lowerBound ?? 0) > 0 }

  /// The ends of the parts that the first and the last whole number have.
  private func edges(_ range: ClosedRange<Int>) -> (low: Double, high: Double) {
    (Double(range.lowerBound) - 0.5, Double(range.upperBound) + 0.5)
  }

  private static func between(_ low: Double, _ high: Double, _ share: Double, _ isByRatio: Bool)
    -> Double
  {
    isByRatio
      ? low * Elementary.exp(share * Elementary.log(high / low)) : low + share * (high - low)
  }

  private static func share(of value: Double, _ low: Double, _ high: Double, _ isByRatio: Bool)
    -> Double
  {
    guard high > low else { return 0.5 }
    let share =
      isByRatio
      ? Elementary.log(max(value, low) / low) / Elementary.log(high / low)
      : (value - low) / (high - low)
    return min(max(share, 0), 1)
  }
}
