import Foundation

/// Days as a calendar on the wall has them.
package enum DayNumber {
  /// The day of a moment in a time zone, counted from the first of January 1970.
  package static func of(_ date: Date, in zone: TimeZone) -> Int {
    let seconds = date.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: date))
    return Int(exactly: (seconds / 86_400).rounded(.down)) ?? 0
  }
}
