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
      progress["a/x"]
        == .init(attempts: 3, currentAttempts: 3, isPassed: true, points: 10, hints: 0))
    #expect(
      progress["b/x"]
        == .init(attempts: 1, currentAttempts: 1, isPassed: false, points: 0, hints: 0))
    #expect(progress["c/x"] == .init())
    #expect(["a/x", "b/x", "c/x"].map(progress.lastNumber) == [3, 1, 0])
    #expect(progress.lastAttempt(in: ["a", "b"])?.exercise == "b/x")
    #expect(progress.lastLesson(of: progress.lessons) == "b")
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
    #expect(progress.place(in: "a") == 1 && progress.place(in: "b") == nil)
    #expect(progress.answer(to: "p", in: "b")?.answer == 2)
    #expect(progress.lastLesson(of: progress.lessons) == "c")
    #expect(progress.lastAttempt(in: ["a", "b", "c"]) == nil)
  }

  /// What was done in an exercise is forgotten, and nothing else: neither its lesson's place and
  /// predictions, nor the numbers that its attempts have taken.
  @Test func resettingOneExerciseLeavesTheRestOfItsLesson() throws {
    let before: [JournalEntry.Event] = [
      try Self.attempt("a/y", true, 5), .hint(exercise: "a/y", number: 1),
      try Self.attempt("a/x", true, 10), .hint(exercise: "a/x", number: 2),
      .place(lesson: "a", section: 2),
      .prediction(.init(lesson: "a", name: "p", answer: 1, right: true)),
      try Self.attempt("b/x", true, 10),
    ]
    var progress = Self.progress(before + [.exerciseReset(exercise: "a/x")])
    #expect(progress["a/x"] == .init())
    #expect(progress.lastNumber(of: "a/x") == 1)
    #expect(progress["a/y"].isPassed && progress["a/y"].hints == 1 && progress["b/x"].isPassed)
    #expect(progress.place(in: "a") == 2 && progress.answer(to: "p", in: "a") != nil)
    #expect(progress.lessons == ["a", "b"])
    #expect(progress.lastAttempt(in: ["a"]) == nil && progress.lastAttempt(in: ["b"]) != nil)
    progress.add(try Self.attempt("a/x", false, 3))
    #expect(
      progress["a/x"]
        == .init(attempts: 1, currentAttempts: 1, isPassed: false, points: 3, hints: 0))
    #expect(progress.lastNumber(of: "a/x") == 2)
    progress.add(.reset(lesson: "a"))
    #expect(progress["a/x"] == .init() && progress["a/y"] == .init())
    // What was never touched is touched by no reset.
    #expect(Self.progress([.exerciseReset(exercise: "c/x")]).lessons.isEmpty)
  }

  /// Attempts that an early version recorded under a key that packs shared are forgotten too.
  @Test func resettingAnExerciseForgetsWhatEarlyVersionsRecorded() throws {
    var exercise = try Toys.exercise(
      "simulation: coin\ntask: t\nchoose: share\npass: luck >= 1 (3 points)")
    exercise.lessonKey = LessonKey("new:toy", pack: "p", shared: ["toy"])
    var progress = Self.progress([
      try Self.attempt("toy/e", true, 3, digest: exercise.digest)
    ])
    #expect(progress[exercise].isPassed)
    progress.add(.exerciseReset(exercise: exercise.key))
    #expect(progress[exercise] == .init())
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
    #expect(progress.place(in: "ab") == 2 && progress.place(in: "a") == nil)
    #expect(progress.answer(to: "p", in: "a") == nil && progress.answer(to: "p", in: "b") != nil)
    #expect(progress.lastLesson(of: progress.lessons) == "b")
    #expect(progress.lastAttempt(in: ["a", "b"])?.exercise == "b/x")
    let none = Self.progress(before + [.reset(lesson: nil)])
    #expect(none["b/x"] == .init())
    #expect(none.lastNumber(of: "b/x") == 1)
    #expect(none.place(in: "a") == nil && none.place(in: "ab") == nil)
    #expect(none.answer(to: "p", in: "a") == nil && none.answer(to: "p", in: "b") == nil)
    #expect(none.lastLesson(of: none.lessons) == nil)
    #expect(none.lastAttempt(in: ["a", "b"]) == nil)
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
    #expect(reserved["a/x"] == .init() && reserved.lastLesson(of: reserved.lessons) == nil)
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
        == .init(attempts: 2, currentAttempts: 1, hasPassedEarlierForm: true, points: 3))
    #expect(
      Self.progress(tried).standing(of: "a/x", digest: "old")
        == .init(attempts: 2, currentAttempts: 1, isPassed: true, points: 10))
    let passed = tried + [try Self.attempt("a/x", true, 8, digest: "new")]
    #expect(
      Self.progress(passed).standing(of: "a/x", digest: "new")
        == .init(attempts: 3, currentAttempts: 2, isPassed: true, points: 8))
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
          == .init(
            attempts: 2, currentAttempts: digest == "old" ? 2 : 1, isPassed: true, points: 10))
    }
  }

  // Whose progress it is

  /// An exercise of a pack, by the name before the lesson's and the keys that were shared once.
  private static func exercise(_ key: LessonKey?) throws -> Exercise {
    var exercise = try Toys.exercise("simulation: coin\ntask: t\nchoose: share\npass: luck >= 1")
    exercise.lessonKey = key
    return exercise
  }

  private static let unnamed = LessonKey(
    "mine@01:toy", pack: "mine", shared: ["toy", "mine:toy"])
  private static let course = LessonKey("toy", pack: "knobs")
  private static let other = LessonKey(
    "other@02:toy", pack: "other", shared: ["toy", "other:toy"])

  private static func pass(_ key: String, pack: String?, digest: String?) throws
    -> JournalEntry.Event
  {
    .attempt(
      try Events.attempt("\(key)/e", passed: true, points: 1, digest: digest, pack: pack))
  }

  /// What is recorded now counts for the pack that it was recorded of, and for none else.
  @Test func aPassBelongsToItsPack() throws {
    let keys = [Self.unnamed, Self.course, Self.other, LessonKey("deep:toy", pack: "deep")]
    for key in keys {
      let exercise = try Self.exercise(key)
      let events = try (0..<3).map { _ in
        try Self.pass(key.text, pack: key.pack, digest: exercise.digest)
      }
      let progress = Self.progress(events + [.hint(exercise: exercise.key, number: 2)])
      for other in keys {
        let standing = progress[try Self.exercise(other)]
        #expect(standing.isPassed == (other == key))
        #expect(standing.attempts == (other == key ? 3 : 0))
        #expect(standing.hints == (other == key ? 2 : 0))
        #expect(standing.opensSolution == (other == key))
        #expect(progress.lastLesson(of: [other.text]) == (other == key ? key.text : nil))
      }
    }
  }

  /// What an early version recorded under a key that packs shared counts for the course, and for every
  /// pack without a name that has the exercise in that very form.
  @Test(arguments: ["toy", "mine:toy"]) func whatWasSharedIsReadAsItWasMeant(key: String) throws {
    let unnamed = try Self.exercise(Self.unnamed)
    let old = Self.progress([try Self.pass(key, pack: nil, digest: unnamed.digest)])
    #expect(
      old[unnamed] == .init(attempts: 1, currentAttempts: 1, isPassed: true, points: 1))
    #expect(old[try Self.exercise(Self.course)].isPassed == (key == "toy"))
    #expect(old[try Self.exercise(Self.other)].isPassed == (key == "toy"))
    // Of another form, or of a form that nobody knows, it is the course's alone.
    for digest in ["another", nil] {
      let progress = Self.progress([try Self.pass(key, pack: nil, digest: digest)])
      #expect(progress[unnamed] == .init())
      if key == "toy" {
        let standing = progress[try Self.exercise(Self.course)]
        #expect(standing.attempts == 1 && standing.isPassed == (digest == nil))
      }
    }
    // What is recorded now says whose it is.
    let now = Self.progress([try Self.pass(key, pack: "knobs", digest: unnamed.digest)])
    #expect(now[unnamed] == .init())
  }

  /// A reset of the pack's lesson, and one of everything, ends what was taken over; one of another
  /// pack's does not.
  @Test func whatWasSharedEndsWithAReset() throws {
    let unnamed = try Self.exercise(Self.unnamed)
    let old = try Self.pass("toy", pack: nil, digest: unnamed.digest)
    for (lesson, isOver) in [
      (Self.unnamed.text, true), (nil, true), ("toy", true), (Self.other.text, false), ("x", false),
    ] {
      let progress = Self.progress([old, .reset(lesson: lesson)])
      #expect(progress[unnamed].isPassed != isOver)
    }
  }

  /// Attempts at another form of an exercise, whosever it was, do not open its solution.
  @Test func onlyAttemptsAtTheFormOpenTheSolution() throws {
    let others = try (0..<5).map { _ in try Self.attempt("a/x", false, 0, digest: "old") }
    let progress = Self.progress(others + [try Self.attempt("a/x", false, 0, digest: "new")])
    let standing = progress.standing(of: "a/x", digest: "new")
    #expect(standing.attempts == 6 && standing.attemptsToSolution == 2 && !standing.opensSolution)
    #expect(progress.standing(of: "a/x", digest: "old").opensSolution)
  }

  /// Of several courses each has a lesson that was last in it.
  @Test func eachCourseHasALessonThatWasLast() throws {
    let progress = Self.progress([
      .place(lesson: "a", section: 1), try Self.attempt("b/x", true, 1),
      .place(lesson: "p@1:a", section: 2), .hint(exercise: "q@2:c/x", number: 1),
      .place(lesson: "a", section: 2),
    ])
    #expect(
      progress.lastLesson(of: progress.lessons) == "a"
        && progress.lastLesson(of: ["a", "b"]) == "a")
    #expect(progress.lastLesson(of: ["b", "c"]) == "b")
    #expect(progress.lastLesson(of: ["p@1:a", "p@1:b"]) == "p@1:a")
    #expect(progress.lastLesson(of: ["c"]) == nil && progress.lastLesson(of: []) == nil)
    #expect(progress.lastAttempt(in: ["a", "p@1:a"]) == nil)
    #expect(progress.lastAttempt(in: ["a", "b"])?.exercise == "b/x")
    #expect(progress.lessons == ["a", "b", "p@1:a", "q@2:c"])
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
      for lesson in ["a", "b", "c"] {
        #expect(other.place(in: lesson) == inTurn.place(in: lesson))
        #expect(other.answer(to: "p", in: lesson) == inTurn.answer(to: "p", in: lesson))
      }
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
