import Experiments
import Foundation
import TestKit
import Testing

@testable import Grading

/// When what was passed is asked again.
@Suite struct ReviewScheduleTests {
  private static let zone = TimeZone.gmt
  private static let item = ReviewItem(.exercise, lesson: "a", name: "x")

  private static func day(_ number: Int, hour: Double = 12) -> Date {
    Date(timeIntervalSince1970: Double(number) * 86_400 + hour * 3600)
  }

  private static func attempt(_ exercise: String, passed: Bool = true) throws
    -> JournalEntry.Event
  {
    let object: [String: Any] = [
      "exercise": exercise, "settings": ["x": 0.5], "passed": passed, "points": 1,
      "maximumPoints": 1, "findings": [],
    ]
    return .attempt(
      try JSONDecoder().decode(
        JournalEntry.Attempt.self, from: JSONSerialization.data(withJSONObject: object)))
  }

  private static func schedule(_ events: [(JournalEntry.Event, Int)]) -> ReviewSchedule {
    events.reduce(into: ReviewSchedule()) { $0.add(JournalEntry($1.0, at: day($1.1))) }
  }

  private static func review(_ passed: Bool) -> JournalEntry.Event {
    .review(.init(item, given: ["x": .integer(3)], passed: passed))
  }

  /// Days of reviews and whether each succeeded: the day of the next.
  private static let histories: [(reviews: [(Int, Bool)], next: Int)] = [
    ([], 1), ([(1, true)], 4), ([(1, true), (4, true)], 11), ([(1, true), (4, false)], 5),
    ([(1, true), (4, false), (5, true)], 8), ([(9, true)], 12),
    ((0..<12).map { ($0, true) }, 191),
  ]

  @Test(arguments: histories.indices) func timesGrowWithSuccess(index: Int) throws {
    let (reviews, next) = Self.histories[index]
    let schedule = Self.schedule(
      [(try Self.attempt("a/x"), 0)] + reviews.map { (Self.review($0.1), $0.0) })
    let state = try #require(schedule.states[Self.item])
    #expect(DayNumber.of(state.last, in: Self.zone) + state.interval == next)
    #expect(state.count == reviews.count)
  }

  @Test func whatBeginsIt() throws {
    let prediction = JournalEntry.Prediction(lesson: "a", name: "p", answer: 1, right: false)
    var events: [(JournalEntry.Event, Int)] = []
    events.append((try Self.attempt("a/x", passed: false), 0))
    events.append((try Self.attempt("a/x"), 2))
    events.append((try Self.attempt("a/x"), 5))
    events.append((.prediction(prediction), 3))
    events.append((.hint(exercise: "a/y", number: 1), 3))
    events.append((.solution(exercise: "a/z"), 3))
    events.append((.place(lesson: "a", section: 4), 6))
    events.append((.place(lesson: "a", section: 2), 7))
    let schedule = Self.schedule(events)
    #expect(schedule.states.count == 2)
    #expect(schedule.states[Self.item]?.last == Self.day(2))
    #expect(schedule.states[ReviewItem(.prediction, lesson: "a", name: "p")]?.last == Self.day(3))
    #expect(schedule.recap(of: "a", sections: 5) == nil)
    #expect(schedule.recap(of: "a", sections: 4)?.last == Self.day(6))
    #expect(schedule.recap(of: "b", sections: 0) == nil)
  }

  @Test(arguments: [
    (JournalEntry.Event.reset(lesson: nil), 0), (.reset(lesson: "a"), 1),
    (.exerciseReset(exercise: "a/x"), 2), (.reset(lesson: "b"), 2), (.reset(lesson: "a/x"), 3),
  ])
  func aResetForgets(_ reset: JournalEntry.Event, _ left: Int) throws {
    let schedule = Self.schedule([
      (try Self.attempt("a/x"), 0), (try Self.attempt("a/y"), 0), (try Self.attempt("b/x"), 0),
      (.place(lesson: "a", section: 3), 0), (reset, 1),
    ])
    #expect(schedule.states.count == left)
    let isForgotten = reset == .reset(lesson: nil) || reset == .reset(lesson: "a")
    #expect((schedule.recap(of: "a", sections: 3) == nil) == isForgotten)
  }

  /// A day ends at midnight of the zone, also where clocks are put forward.
  @Test(arguments: [
    ("GMT", "2026-11-29T23:59:59Z", 20_786), ("GMT", "2026-11-30T00:00:00Z", 20_787),
    ("Asia/Tokyo", "2026-11-29T15:00:00Z", 20_787),
    ("America/New_York", "2026-11-30T04:59:59Z", 20_786),
    ("Europe/Berlin", "2026-03-29T22:00:00Z", 20_542), ("GMT", "1969-12-31T23:00:00Z", -1),
  ])
  func daysBeginAtMidnight(_ zone: String, _ time: String, _ day: Int) throws {
    let date = try Date(time, strategy: .iso8601)
    #expect(DayNumber.of(date, in: try #require(TimeZone(identifier: zone))) == day)
  }

  @Test func daysOfAnyDateAreNumbers() {
    for seconds in [-1e300, -1e18, 0, 1e18, 1e300, .infinity, .nan] {
      _ = DayNumber.of(Date(timeIntervalSince1970: seconds), in: .gmt)
    }
  }

  /// What is written is read again, also by a reader of all JSON.
  @Test func reviewsAreKept() throws {
    let folder = try ScratchFolder()
    let journal = Journal(folder: folder.path)
    let reviews: [JournalEntry.Review] = [
      .init(
        Self.item, given: ["curvature": .integer(23), "mode": .choice("right")],
        settings: ["rate": .real(0.05)], passed: true, number: 7, seed: .max, program: "0.3.0"),
      .init(
        ReviewItem(.prediction, lesson: "deep:a", name: "p"), given: ["x": .real(-.infinity)],
        answer: .nan, passed: false),
      .init(ReviewItem(.recap, lesson: "a"), passed: true),
    ]
    for review in reviews { try journal.append(.review(review), at: Self.day(3)) }
    var read: [JournalEntry] = []
    let contents = try journal.read { read.append($0) }
    #expect(contents.setAsideCount == 0 && contents.count == 3)
    #expect(contents.progress.lastNumber(of: "a/x") == 7)
    #expect(contents.progress.lessons.isEmpty)
    for (entry, review) in zip(read, reviews) {
      guard case .review(let found) = entry.event else {
        Issue.record("\(entry)")
        continue
      }
      #expect(found.item == review.item && found.given.keys == review.given.keys)
      #expect(found.passed == review.passed && found.seed == review.seed)
      #expect(found.number == review.number && found.program == review.program)
    }
    let lines = try folder.text(of: "journal.jsonl").split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasSuffix("\"v\":3}") })
  }

  @Test(arguments: [
    #""of":"exam","lesson":"a","passed":true"#, #""of":"recap","passed":true"#,
    #""of":"recap","lesson":"a""#,
    #""of":"exercise","lesson":"a","name":"x","passed":true,"seed":"-1""#,
    #""of":"exercise","lesson":"a","name":"x","passed":true,"number":0"#,
    #""of":"exercise","lesson":"a","name":"x","passed":true,"given":{"a":[]}"#,
  ])
  func whatIsNoReviewIsSetAside(_ fields: String) throws {
    let folder = try ScratchFolder()
    try folder.write(
      #"{"at":"2026-11-29T00:00:00Z","kind":"review","review":{\#(fields)},"v":3}"# + "\n"
        + #"{"at":"2026-11-29T00:00:00Z","kind":"reset","v":1}"# + "\n", to: "journal.jsonl")
    let contents = try Journal(folder: folder.path).read { _ in }
    #expect(contents.setAsideCount == 1 && contents.count == 1)
  }

  /// Every variant has its turn before one comes again, and neighbours lie apart.
  @Test(arguments: 1...16) func variantsTakeTurns(count: Int) {
    let knob = Knob<Int>("n", 1...100, default: 1, "a number")
    let all = (1...count).map { number in
      var settings = Settings([knob])
      try? settings.turn("n", to: .integer(number))
      return settings
    }
    let variants = Variants(knobs: ["n"], all: all)
    for key in ["a/x", "b/y", ""] {
      let turns = (0..<2 * count).compactMap { variants.turn($0, of: key)?["n"]?.number }
      #expect(Set(turns.prefix(count)).count == count)
      #expect(Array(turns.prefix(count)) == Array(turns.suffix(count)))
      if count > 4, count != 6 {
        #expect(zip(turns, turns.dropFirst()).allSatisfy { abs($0 - $1) > 1 })
      }
    }
    #expect(variants.turn(-1, of: "") == nil && Variants.none.turn(0, of: "") == nil)
    #expect(variants.turn(.max, of: "a") != nil)
  }
}
