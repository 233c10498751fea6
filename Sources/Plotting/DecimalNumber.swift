import Foundation

/// A number as a person would write it: a whole mantissa times a power of ten, free of rounding.
package struct DecimalNumber: Hashable {
  package var mantissa: Int
  package var exponent: Int

  package init(_ mantissa: Int, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// A value to so many significant digits, trailing zeros dropped; `nil` where it is not finite.
  package init?(_ value: Double, digits: Int) {
    guard value.isFinite else { return nil }
    let digits = min(max(digits, 1), 17)
    let parts = String(format: "%.\(digits - 1)e", value).split(separator: "e")
    guard parts.count == 2, let power = Int(parts[1]),
      var mantissa = Int(parts[0].filter { $0 != "." })
    else { return nil }
    var exponent = power - (digits - 1)
    if mantissa == 0 { exponent = 0 }
    while mantissa != 0, mantissa.isMultiple(of: 10) {
      mantissa /= 10
      exponent += 1
    }
    self.init(mantissa, exponent: exponent)
  }

  /// The nearest `Double`.
  package var value: Double { Double("\(mantissa)e\(exponent)") ?? 0 }

  /// The power of ten of the first digit.
  package var leadingPower: Int {
    mantissa == 0 ? 0 : exponent + String(mantissa.magnitude).count - 1
  }

  /// Written short: plainly while that is, else with `e` and the power of ten.
  package var text: String {
    (-3...5).contains(leadingPower) ? plain : scientific(power: leadingPower)
  }

  /// All digits, with the point in its place.
  package var plain: String { shifted(by: exponent) }

  /// Digits before and after the point, then `e` and the given power of ten.
  package func scientific(power: Int) -> String {
    mantissa == 0 ? "0" : shifted(by: exponent - power) + "e\(power)"
  }

  private func shifted(by exponent: Int) -> String {
    let sign = mantissa < 0 ? "-" : ""
    var digits = String(mantissa.magnitude)
    if exponent >= 0 {
      return mantissa == 0 ? "0" : sign + digits + String(repeating: "0", count: exponent)
    }
    let missing = 1 - exponent - digits.count
    if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
    return sign + digits.dropLast(-exponent) + "." + digits.suffix(-exponent)
  }
}
