import Foundation
import Grading
import Lessons
import TestKit
import Testing
import ToyCourse

import struct Grading.Progress

@testable import Exhibits

/// The end of a course, and what took a learner most.
@Suite struct CourseEndTests {
  private static func attempt(_ exercise: String, _ passed: Bool) throws -> JournalEntry.Event {
    let object: [String: Any] = [
      "exercise": exercise, "settings": ["x": 0.5], "passed": passed, "points": passed ? 5 : 0,
      "maximumPoints": 5, "findings": [], "program": "1.2.3",
    ]
    return .attempt(
      try JSONDecoder().decode(
        JournalEntry.Attempt.self, from: JSONSerialization.data(withJSONObject: object)))
  }

  private static func miss(_ times: Int) -> [JournalEntry.Event] {
    Array(
      repeating: .prediction(.init(lesson: "slides", name: "shrinkage", answer: 9, right: false)),
      count: times)
  }

  private static func state(_ events: [JournalEntry.Event]) -> (Progress, PassHistory) {
    var history = PassHistory()
    var progress = Progress()
    for event in events {
      history.add(JournalEntry(event, at: Date(timeIntervalSince1970: 0)))
      progress.add(event)
    }
    return (progress, history)
  }

  private static func weakest(_ events: [JournalEntry.Event]) throws -> [String] {
    let (progress, history) = state(events)
    return Weakness.greatest(3, in: try ToyCourse.syllabus().lessons, progress, history)
      .map { "\($0.step.line.replacing("knobs learn ", with: "")): \($0.text)" }
  }

  @Test func whatTookMostComesFirst() throws {
    let (slide, toss) = ("slides/get-down", "tosses/load-it")
    #expect(try Self.weakest([]) == [])
    #expect(
      try Self.weakest([try Self.attempt(slide, true), try Self.attempt(slide, false)]) == [])
    #expect(
      try Self.weakest(
        [
          try Self.attempt(slide, false), try Self.attempt(toss, false),
          try Self.attempt(toss, false),
          .hint(exercise: slide, number: 2), try Self.attempt(slide, true),
        ] + Self.miss(1)) == [
          "slides/get-down: 1 miss before it passed, 2 hints",
          "tosses/load-it: 2 misses before it passed", "slides#foresee-it: foretold wrong",
        ])
    #expect(try Self.weakest(Self.miss(4)) == ["slides#foresee-it: foretold wrong 4 times"])
    #expect(
      try Self.weakest([.hint(exercise: toss, number: .max)] + Self.miss(1)).count == 2)
  }

  @Test func itComesWhenEverythingIsDone() throws {
    let syllabus = try ToyCourse.syllabus()
    var events = [try Self.attempt("slides/get-down", true)]
    func end() -> CourseEnd? {
      let (progress, history) = Self.state(events)
      return CourseEnd(syllabus, progress, history)
    }
    #expect(end() == nil)
    events.append(try Self.attempt("tosses/load-it", true))
    #expect(end()?.details == ["2 lessons", "2 exercises", "10 of 15 points"])
    // The lessons of the tests do not say what one can do.
    #expect(end()?.parts.isEmpty == true && end()?.hardest.isEmpty == true)
    events.append(.exerciseReset(exercise: "tosses/load-it"))
    #expect(end() == nil)
  }

  @Test func abilitiesStandByParts() throws {
    let folder = try ScratchFolder()
    for (index, lines) in ["part: A\nable: a", "able: b", "part: B", "part: C\nable: c"]
      .enumerated()
    {
      try folder.write(
        "---\ntitle: T\nsummary: S.\n\(lines)\n---\n\n# T\n\nText.\n", to: "0\(index + 1)-l.md")
    }
    for index in 1...4 {
      try FileManager.default.moveItem(
        atPath: "\(folder.path)/0\(index)-l.md", toPath: "\(folder.path)/0\(index)-l\(index).md")
    }
    let syllabus = try Syllabus.read(folder: folder.path, catalog: ToyCourse.catalog)
    let (progress, history) = Self.state(
      (1...4).map { .place(lesson: "\(folder.path)l\($0)", section: 1) })
    #expect(CourseEnd(syllabus, progress, history) == nil)
    let read = syllabus.keys.map { JournalEntry.Event.place(lesson: $0, section: 1) }
    let (done, none) = Self.state(read)
    let end = try #require(CourseEnd(syllabus, done, none))
    #expect(end.parts.map(\.title) == ["A", "C"])
    #expect(end.parts.map(\.abilities) == [["a", "b"], ["c"]])
  }

  @Test func theTableHasARowForEachExercise() throws {
    let (progress, history) = Self.state([
      try Self.attempt("slides/get-down", false), try Self.attempt("slides/get-down", true),
      .hint(exercise: "tosses/load-it", number: 1),
    ])
    let record = ProgressRecord(try ToyCourse.syllabus(), progress, history)
    #expect(
      record.table == [
        ProgressRecord.columns,
        ["slides", "get-down", "true", "5", "10", "2", "0", "1970-01-01T00:00:00Z", "1.2.3"],
        ["tosses", "load-it", "false", "0", "5", "0", "1", "", ""],
      ])
  }
}
