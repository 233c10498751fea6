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
  ///
  /// - Parameter tolerance: how far a place may lie from the line that is drawn without it.
  static func broken(_ places: [Point?], within tolerance: Double = 0) -> String {
    places.split(separator: nil).map { open(thinned($0.compactMap(\.self), tolerance)) }.joined()
  }

  /// The places that a line needs so that none lies further from it than a tolerance, the first and the
  /// last among them (Ramer 1972, Douglas and Peucker 1973).
  static func thinned(_ places: [Point], _ tolerance: Double) -> [Point] {
    guard tolerance > 0, places.count > 2 else { return places }
    var isKept = Array(repeating: false, count: places.count)
    (isKept[0], isKept[places.count - 1]) = (true, true)
    var open = [0..<places.count - 1]
    while let range = open.popLast() {
      let (from, to) = (places[range.lowerBound], places[range.upperBound])
      var farthest = (place: 0, distance: tolerance)
      for place in range.dropFirst() {
        let distance = places[place].distance(toLineFrom: from, to: to)
        if distance > farthest.distance { farthest = (place, distance) }
      }
      guard farthest.place > 0 else { continue }
      isKept[farthest.place] = true
      open.append(range.lowerBound..<farthest.place)
      open.append(farthest.place..<range.upperBound)
    }
    return zip(places, isKept).filter(\.1).map(\.0)
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

extension Point {
  /// The distance to the nearest place of a line between two others.
  func distance(toLineFrom from: Point, to: Point) -> Double {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let length = dx * dx + dy * dy
    let along = length > 0 ? ((x - from.x) * dx + (y - from.y) * dy) / length : 0
    let share = Swift.min(Swift.max(along, 0), 1)
    return distance(to: Point(x: from.x + share * dx, y: from.y + share * dy))
  }
}
