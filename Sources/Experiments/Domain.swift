import Numerics
import Plotting

/// The values a knob can be turned to.
package enum Domain: Sendable, Hashable {
  case real(ClosedRange<Double>, Scale.Kind)
  case integer(ClosedRange<Int>, Scale.Kind)
  case choice([String])

  /// Real numbers, evenly spread.
  package static func linear(_ range: ClosedRange<Double>) -> Domain { .real(range, .linear) }

  /// Positive real numbers, spread evenly by ratio.
  package static func log(_ range: ClosedRange<Double>) -> Domain { .real(range, .log) }

  /// What may be typed, as a reader is told: `0.001 … 1`, or the choices.
  package var text: String {
    switch self {
    case .real(let range, _):
      "\(NumberText.shortest(range.lowerBound)) … \(NumberText.shortest(range.upperBound))"
    case .integer(let range, _): "\(range.lowerBound) … \(range.upperBound)"
    case .choice(let names): names.joined(separator: ", ")
    }
  }

  /// The lowest and highest value on the number line; nil for choices.
  package var bounds: ClosedRange<Double>? {
    switch self {
    case .real(let range, _): range
    case .integer(let range, _): Double(range.lowerBound)...Double(range.upperBound)
    case .choice: nil
    }
  }

  /// How the values are spread; choices count as linear.
  package var scale: Scale.Kind {
    switch self {
    case .real(_, let scale), .integer(_, let scale): scale
    case .choice: .linear
    }
  }

  package func contains(_ value: SettingValue) -> Bool {
    switch (self, value) {
    case (.real(let range, _), .real(let value)): range.contains(value)
    case (.integer(let range, _), .integer(let value)): range.contains(value)
    case (.choice(let names), .choice(let name)): names.contains(name)
    default: false
    }
  }

  /// The values of a grid, both ends included, evenly spread on the domain's scale.
  ///
  /// Integers are rounded and listed once, so there may be fewer than asked for; choices are all
  /// listed. Real values are rounded to four significant digits, or as many more as it takes to
  /// tell them apart, so that they can be read and typed, without leaving the domain.
  package func grid(_ count: Int) -> [SettingValue] {
    grid(count, within: bounds)
  }

  /// The values of a grid over a part of the domain; nil stands for the whole of it.
  ///
  /// A part that holds no integer gives the integer nearest to its lower end.
  package func grid(_ count: Int, within part: ClosedRange<Double>?) -> [SettingValue] {
    switch self {
    case .choice(let names): return names.map(SettingValue.choice)
    case .real(let range, let scale):
      let part = (part ?? range).clamped(to: range)
      return distinct(Spacing.values(count, over: part, scale), within: part)
        .map(SettingValue.real)
    case .integer(let range, let scale):
      let whole = Double(range.lowerBound)...Double(range.upperBound)
      let part = wholeNumbers((part ?? whole).clamped(to: whole))
      var seen = Set<Int>()
      return Spacing.values(count, over: part, scale).map { Int($0.rounded()) }
        .filter { seen.insert($0).inserted }.map(SettingValue.integer)
    }
  }

  /// The numbers rounded to the fewest digits, four or more, that keep them apart.
  private func distinct(_ values: [Double], within range: ClosedRange<Double>) -> [Double] {
    for digits in 4..<17 {
      let rounded = values.map { value in
        min(max(NumberText.rounded(value, digits: digits), range.lowerBound), range.upperBound)
      }
      if Set(rounded).count == values.count { return rounded }
    }
    return values
  }

  /// The part of the number line between the first and the last integer of a range.
  private func wholeNumbers(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    let low = range.lowerBound.rounded(.up)
    let high = range.upperBound.rounded(.down)
    guard low <= high else {
      let nearest = range.lowerBound.rounded()
      return nearest...nearest
    }
    return low...high
  }
}

/// Evenly spread numbers.
package enum Spacing {
  /// `count` numbers over a range, both ends included, by equal differences or equal ratios.
  ///
  /// A count below two gives the lower end alone. On a log scale a range that is not positive is
  /// spread linearly.
  package static func values(_ count: Int, over range: ClosedRange<Double>, _ scale: Scale.Kind)
    -> [Double]
  {
    guard count > 1, range.lowerBound < range.upperBound else { return [range.lowerBound] }
    let low = range.lowerBound
    let high = range.upperBound
    return (0..<count).map { index in
      if index == count - 1 { return high }
      let share = Double(index) / Double(count - 1)
      guard scale == .log, low > 0 else { return low + share * (high - low) }
      return low * Elementary.exp(share * Elementary.log(high / low))
    }
  }
}
