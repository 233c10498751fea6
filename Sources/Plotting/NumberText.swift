import Foundation

/// Numbers as people read them.
package enum NumberText {
  /// The shortest text that reads back as the same number: `0.01`, `1e-6`, `1000`.
  package static func shortest(_ value: Double) -> String {
    guard value.isFinite else { return nonFinite(value) }
    if value == value.rounded(), abs(value) < 1e7 { return String(Int(value)) }
    return plainExponent(value.magnitude < 1e-3 ? withExponent("\(value)") : "\(value)")
  }

  /// A fixed number of decimals, or scientific where those would show nothing but zeros.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return nonFinite(value) }
    let smallest = Foundation.pow(10, -Double(decimals))
    if value != 0, abs(value) < smallest / 2 || abs(value) >= 1e7 { return scientific(value) }
    return minus(String(format: "%.\(decimals)f", value))
  }

  /// Two significant digits and a power of ten: `4.1e-2`.
  package static func scientific(_ value: Double, digits: Int = 2) -> String {
    guard value.isFinite else { return nonFinite(value) }
    if value == 0 { return "0" }
    return minus(plainExponent(String(format: "%.\(max(0, digits - 1))e", value)))
  }

  /// A few significant digits, in whichever form is shorter to read.
  package static func significant(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite else { return nonFinite(value) }
    if value == 0 { return "0" }
    let size = abs(value)
    if size < 1e-3 || size >= 1e6 { return scientific(value, digits: digits) }
    if size >= Foundation.pow(10, Double(digits)) { return minus(String(format: "%.0f", value)) }
    return minus(plain(value, digits: digits))
  }

  /// A share as a percentage without decimals.
  package static func percent(_ share: Double) -> String {
    guard share.isFinite else { return nonFinite(share) }
    return String(format: "%.0f %%", share * 100)
  }

  /// A whole number with its noun: `1 step`, `50 steps`.
  package static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(separated(String(number))) \(noun)s"
  }

  /// The number rounded to so many significant decimal digits.
  package static func rounded(_ value: Double, digits: Int) -> Double {
    guard value.isFinite, value != 0 else { return value }
    return Double(String(format: "%.\(max(0, digits - 1))e", value)) ?? value
  }

  private static func plain(_ value: Double, digits: Int) -> String {
    let whole = Int(Foundation.log10(abs(value)).rounded(.down))
    return String(format: "%.\(max(0, digits - 1 - whole))f", value)
  }

  /// `0.00012` as `1.2e-4`; text that has an exponent stays as it is.
  private static func withExponent(_ text: String) -> String {
    guard !text.contains("e"), let point = text.firstIndex(of: ".") else { return text }
    let sign = text.hasPrefix("-") ? "-" : ""
    let decimals = text[text.index(after: point)...]
    let digits = decimals.drop { $0 == "0" }
    let fraction = digits.dropFirst().isEmpty ? "" : ".\(digits.dropFirst())"
    return "\(sign)\(digits.prefix(1))\(fraction)e-\(decimals.count - digits.count + 1)"
  }

  private static func nonFinite(_ value: Double) -> String {
    value.isNaN ? "undefined" : value < 0 ? "−∞" : "∞"
  }

  /// `1e-06` as `1e-6`, and `10000000.0` as `10000000`.
  private static func plainExponent(_ text: String) -> String {
    guard let mark = text.firstIndex(of: "e") else {
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    var exponent = text[text.index(after: mark)...]
    let sign = exponent.first == "-" ? "-" : exponent.first == "+" ? "+" : ""
    exponent = exponent.drop { $0 == "-" || $0 == "+" }.drop { $0 == "0" }
    let mantissa = text[..<mark]
    return exponent.isEmpty ? String(mantissa) : "\(mantissa)e\(sign)\(exponent)"
  }

  /// Text of a number that rounds to zero without its sign.
  private static func minus(_ text: String) -> String {
    text.hasPrefix("-") && !text.contains { $0 != "0" && $0.isNumber }
      ? String(text.dropFirst()) : text
  }
}
