import Foundation
import TestKit
import Testing
import ToyCourse

import struct Grading.Progress

@testable import Grading

@Suite struct ProgressTests {
  private static func progress(_ events: [JournalEntry.Event]) -> Progress {
    Progress(events.map { JournalEntry($0, at: JournalTests.date) })
  }

  private static func attempt(_ exercise: String, _ passed: Bool, _ points: Int) throws
    -> JournalEntry.Event
  {
    .attempt(try Events.attempt(exercise, passed: passed, points: points))
  }

  private static func attempt(
    _ exercise: String, _ passed: Bool, _ points: Int, digest: String?
  ) throws -> JournalEntry.Event {
    .attempt(try Events.attempt(exercise, passed: passed, points: points, digest: digest))
  }

  @Test func attemptsAddUp() throws {
    let progress = Self.progress([
      try Self.attempt("a/x", false, 3), try Self.attempt("a/x", true, 10),
      try Self.attempt("a/x", false, 5), try Self.attempt("b/x", false, 0),
    ])
    #expect(
      progress["a/x"] == .init(attempts: 3, isPassed: true, points: 10, hints: 0))
    #expect(
      progress["b/x"] == .init(attempts: 1, isPassed: false, points: 0, hints: 0))
    #expect(progress["c/x"] == .init())
    #expect(["a/x", "b/x", "c/x"].map(progress.lastNumber) == [3, 1, 0])
    #expect(progress.lastAttempt?.exercise == "b/x")
    #expect(progress.lastLesson == "b")
  }

  @Test(arguments: [(0, false), (2, false), (3, true), (4, true)])
  func theSolutionOpensAfterThreeAttempts(attempts: Int, isOpen: Bool) throws {
    let events = try (0..<attempts).map { _ in try Self.attempt("a/x", false, 0) }
    #expect(Self.progress(events)["a/x"].opensSolution == isOpen)
    #expect(Self.progress(events + [try Self.attempt("a/x", true, 1)])["a/x"].opensSolution)
  }

  @Test func hintsPlacesAndPredictions() {
    let progress = Self.progress([
      .hint(exercise: "a/x", number: 2), .hint(exercise: "a/x", number: 1),
      .place(lesson: "a", section: 3), .place(lesson: "a", section: 1),
      .prediction(.init(lesson: "b", name: "p", answer: 1, right: false)),
      .prediction(.init(lesson: "b", name: "p", answer: 2, right: true)),
      .solution(exercise: "c/x"),
    ])
    #expect(progress["a/x"].hints == 2)
    #expect(progress.places == ["a": 1])
    #expect(progress.predictions["b/p"]?.answer == 2)
    #expect(progress.lastLesson == "c")
    #expect(progress.lastAttempt == nil)
  }

  @Test func resettingOneLessonLeavesTheOthers() throws {
    let before: [JournalEntry.Event] = [
      try Self.attempt("b/x", true, 10), try Self.attempt("a/x", true, 10),
      .hint(exercise: "a/x", number: 1), .place(lesson: "a", section: 2),
      .place(lesson: "ab", section: 2),
      .prediction(.init(lesson: "a", name: "p", answer: 1, right: true)),
      .prediction(.init(lesson: "b", name: "p", answer: 1, right: true)),
      .solution(exercise: "a/x"),
    ]
    let progress = Self.progress(before + [.reset(lesson: "a")])
    #expect(progress["a/x"] == .init())
    #expect(progress.lastNumber(of: "a/x") == 1)
    #expect(progress["b/x"].isPassed)
    #expect(progress.places == ["ab": 2])
    #expect(progress.predictions.keys.sorted() == ["b/p"])
    #expect(progress.lastLesson == "b")
    #expect(progress.lastAttempt?.exercise == "b/x")
    let none = Self.progress(before + [.reset(lesson: nil)])
    #expect(none["b/x"] == .init())
    #expect(none.lastNumber(of: "b/x") == 1)
    #expect(none.places.isEmpty)
    #expect(none.predictions.isEmpty)
    #expect(none.lastLesson == nil)
    #expect(none.lastAttempt == nil)
    let again = Self.progress(
      before + [.reset(lesson: nil), try Self.attempt("a/x", false, 2), .reset(lesson: "a")])
    #expect(again["a/x"] == .init())
    #expect(again.lastNumber(of: "a/x") == 2)
  }

  /// The next number is above all that were given, by whichever version of the program.
  @Test(
    arguments: [
      ([nil], 1), ([nil, nil, nil], 3), ([4], 4), ([4, nil], 5), ([nil, 2], 2), ([nil, 1], 1),
      ([7, 3], 7), ([2, 2, 2], 2), ([1_000_000_000, nil], 1_000_000_001),
    ] as [([Int?], Int)])
  func numbersGoOn(numbers: [Int?], last: Int) throws {
    let attempts = try numbers.map { number in
      JournalEntry.Event.attempt(
        try Events.attempt("a/x", passed: false, points: 0, number: number))
    }
    #expect(Self.progress(attempts).lastNumber(of: "a/x") == last)
    #expect(Self.progress(attempts)["a/x"].attempts == numbers.count)
    let reserved = Self.progress(
      numbers.map { .reservation(exercise: "a/x", number: $0 ?? 1) } + [.reset(lesson: "a")])
    #expect(reserved.lastNumber(of: "a/x") == numbers.map { $0 ?? 1 }.max())
    #expect(reserved["a/x"] == .init() && reserved.lastLesson == nil)
  }

  /// What was passed of another form of an exercise is shown, but does not count.
  @Test func anEarlierFormDoesNotCount() throws {
    let old = try Self.attempt("a/x", true, 10, digest: "old")
    #expect(Self.progress([old]).standing(of: "a/x", digest: "old").isPassed)
    #expect(
      Self.progress([old]).standing(of: "a/x", digest: "new")
        == .init(attempts: 1, hasPassedEarlierForm: true))
    let tried = [old, try Self.attempt("a/x", false, 3, digest: "new")]
    #expect(
      Self.progress(tried).standing(of: "a/x", digest: "new")
        == .init(attempts: 2, hasPassedEarlierForm: true, points: 3))
    #expect(
      Self.progress(tried).standing(of: "a/x", digest: "old")
        == .init(attempts: 2, isPassed: true, points: 10))
    let passed = tried + [try Self.attempt("a/x", true, 8, digest: "new")]
    #expect(
      Self.progress(passed).standing(of: "a/x", digest: "new")
        == .init(attempts: 3, isPassed: true, points: 8))
    #expect(
      Self.progress(passed + [.reset(lesson: "a")]).standing(of: "a/x", digest: "new") == .init())
    let failed = try Self.attempt("a/x", false, 3, digest: "old")
    #expect(
      Self.progress([failed]).standing(of: "a/x", digest: "new") == .init(attempts: 1))
  }

  /// Attempts of which the form was not recorded count whatever the exercise is now.
  @Test func attemptsWithoutADigestCount() throws {
    let events = [
      try Self.attempt("a/x", true, 10), try Self.attempt("a/x", false, 2, digest: "old"),
    ]
    for digest in ["old", "new"] {
      #expect(
        Self.progress(events).standing(of: "a/x", digest: digest)
          == .init(attempts: 2, isPassed: true, points: 10))
    }
  }

  @Test func lessonsAddUp() throws {
    let lesson = Toys.read(Toys.goodLesson, name: "a").lesson
    let most = Self.progress([try Self.attempt("a/reach-the-floor", true, 1000)])
    #expect(most.points(in: lesson) == 9)
    #expect(most.passed(in: lesson) == 1)
    #expect(most.isComplete(lesson))
    let some = Self.progress([try Self.attempt("a/reach-the-floor", false, 7)])
    #expect(some.points(in: lesson) == 7)
    #expect(!some.isComplete(lesson))
    #expect(Self.progress([]).points(in: lesson) == 0)
    #expect(most.passedEarlier(in: lesson).isEmpty)
    let exercise = try #require(lesson.exercises.first)
    for (digest, isNow) in [(exercise.digest, true), ("another", false)] {
      let progress = Self.progress([try Self.attempt(exercise.key, true, 9, digest: digest)])
      #expect(progress.points(in: lesson) == (isNow ? 9 : 0))
      #expect(progress.passed(in: lesson) == (isNow ? 1 : 0))
      #expect(progress.isComplete(lesson) == isNow)
      #expect(progress[exercise].isPassed == isNow)
      #expect(progress.passedEarlier(in: lesson).map(\.key) == (isNow ? [] : [exercise.key]))
    }
  }

  @Test func aLessonWithoutExercisesIsCompleteOnceRead() {
    let lesson = Toys.read("---\ntitle: T\nsummary: S\n---\n# A\n## B\n", name: "a").lesson
    #expect(!Self.progress([]).isComplete(lesson))
    #expect(!Self.progress([.place(lesson: "a", section: 1)]).isComplete(lesson))
    #expect(Self.progress([.place(lesson: "a", section: 2)]).isComplete(lesson))
  }

  /// Events of different exercises and lessons may come in any order, and all attempts count.
  @Test(arguments: 0..<20) func theOrderOfIndependentEventsDoesNotMatter(seed: Int) throws {
    var garbage = Garbage(seed: seed)
    var queues: [[JournalEntry.Event]] = []
    for lesson in ["a", "b", "c"] {
      queues.append([])
      for _ in 0..<12 {
        let exercise = "\(lesson)/x"
        let event: JournalEntry.Event =
          switch garbage.below(6) {
          case 0, 1: try Self.attempt(exercise, garbage.below(2) == 0, garbage.below(11))
          case 2: .hint(exercise: exercise, number: 1 + garbage.below(3))
          case 3: .place(lesson: lesson, section: garbage.below(5))
          case 4:
            .prediction(
              .init(lesson: lesson, name: "p", answer: Double(garbage.below(9)), right: false))
          default: .reset(lesson: lesson)
          }
        queues[queues.count - 1].append(event)
      }
    }
    let inTurn = Self.progress(queues.flatMap { $0 })
    for _ in 0..<10 {
      var rest = queues
      var shuffled: [JournalEntry.Event] = []
      while rest.contains(where: { !$0.isEmpty }) {
        let index = garbage.below(rest.count)
        if !rest[index].isEmpty { shuffled.append(rest[index].removeFirst()) }
      }
      let other = Self.progress(shuffled)
      for exercise in ["a/x", "b/x", "c/x"] {
        #expect(other[exercise] == inTurn[exercise])
        #expect(other.lastNumber(of: exercise) == inTurn.lastNumber(of: exercise))
      }
      #expect(other.places == inTurn.places)
      #expect(other.predictions == inTurn.predictions)
    }
    let attempts = queues.joined().count { if case .attempt = $0 { true } else { false } }
    #expect(["a/x", "b/x", "c/x"].map(inTurn.lastNumber).reduce(0, +) == attempts)
    #expect(["a/x", "b/x", "c/x"].allSatisfy { inTurn[$0].points <= 10 })
  }
}

extension Progress {
  /// Where a learner stands with an exercise that has one form only.
  fileprivate subscript(_ key: String) -> Standing { standing(of: key, digest: "the only one") }
}
