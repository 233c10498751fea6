import Foundation
import Testing
import ToyCourse

@testable import Grading

/// When things were passed, on which version, and after how many misses.
@Suite struct PassHistoryTests {
  private static func exercise() throws -> Exercise {
    var exercise = try Toys.exercise(
      "simulation: coin\ntask: t\nchoose: share\npass: luck >= 1 (3 points)")
    exercise.lessonKey = LessonKey("new:toy", pack: "p", shared: ["toy"])
    return exercise
  }

  private static func attempt(
    _ passed: Bool, _ key: String = "new:toy/e", digest: String? = nil
  ) throws -> JournalEntry.Event {
    .attempt(try Events.attempt(key, passed: passed, points: 1, digest: digest))
  }

  private static func prediction(_ right: Bool) -> JournalEntry.Event {
    .prediction(.init(lesson: "a", name: "p", answer: 1, right: right))
  }

  /// The history of events a second after each other.
  private static func history(_ events: [JournalEntry.Event]) -> PassHistory {
    var history = PassHistory()
    for (second, event) in events.enumerated() {
      history.add(JournalEntry(event, at: Date(timeIntervalSince1970: Double(second))))
    }
    return history
  }

  /// The second of the first pass and the misses before it.
  private static func account(_ events: [JournalEntry.Event]) throws -> [Int?] {
    let account = history(events)[try exercise()]
    return [account.pass.map { Int($0.date.timeIntervalSince1970) }, account.misses]
  }

  @Test func theFirstPassCounts() throws {
    let (miss, pass) = (try Self.attempt(false), try Self.attempt(true))
    #expect(try Self.account([]) == [nil, 0])
    #expect(try Self.account([miss, miss]) == [nil, 2])
    #expect(try Self.account([miss, pass, miss, pass]) == [1, 1])
    #expect(try Self.account([try Self.attempt(true, "new:toy/other"), miss]) == [nil, 1])
  }

  @Test func resetsForget() throws {
    let (miss, pass) = (try Self.attempt(false), try Self.attempt(true))
    for reset in [
      JournalEntry.Event.reset(lesson: nil), .reset(lesson: "new:toy"),
      .exerciseReset(exercise: "new:toy/e"),
    ] {
      #expect(try Self.account([miss, pass, reset]) == [nil, 0])
      #expect(try Self.account([pass, reset, miss, pass]) == [3, 1])
    }
    for reset in [JournalEntry.Event.reset(lesson: "toy"), .exerciseReset(exercise: "new:toy/o")] {
      #expect(try Self.account([miss, pass, reset]) == [1, 1])
    }
  }

  /// Another form of the exercise is another exercise.
  @Test func onlyTheFormThatThereIsCounts() throws {
    let now = try Self.exercise().digest
    #expect(try Self.account([try Self.attempt(true, digest: "other")]) == [nil, 0])
    #expect(
      try Self.account([
        try Self.attempt(false, digest: "other"), try Self.attempt(false, digest: now),
        try Self.attempt(true, digest: now),
      ]) == [2, 1])
  }

  /// What an early version kept under a key that packs shared counts until something is reset.
  @Test func sharedKeysCountWhereTheFormIsTheSame() throws {
    let early = try Self.attempt(true, "toy/e", digest: try Self.exercise().digest)
    #expect(try Self.account([early]) == [0, 0])
    #expect(try Self.account([try Self.attempt(true, "toy/e")]) == [nil, 0])
    #expect(try Self.account([early, .exerciseReset(exercise: "new:toy/e")]) == [nil, 0])
    #expect(try Self.account([early, .reset(lesson: "new:toy")]) == [nil, 0])
    #expect(try Self.account([.reset(lesson: "new:toy"), .reset(lesson: nil), early]) == [2, 0])
  }

  @Test func predictionsAreMissedUntilOneIsRight() {
    let (wrong, right) = (Self.prediction(false), Self.prediction(true))
    for (events, misses) in [
      ([], 0), ([right], 0), ([wrong, wrong], 2), ([wrong, right, wrong], 1),
      ([wrong, .reset(lesson: "a")], 0), ([wrong, .exerciseReset(exercise: "a/p")], 1),
    ] {
      #expect(Self.history(events).misses(of: "p", in: "a") == misses, "\(events)")
    }
  }
}
