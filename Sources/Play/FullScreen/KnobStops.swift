import Experiments
import Foundation
import Plotting

/// The places at which a knob stops while it is turned: round values spread on its own scale, both
/// ends and the default among them, or its choices.
struct KnobStops: Sendable, Hashable {
  /// At least one, in ascending order; choices in theirs.
  let values: [SettingValue]

  /// About so many, whatever the knob.
  static let count = 40

  /// How many stops a coarse turn goes.
  static let coarse = 5

  init(_ knob: any AnyKnob) {
    let values = Self.values(of: knob.domain)
    guard let bounds = knob.domain.bounds, let standard = knob.defaultValue.number else {
      self.values = values
      return
    }
    // The default takes the place of what is next to it, which would be one stop of little use.
    let scale = Scale(knob.domain.scale, bounds)
    let apart = 0.4 / Double(Self.count)
    func place(_ value: SettingValue) -> Double { value.number.flatMap(scale.position) ?? 0 }
    let others = values.filter { value in
      value.number == bounds.lowerBound || value.number == bounds.upperBound
        || abs(place(value) - place(knob.defaultValue)) > apart
    }
    let all = others.filter { $0.number != standard } + [knob.defaultValue]
    self.values = all.sorted { ($0.number ?? 0) < ($1.number ?? 0) }
  }

  private static func values(of domain: Domain) -> [SettingValue] {
    switch domain {
    case .choice(let names): names.map(SettingValue.choice)
    case .real(let range, .log):
      rounded(Spacing.values(count + 1, over: range, .log), within: range)
        .map(SettingValue.real)
    case .real(let range, .linear): even(over: range, least: 0).map(SettingValue.real)
    case .integer(let range, let scale):
      whole(Double(range.lowerBound)...Double(range.upperBound), scale)
        .compactMap { Int(exactly: $0) }.map(SettingValue.integer)
    }
  }

  private static func whole(_ range: ClosedRange<Double>, _ scale: Scale.Kind) -> [Double] {
    guard scale == .log else { return even(over: range, least: 1) }
    let spread = Spacing.values(count + 1, over: range, .log)
    return rounded(spread.map { $0.rounded() }, within: range)
  }

  /// The values to two digits, each once, between ends that stay as they are.
  private static func rounded(_ values: [Double], within range: ClosedRange<Double>) -> [Double] {
    let inner = values.map { NumberText.rounded($0, digits: 2) }
      .filter { $0 > range.lowerBound && $0 < range.upperBound }
    return distinct([range.lowerBound] + inner + [range.upperBound])
  }

  /// The multiples of a round step over a range, and its ends.
  private static func even(over range: ClosedRange<Double>, least: Double) -> [Double] {
    let span = range.upperBound - range.lowerBound
    guard span > 0, var step = Step.finest(over: span, atMost: count * 3 / 2) else {
      return [range.lowerBound]
    }
    while step.size < least { step = step.next }
    let first = Int((range.lowerBound / step.size).rounded(.down))
    let last = Int((range.upperBound / step.size).rounded(.up))
    let inner = (first...max(first, last)).map {
      DecimalNumber($0 * step.mantissa, exponent: step.exponent).value
    }.filter { $0 > range.lowerBound && $0 < range.upperBound }
    return distinct([range.lowerBound] + inner + [range.upperBound])
  }

  private static func distinct(_ values: [Double]) -> [Double] {
    values.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}

extension KnobStops {
  /// The value so many stops further, back where that is negative; the ends are not left.
  ///
  /// One from a value between two stops leads to the next of them.
  func value(_ stops: Int, from value: SettingValue) -> SettingValue {
    guard stops != 0 else { return value }
    let last = values.count - 1
    let place: Int
    if let number = value.number {
      if stops > 0 {
        let next = values.firstIndex { ($0.number ?? 0) > number } ?? last
        place = next + (stops - 1)
      } else {
        let next = values.lastIndex { ($0.number ?? 0) < number } ?? 0
        place = next + (stops + 1)
      }
    } else {
      place = (values.firstIndex(of: value) ?? 0) + stops
    }
    return values[min(max(place, 0), last)]
  }
}

extension AnyKnob {
  /// The value one last digit further, or back: of the digits that it has, and of two at least.
  func fine(_ steps: Int, from value: SettingValue) -> SettingValue {
    switch (domain, value) {
    case (.integer(let range, _), .integer(let whole)):
      return .integer(min(max(whole + steps, range.lowerBound), range.upperBound))
    case (.real(let range, _), .real(let number)):
      let written = DecimalNumber(number, digits: 12) ?? DecimalNumber(0, exponent: 0)
      let span = range.upperBound - range.lowerBound
      let zero = Int(Foundation.log10(max(span, .leastNormalMagnitude)).rounded(.down)) - 3
      let exponent =
        written.mantissa == 0 ? zero : min(written.exponent, written.leadingPower - 1)
      let shift = Foundation.pow(10, Double(written.exponent - exponent))
      let mantissa = Int((Double(written.mantissa) * shift).rounded()) + steps
      let turned = DecimalNumber(mantissa, exponent: exponent).value
      return .real(min(max(turned, range.lowerBound), range.upperBound))
    default: return KnobStops(self).value(steps, from: value)
    }
  }
}
