import Foundation
import Testing

@testable import Play

/// When a file is read again.
@Suite struct FileWatchTests {
  /// A version of the file; each number another.
  static func mark(_ version: Int64, size: Int64 = 100) -> FileMark {
    FileMark(device: 1, number: 2, size: size, written: version, changed: version)
  }

  /// Looks as often as asked to, and says what was noticed when.
  ///
  /// - Parameter versions: what there is from each millisecond on; nil for no file, negative for an
  ///   empty one.
  static func events(_ versions: [(from: Int, version: Int64?)], until end: Int) -> [String] {
    var watch = FileWatch(known: mark(0))
    var now = Duration.zero
    var events: [String] = []
    while now < .milliseconds(end) {
      now += watch.interval
      let version = versions.last { .milliseconds($0.from) <= now }?.version
      let seen = version.map { mark($0, size: $0 < 0 ? 0 : 100) }
      if let event = watch.look(seen, at: now) {
        events.append("\(event) \(Int(now / .milliseconds(1)))")
      }
    }
    return events
  }

  @Test(
    arguments: [
      ([(0, 0)], []),
      ([(0, 0), (30, 1)], ["changed 48"]),
      ([(0, 0), (30, 1), (35, 2)], ["changed 48"]),  // written in two pieces
      ([(0, 0), (30, 1), (42, 2)], ["changed 52"]),  // the second between two looks
      ([(0, 0), (30, 1), (100, 2)], ["changed 48", "changed 116"]),
      ([(0, 0), (30, -1), (50, 1)], ["changed 60"]),  // emptied, then written
      ([(0, 0), (30, -1)], ["changed 192"]),  // emptied for good
      ([(0, 0), (30, nil), (50, 1)], ["changed 60"]),  // renamed over
      ([(0, 0), (30, nil), (50, 0)], []),  // away and back as it was
      ([(0, 0), (30, nil)], ["gone 192"]),
      ([(0, 0), (30, nil), (400, 0)], ["gone 192", "changed 420"]),
    ] as [([(Int, Int64?)], [String])])
  func changesAreNoticedOnceTheyAreWhole(_ versions: [(Int, Int64?)], _ expected: [String]) {
    let events = Self.events(versions.map { (from: $0.0, version: $0.1) }, until: 1000)
    #expect(events == expected)
  }

  @Test func aFileThatIsAlwaysWrittenIsReadNowAndThen() {
    let versions = (0..<500).map { (from: $0 * 2, version: Int64?.some(Int64($0))) }
    let events = Self.events(versions, until: 1000)
    #expect((3...5).contains(events.count), "\(events)")
  }

  @Test func aMarkChangesWithTheFile() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "knobs-tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/file"
    #expect(FileMark.of(path) == nil)
    try "one".write(toFile: path, atomically: false, encoding: .utf8)
    let first = try #require(FileMark.of(path))
    #expect(FileMark.of(path) == first && first.size == 3)
    // By renaming: another file, though of the same size.
    try "two".write(toFile: path + "~", atomically: false, encoding: .utf8)
    #expect(rename(path + "~", path) == 0)
    let second = try #require(FileMark.of(path))
    #expect(second != first && second.number != first.number && second.size == first.size)
    try "three".write(toFile: path, atomically: false, encoding: .utf8)
    #expect(FileMark.of(path) != second)
  }
}
