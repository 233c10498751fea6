/// Where a range such as `0.1 ... 0.2` is parted.
package enum NumberRange {
  /// The sign between the two ends: two or three points, or the one character for three that ranges
  /// are printed with; nil where there is none.
  package static func separator(in text: String) -> Range<String.Index>? {
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      if scalars[index] == "…" { return index..<scalars.index(after: index) }
      let points = scalars[index...].prefix { $0 == "." }.prefix(3)
      if points.count > 1 { return points.startIndex..<points.endIndex }
    }
    return nil
  }
}
