import Experiments

/// Settings spread evenly over a search space that has too many knobs for a grid.
///
/// They are those of the first points of Halton's sequence, so that every stretch of a knob's range
/// has its share of them, whatever the number of knobs.
package struct SettingSample: Sendable {
  private let space: SearchSpace

  /// The settings, in the sequence's order.
  package let settings: [Settings]

  /// The knobs that differ.
  package var knobs: [any AnyKnob] { space.knobs }

  /// - Parameters:
  ///   - space: the knobs.
  ///   - count: how many settings.
  package init(_ space: SearchSpace, count: Int) {
    self.space = space
    settings = HaltonPoints(dimensions: space.dimensions).first(count)
      .compactMap { space.settings(at: $0) }
      .map { Self.rounded($0, space.knobs, digits: Self.digits) ?? $0 }
  }

  /// In how many digits real numbers are tried, so that they can be read and typed.
  private static let digits = 4

  /// The settings at a place, real numbers rounded to so many digits if any; nil if the domain does
  /// not contain those.
  package func settings(at place: Int, digits: Int? = nil) -> Settings? {
    guard settings.indices.contains(place) else { return nil }
    return digits.map { Self.rounded(settings[place], knobs, digits: $0) } ?? settings[place]
  }

  /// The same with one knob moved by a share of its range; nil where it cannot be.
  ///
  /// A whole number is moved by one at least, and none beyond an end of its range.
  package static func moved(_ settings: Settings, _ knob: any AnyKnob, by share: Double)
    -> Settings?
  {
    guard let value = settings[knob.name], let bounds = knob.domain.bounds,
      var moved = knob.domain.value(at: knob.domain.coordinate(of: value) + share)
    else { return nil }
    if moved == value, case .integer(let number) = value {
      let next = Double(number) + (share < 0 ? -1 : 1)
      moved = .integer(Int(min(max(next, bounds.lowerBound), bounds.upperBound)))
    }
    var other = settings
    return (try? other.turn(knob.name, to: moved)) == nil ? nil : other
  }

  private static func rounded(_ settings: Settings, _ knobs: [any AnyKnob], digits: Int)
    -> Settings?
  {
    var rounded = settings
    for knob in knobs {
      guard case .real(let number) = settings[knob.name] else { continue }
      let value = SettingValue.real(NumberText.rounded(number, digits: digits))
      guard (try? rounded.turn(knob.name, to: value)) != nil else { return nil }
    }
    return rounded
  }
}
