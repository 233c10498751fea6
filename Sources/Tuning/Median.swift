/// The middle of what was measured.
package enum Median {
  /// The median, of which values that are missing or no number count as the largest; nil if it
  /// falls on those.
  package static func of(_ values: [Double?]) -> Double? {
    let sorted = values.compactMap { $0 }.filter { !$0.isNaN }.sorted()
    let middle = values.count / 2
    guard middle < sorted.count else { return nil }
    let high = sorted[middle]
    guard values.count.isMultiple(of: 2), sorted[middle - 1] != high else { return high }
    let median = sorted[middle - 1] / 2 + high / 2
    return median.isNaN ? nil : median
  }
}
