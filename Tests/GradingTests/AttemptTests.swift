import Experiments
import Foundation
import Synchronization
import TestKit
import Testing
import ToyCourse

import struct Grading.Progress

@testable import Grading

/// Attempts from the reservation of their number to the record of their grade.
@Suite struct AttemptTests {
  private static func exercise() throws -> Exercise {
    try Toys.exercise("simulation: coin\ntask: t\nchoose: share\npass: luck >= 1 (3 points)")
  }

  private static func graded(_ attempt: Attempt) async -> Grading {
    var grading = attempt.grading
    while !grading.isDecided { await grading.advance(by: 8) }
    return grading
  }

  @Test func anAttemptIsRecordedAsItWasGraded() async throws {
    let folder = try ScratchFolder()
    let journal = Journal(folder: folder.path)
    let exercise = try Self.exercise()
    let choices = try Toys.settings(Coin.self, ["share": "1"])
    for number in 1...3 {
      let attempt = try Attempt(exercise, choices: choices, in: journal)
      #expect(attempt.number == number)
      let grading = await Self.graded(attempt)
      let text = try folder.text(of: "seed-key")
      let key = try #require(SeedKey(text: text))
      #expect(grading.firstSeed == key.firstSeed(exercise: "toy/e", attempt: number))
      let progress = try attempt.record(grading, program: "1.2.3")
      #expect(
        progress[exercise]
          == .init(attempts: number, currentAttempts: number, isPassed: true, points: 3))
      let contents = try journal.read()
      #expect(contents.count == 2 * number)
      #expect(contents.setAside.isEmpty)
      let events = try journal.entries().suffix(2).map(\.event)
      #expect(events.first == .reservation(exercise: "toy/e", number: number))
      guard case .attempt(let recorded) = events.last else {
        Issue.record("the grade is not the last line")
        return
      }
      #expect(recorded.number == number)
      #expect(recorded.seed == grading.firstSeed)
      #expect(recorded.program == "1.2.3")
      #expect(recorded.digest == exercise.digest)
      #expect(recorded.settings == ["share": .real(1)])
      #expect(recorded.passed && recorded.points == 3 && recorded.maximumPoints == 3)
    }
  }

  @Test func theLinesReadAsTheyAreDocumented() async throws {
    let folder = try ScratchFolder(["seed-key": Data(Toys.key.text.utf8)])
    let journal = Journal(folder: folder.path)
    let exercise = try Toys.exercise(
      "simulation: line\ntask: t\nchoose: x, steps, mode\npass: x > 0.1 (2 points)")
    let choices = try Toys.settings(Line.self, ["x": "0.25", "mode": "right"])
    let attempt = try Attempt(exercise, choices: choices, in: journal)
    _ = try attempt.record(await Self.graded(attempt), program: "1.2.3")
    let lines = String(decoding: try folder.data(of: "journal.jsonl"), as: UTF8.self)
      .split(separator: "\n").map { String($0).replacing(/"at":"[^"]*"/, with: "\"at\":\"…\"") }
    let reservation = #"{"at":"…","exercise":"toy/e","kind":"reservation","number":1,"v":2}"#
    let grade =
      #"{"at":"…","attempt":{"digest":"\#(exercise.digest)","exercise":"toy/e","findings":["found"],"#
      + #""maximumPoints":2,"number":1,"passed":true,"points":2,"program":"1.2.3","#
      + #""seed":"9725659821560377544","settings":{"mode":"right","steps":50,"x":0.25}},"#
      + #""kind":"attempt","v":2}"#
    #expect(lines == [reservation, grade])
  }

  /// An attempt that is given up costs its number, and is no attempt in what is counted.
  @Test func anAttemptThatIsGivenUpCostsItsNumber() async throws {
    let folder = try ScratchFolder()
    let journal = Journal(folder: folder.path)
    let exercise = try Self.exercise()
    for _ in 0..<3 { _ = try Attempt(exercise, choices: Coin.defaults, in: journal) }
    let before = try journal.read().progress
    #expect(before[exercise] == .init())
    #expect(before.lastLesson(of: before.lessons) == nil && before.lastAttempt(in: ["toy"]) == nil)
    let attempt = try Attempt(exercise, choices: Coin.defaults, in: journal)
    #expect(attempt.number == 4)
    let progress = try attempt.record(await Self.graded(attempt), program: "p")
    #expect(progress[exercise].attempts == 1)
    try journal.append(.reset(lesson: nil))
    #expect(try Attempt(exercise, choices: Coin.defaults, in: journal).number == 5)
  }

  @Test func otherExercisesHaveNumbersOfTheirOwn() throws {
    let folder = try ScratchFolder()
    let journal = Journal(folder: folder.path)
    #expect(try [0, 1, 2].map { _ in try journal.reserve("a/b").number } == [1, 2, 3])
    #expect(try journal.reserve("a/c").number == 1)
    #expect(try journal.reserve("a/b").number == 4)
  }

  /// What was recorded while an attempt was graded is added up with it.
  @Test func whatWasRecordedMeanwhileIsSeen() async throws {
    let folder = try ScratchFolder()
    let journal = Journal(folder: folder.path)
    let exercise = try Self.exercise()
    let attempts = try (0..<3).map { _ in
      try Attempt(exercise, choices: Coin.defaults, in: journal)
    }
    for (index, attempt) in attempts.reversed().enumerated() {
      try journal.append(.hint(exercise: exercise.key, number: index + 1))
      let progress = try attempt.record(await Self.graded(attempt), program: "p")
      #expect(progress[exercise].attempts == index + 1)
      #expect(progress[exercise].hints == index + 1)
      #expect(progress.lastAttempt(in: ["toy"])?.number == 3 - index)
    }
  }

  /// A line that was cut short meanwhile, and a file that is another one or shorter than it was.
  @Test(arguments: ["cut", "gone", "another", "shorter"])
  func whateverBecameOfTheFileTheGradeIsRecorded(_ accident: String) async throws {
    let folder = try ScratchFolder()
    let journal = Journal(folder: folder.path)
    let exercise = try Self.exercise()
    try journal.append(.reset(lesson: nil))
    let attempt = try Attempt(exercise, choices: Coin.defaults, in: journal)
    let whole = try folder.data(of: "journal.jsonl")
    let place = #"{"at":"2023-11-14T22:13:20Z","kind":"place","lesson":"a","section":2,"v":1}"#
    switch accident {
    case "cut": try folder.write(whole + Data(#"{"at":"2023"#.utf8), to: "journal.jsonl")
    case "gone": try FileManager.default.removeItem(atPath: journal.path)
    case "another":
      let others = String(repeating: place + "\n", count: 20)
      try FileManager.default.removeItem(atPath: journal.path)
      try folder.write(others, to: "journal.jsonl")
    default:
      let file = try #require(FileHandle(forWritingAtPath: journal.path))
      try file.truncate(atOffset: UInt64(whole.count / 2))
      try file.close()
    }
    let progress = try attempt.record(await Self.graded(attempt), program: "p")
    #expect(progress[exercise].attempts == 1)
    #expect(progress.place(in: "a") == (accident == "another" ? 2 : nil))
    let contents = try journal.read()
    let last = try journal.entries().last?.event
    #expect(progress.lastAttempt(in: ["a", "toy"]).map(JournalEntry.Event.attempt) == last)
    #expect(contents.setAside.count == (["cut", "shorter"].contains(accident) ? 1 : 0))
  }

  @Test func nothingIsReservedWhereNothingCanBeWritten() throws {
    let folder = try ScratchFolder()
    try folder.write("precious", to: "file")
    for place in ["file", "file/state"] {
      let journal = Journal(folder: "\(folder.path)/\(place)")
      let exercise = try Self.exercise()
      #expect(throws: Journal.Problem.self) {
        try Attempt(exercise, choices: Coin.defaults, in: journal)
      }
    }
    #expect(try folder.data(of: "file") == Data("precious".utf8))
  }

  /// The largest number that is read back is the last that is given.
  @Test(arguments: [(999_999_999, true), (1_000_000_000, false)])
  func numbersEnd(last: Int, hasNext: Bool) throws {
    let folder = try ScratchFolder()
    let journal = Journal(folder: folder.path)
    try journal.append(.reservation(exercise: "a/b", number: last))
    let before = try folder.data(of: "journal.jsonl")
    if hasNext {
      #expect(try journal.reserve("a/b").number == last + 1)
      #expect(try journal.read().setAside.isEmpty)
    } else {
      let problem = #expect(throws: Journal.Problem.self) { try journal.reserve("a/b") }
      #expect(
        problem?.message == "\(journal.path) has no number left for an attempt of \"a/b\"; "
          + "move it away to begin a new journal")
      #expect(try folder.data(of: "journal.jsonl") == before)
    }
    #expect(try journal.reserve("a/c").number == 1)
  }

  /// Two hundred pairs of attempts, each pair at once: no two of a journal have a number or a seed in
  /// common.
  ///
  /// Threads with descriptors of their own stand for programs: the lock belongs to the open file.
  @Test(arguments: 0..<8) func attemptsAtOnceShareNoSeed(_: Int) async throws {
    let pairs = 25
    let folder = try ScratchFolder()
    let journal = Journal(folder: folder.path)
    let exercise = try Self.exercise()
    let choices = try Toys.settings(Coin.self, ["share": "0.8"])
    for _ in 0..<pairs {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<2 {
          group.addTask {
            let attempt = try Attempt(exercise, choices: choices, in: journal)
            await Task.yield()
            _ = try attempt.record(await Self.graded(attempt), program: "p")
          }
        }
        try await group.waitForAll()
      }
    }
    let contents = try journal.read()
    #expect(contents.setAside.isEmpty)
    let attempts = try journal.entries().compactMap { entry -> JournalEntry.Attempt? in
      if case .attempt(let attempt) = entry.event { attempt } else { nil }
    }
    #expect(Set(attempts.compactMap(\.number)) == Set(1...2 * pairs))
    let seeds = attempts.compactMap(\.seed).sorted()
    #expect(seeds.count == 2 * pairs)
    for (one, next) in zip(seeds, seeds.dropFirst()) {
      #expect(next - one >= UInt64(SequentialTest.mostSeeds))
    }
    #expect(contents.progress[exercise].attempts == 2 * pairs)
  }
}
