import Plotting

/// The `d` of a path element.
enum Path {
  static func closed(_ places: [Point]) -> String {
    places.isEmpty ? "" : open(places) + "Z"
  }

  /// A line through places; a single one is a dot under a round cap.
  static func open(_ places: [Point]) -> String {
    guard let first = places.first else { return "" }
    let rest = places.dropFirst().map { "L\($0.x.coordinate) \($0.y.coordinate)" }.joined()
    return "M\(first.x.coordinate) \(first.y.coordinate)" + (rest.isEmpty ? "h0.1" : rest)
  }

  /// Lines through the places between gaps.
  static func broken(_ places: [Point?]) -> String {
    places.split(separator: nil).map { open($0.compactMap(\.self)) }.joined()
  }
}

extension Double {
  /// The number in hundredths, without an exponent and without zeros at the end.
  ///
  /// What is not finite is 0; what is too large for any picture is cut.
  var coordinate: String {
    guard isFinite else { return "0" }
    let hundredths = Int((Swift.min(Swift.max(self, -1e9), 1e9) * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    let digits = rest < 10 ? "0\(rest)" : rest.isMultiple(of: 10) ? "\(rest / 10)" : "\(rest)"
    return "\(sign)\(whole).\(digits)"
  }
}
