import Plotting

/// The `d` of a path element.
enum Path {
  static func closed(_ places: [Place]) -> String {
    places.isEmpty ? "" : open(places) + "Z"
  }

  /// A line through places; a single one is a dot under a round cap.
  static func open(_ places: [Place]) -> String {
    guard let first = places.first else { return "" }
    let rest = places.dropFirst().map { "L\($0.x.coordinate) \($0.y.coordinate)" }.joined()
    return "M\(first.x.coordinate) \(first.y.coordinate)" + (rest.isEmpty ? "h0.1" : rest)
  }

  /// Lines through the places between gaps.
  static func broken(_ places: [Place?]) -> String {
    places.split(separator: nil).map { open($0.compactMap(\.self)) }.joined()
  }
}
