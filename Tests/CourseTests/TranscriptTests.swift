import Foundation
import TestKit
import Testing

@testable import Course

@Suite struct TranscriptTests {
  private static func transcript(_ events: [JournalEntry.Event]) -> Transcript {
    Transcript(events.map { JournalEntry($0, at: JournalTests.date) })
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
    let transcript = Self.transcript([
      try Self.attempt("a/x", false, 3), try Self.attempt("a/x", true, 10),
      try Self.attempt("a/x", false, 5), try Self.attempt("b/x", false, 0),
    ])
    #expect(
      transcript["a/x"] == .init(attempts: 3, isPassed: true, points: 10, hints: 0))
    #expect(
      transcript["b/x"] == .init(attempts: 1, isPassed: false, points: 0, hints: 0))
    #expect(transcript["c/x"] == .init())
    #expect(["a/x", "b/x", "c/x"].map(transcript.lastNumber) == [3, 1, 0])
    #expect(transcript.lastAttempt?.exercise == "b/x")
    #expect(transcript.lastLesson == "b")
  }

  @Test(arguments: [(0, false), (2, false), (3, true), (4, true)])
  func theSolutionOpensAfterThreeAttempts(attempts: Int, isOpen: Bool) throws {
    let events = try (0..<attempts).map { _ in try Self.attempt("a/x", false, 0) }
    #expect(Self.transcript(events)["a/x"].opensSolution == isOpen)
    #expect(Self.transcript(events + [try Self.attempt("a/x", true, 1)])["a/x"].opensSolution)
  }

  @Test func hintsPlacesAndPredictions() {
    let transcript = Self.transcript([
      .hint(exercise: "a/x", number: 2), .hint(exercise: "a/x", number: 1),
      .place(lesson: "a", section: 3), .place(lesson: "a", section: 1),
      .prediction(.init(lesson: "b", name: "p", answer: 1, right: false)),
      .prediction(.init(lesson: "b", name: "p", answer: 2, right: true)),
      .solution(exercise: "c/x"),
    ])
    #expect(transcript["a/x"].hints == 2)
    #expect(transcript.places == ["a": 1])
    #expect(transcript.predictions["b/p"]?.answer == 2)
    #expect(transcript.lastLesson == "c")
    #expect(transcript.lastAttempt == nil)
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
    let transcript = Self.transcript(before + [.reset(lesson: "a")])
    #expect(transcript["a/x"] == .init())
    #expect(transcript.lastNumber(of: "a/x") == 1)
    #expect(transcript["b/x"].isPassed)
    #expect(transcript.places == ["ab": 2])
    #expect(transcript.predictions.keys.sorted() == ["b/p"])
    #expect(transcript.lastLesson == "b")
    #expect(transcript.lastAttempt?.exercise == "b/x")
    let none = Self.transcript(before + [.reset(lesson: nil)])
    #expect(none["b/x"] == .init())
    #expect(none.lastNumber(of: "b/x") == 1)
    #expect(none.places.isEmpty)
    #expect(none.predictions.isEmpty)
    #expect(none.lastLesson == nil)
    #expect(none.lastAttempt == nil)
    let again = Self.transcript(
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
    #expect(Self.transcript(attempts).lastNumber(of: "a/x") == last)
    #expect(Self.transcript(attempts)["a/x"].attempts == numbers.count)
    let reserved = Self.transcript(
      numbers.map { .reservation(exercise: "a/x", number: $0 ?? 1) } + [.reset(lesson: "a")])
    #expect(reserved.lastNumber(of: "a/x") == numbers.map { $0 ?? 1 }.max())
    #expect(reserved["a/x"] == .init() && reserved.lastLesson == nil)
  }

  /// What was passed of another form of an exercise is shown, but does not count.
  @Test func anEarlierFormDoesNotCount() throws {
    let old = try Self.attempt("a/x", true, 10, digest: "old")
    #expect(Self.transcript([old]).standing(of: "a/x", digest: "old").isPassed)
    #expect(
      Self.transcript([old]).standing(of: "a/x", digest: "new")
        == .init(attempts: 1, hasPassedEarlierForm: true))
    let tried = [old, try Self.attempt("a/x", false, 3, digest: "new")]
    #expect(
      Self.transcript(tried).standing(of: "a/x", digest: "new")
        == .init(attempts: 2, hasPassedEarlierForm: true, points: 3))
    #expect(
      Self.transcript(tried).standing(of: "a/x", digest: "old")
        == .init(attempts: 2, isPassed: true, points: 10))
    let passed = tried + [try Self.attempt("a/x", true, 8, digest: "new")]
    #expect(
      Self.transcript(passed).standing(of: "a/x", digest: "new")
        == .init(attempts: 3, isPassed: true, points: 8))
    #expect(
      Self.transcript(passed + [.reset(lesson: "a")]).standing(of: "a/x", digest: "new") == .init())
    let failed = try Self.attempt("a/x", false, 3, digest: "old")
    #expect(
      Self.transcript([failed]).standing(of: "a/x", digest: "new") == .init(attempts: 1))
  }

  /// Attempts of which the form was not recorded count whatever the exercise is now.
  @Test func attemptsWithoutADigestCount() throws {
    let events = [
      try Self.attempt("a/x", true, 10), try Self.attempt("a/x", false, 2, digest: "old"),
    ]
    for digest in ["old", "new"] {
      #expect(
        Self.transcript(events).standing(of: "a/x", digest: digest)
          == .init(attempts: 2, isPassed: true, points: 10))
    }
  }

  @Test func lessonsAddUp() throws {
    let lesson = Toys.read(Toys.goodLesson, name: "a").lesson
    let most = Self.transcript([try Self.attempt("a/reach-the-floor", true, 1000)])
    #expect(most.points(in: lesson) == 9)
    #expect(most.passed(in: lesson) == 1)
    #expect(most.isComplete(lesson))
    let some = Self.transcript([try Self.attempt("a/reach-the-floor", false, 7)])
    #expect(some.points(in: lesson) == 7)
    #expect(!some.isComplete(lesson))
    #expect(Self.transcript([]).points(in: lesson) == 0)
    #expect(most.passedEarlier(in: lesson).isEmpty)
    let exercise = try #require(lesson.exercises.first)
    for (digest, isNow) in [(exercise.digest, true), ("another", false)] {
      let transcript = Self.transcript([try Self.attempt(exercise.key, true, 9, digest: digest)])
      #expect(transcript.points(in: lesson) == (isNow ? 9 : 0))
      #expect(transcript.passed(in: lesson) == (isNow ? 1 : 0))
      #expect(transcript.isComplete(lesson) == isNow)
      #expect(transcript[exercise].isPassed == isNow)
      #expect(transcript.passedEarlier(in: lesson).map(\.key) == (isNow ? [] : [exercise.key]))
    }
  }

  @Test func aLessonWithoutExercisesIsCompleteOnceRead() {
    let lesson = Toys.read("---\ntitle: T\nsummary: S\n---\n# A\n## B\n", name: "a").lesson
    #expect(!Self.transcript([]).isComplete(lesson))
    #expect(!Self.transcript([.place(lesson: "a", section: 1)]).isComplete(lesson))
    #expect(Self.transcript([.place(lesson: "a", section: 2)]).isComplete(lesson))
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
    let inTurn = Self.transcript(queues.flatMap { $0 })
    for _ in 0..<10 {
      var rest = queues
      var shuffled: [JournalEntry.Event] = []
      while rest.contains(where: { !$0.isEmpty }) {
        let index = garbage.below(rest.count)
        if !rest[index].isEmpty { shuffled.append(rest[index].removeFirst()) }
      }
      let other = Self.transcript(shuffled)
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

extension Transcript {
  /// Where a learner stands with an exercise that has one form only.
  fileprivate subscript(_ key: String) -> Standing { standing(of: key, digest: "the only one") }
}
