import Foundation
import Testing

@testable import Exhibits

/// The times of the log.
@Suite struct AttemptLogTests {
  @Test(arguments: [
    (0.0, 0, "1970-01-01 00:00"), (0.0, 3600, "1970-01-01 01:00"), (0.0, -3600, "1969-12-31 23:00"),
    (1_800_000_059.9, 0, "2027-01-15 08:00"), (1_709_164_800, 0, "2024-02-29 00:00"),
    (1_709_164_800, 19_800, "2024-02-29 05:30"),
  ])
  func areToTheMinute(_ seconds: Double, _ offset: Int, _ text: String) throws {
    let zone = try #require(TimeZone(secondsFromGMT: offset))
    #expect(AttemptLog.time(Date(timeIntervalSince1970: seconds), in: zone) == text)
  }
}
