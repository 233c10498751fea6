import Experiments
import Foundation
import Grading
import Lessons
import TestKit
import Testing

@testable import Exhibits

/// The log of a journal, and its times.
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

  private static func attempt(_ exercise: String, pack: String? = nil) throws -> JournalEntry {
    var object: [String: Any] = [
      "exercise": exercise, "settings": ["x": 0.5], "passed": true, "points": 1,
      "maximumPoints": 1, "findings": ["found"],
    ]
    object["pack"] = pack
    let attempt = try JSONDecoder().decode(
      JournalEntry.Attempt.self, from: JSONSerialization.data(withJSONObject: object))
    return JournalEntry(.attempt(attempt), at: Date(timeIntervalSince1970: 1e9))
  }

  /// Attempts are counted from the last reset of their lesson, or of everything.
  @Test func attemptsAreCountedFromTheLastReset() throws {
    var log = AttemptLog(listings: [])
    let date = Date(timeIntervalSince1970: 1e9)
    for entry in [
      try Self.attempt("a/x"), try Self.attempt("a/y"), try Self.attempt("a/x"),
      JournalEntry(.reset(lesson: "b"), at: date), try Self.attempt("a/x"),
      JournalEntry(.place(lesson: "a", section: 1), at: date),
      JournalEntry(.reset(lesson: "a"), at: date), try Self.attempt("a/x"),
      try Self.attempt("b/x"), JournalEntry(.reset(lesson: nil), at: date),
      try Self.attempt("b/x"), try Self.attempt("a/x"),
      JournalEntry(.exerciseReset(exercise: "a/x"), at: date), try Self.attempt("a/x"),
      try Self.attempt("b/x"),
    ] { log.add(entry) }
    #expect(log.count == 10 && !log.isEmpty)
    let lines = log.entries.map { entry in
      switch entry {
      case .attempt(let attempt): "\(attempt.number) \(attempt.exercise) \(attempt.count)"
      case .reset(_, let what): what
      }
    }
    #expect(
      lines == [
        "1 a/x 1", "2 a/y 1", "3 a/x 2", "reset of b", "4 a/x 3", "reset of a", "5 a/x 1",
        "6 b/x 1", "reset of everything", "7 b/x 1", "8 a/x 1", "reset of a/x", "9 a/x 1",
        "10 b/x 2",
      ])
    #expect(log.attempt(5)?.count == 1 && log.attempt(5)?.values == "x 0.5")
    for number in [0, -1, 11, .min, .max] {
      #expect(log.attempt(number) == nil && log.only(number).isEmpty)
    }
    #expect(Array(log.only(3).elements).map(\.number) == [3])
  }

  /// A lesson is shown by the name that it has here; what is the course's and is not here is said to be.
  @Test func exercisesHaveTheNamesThatAreShown() throws {
    let home = try ScratchFolder()
    for folder in ["one", "two"] {
      try home.write("---\ntitle: T\nsummary: S\n---\n# T\n", to: "\(folder)/1-a.md")
    }
    let listings = try Syllabus.opening(
      ["\(home.path)/one", "\(home.path)/two"], catalog: Catalog([])
    ).listings
    let alone = try Syllabus.opening(["\(home.path)/one"], catalog: Catalog([])).listings
    let key = listings[0].key
    func name(_ exercise: String, _ pack: String?, _ listings: [Syllabus.Listing]) throws -> String?
    {
      var log = AttemptLog(listings: listings)
      log.add(try Self.attempt(exercise, pack: pack))
      return log.attempt(1)?.exercise
    }
    #expect(try name("\(key)/x", "one", listings) == "one:a/x")
    #expect(try name("\(key)/x", "one", alone) == "a/x")
    #expect(try name("\(listings[1].key)/x", "two", alone) == "\(listings[1].key)/x")
    #expect(try name("a/x", "knobs", alone) == "knobs:a/x")
    #expect(try name("a/x", nil, alone) == "a/x")
    #expect(try name("b/x", "knobs", alone) == "b/x")
  }
}
