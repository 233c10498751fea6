import Experiments
import Foundation
import Grading
import Lessons
import Testing
import ToyCourse

@testable import Exhibits

/// What is asked again, by the journal alone.
@Suite struct ReviewPlanTests {
  private static func noon(_ day: Int) -> Date {
    Date(timeIntervalSince1970: (20_000 + Double(day)) * 86_400 + 43_200)
  }

  private static func passed(_ exercise: String, _ day: Int) throws -> JournalEntry {
    let object: [String: Any] = [
      "exercise": exercise, "settings": ["rate": 0.9], "passed": true, "points": 10,
      "maximumPoints": 10, "findings": [],
    ]
    let attempt = try JSONDecoder().decode(
      JournalEntry.Attempt.self, from: JSONSerialization.data(withJSONObject: object))
    return JournalEntry(.attempt(attempt), at: noon(day))
  }

  private static func plan(_ entries: [JournalEntry], on day: Int) throws -> ReviewPlan {
    var schedule = ReviewSchedule()
    for entry in entries { schedule.add(entry) }
    return ReviewPlan(try ToyCourse.syllabus(), schedule, at: noon(day), in: .gmt)
  }

  /// A lesson taken on day 0.
  private static func lesson() throws -> [JournalEntry] {
    let prediction = JournalEntry.Prediction(
      lesson: "slides", name: "shrinkage", answer: 0.5, right: true)
    return [
      JournalEntry(.prediction(prediction), at: noon(0)), try passed("slides/get-down", 0),
      JournalEntry(.place(lesson: "slides", section: 5), at: noon(0)),
    ]
  }

  /// Two weeks, in which the exercise fails on its second asking: what is asked when.
  @Test func twoWeeksByAMovedClock() throws {
    var entries = try Self.lesson()
    var asked: [Int: [String]] = [:]
    var given: [String: [String]] = [:]
    for day in 0..<15 {
      for question in try Self.plan(entries, on: day).questions {
        let kind = question.item.kind
        asked[day, default: []].append(kind.rawValue)
        given[kind.rawValue, default: []].append(question.givenText)
        let isRight = kind != .exercise || question.count != 1
        let review = JournalEntry.Review(question.item, given: question.given, passed: isRight)
        entries.append(JournalEntry(.review(review), at: Self.noon(day)))
      }
      // What was answered is not asked on the same day again.
      #expect(try Self.plan(entries, on: day).questions.isEmpty)
    }
    let all = ["prediction", "exercise", "recap"]
    #expect(
      asked == [1: all, 4: all, 5: ["exercise"], 8: ["exercise"], 11: ["prediction", "recap"]])
    #expect(given["exercise"] == ["pushes 8", "pushes 12", "pushes 8", "pushes 12"])
    #expect(Set(given["prediction"] ?? []) == ["rate 0.25", "rate 0.75"])
    #expect(given["recap"] == ["", "", ""])
  }

  @Test func theValuesAreOtherThanTheLessons() throws {
    let questions = try Self.plan(Self.lesson(), on: 1).questions
    let lesson = try #require(try ToyCourse.syllabus()["slides"])
    for question in questions {
      switch question.content {
      case .exercise(let exercise, let given):
        #expect(exercise.given["pushes"] == given["pushes"])
        #expect(exercise.given["pushes"] != lesson.exercises[0].given["pushes"])
        #expect(exercise.id == "slides/get-down")
        #expect(question.command == "knobs learn slides#your-turn")
      case .prediction(let directive, _):
        #expect(directive.settings["rate"] != lesson.predictions[0].settings["rate"])
        #expect(question.command == "knobs learn slides#foresee-it")
      case .recap(let sentences): #expect(sentences == lesson.recap)
      }
    }
  }

  @Test func whatWaitsLongestIsAskedFirst() throws {
    let plan = try Self.plan(
      [Self.passed("slides/get-down", 3)] + Self.lesson().prefix(1), on: 9)
    #expect(plan.questions.map(\.item.kind) == [.prediction, .exercise])
    #expect(plan.questions.map(plan.waiting) == ["for 8 days", "for 5 days"])
    #expect(plan.later == nil && plan.laterText == nil && !plan.isEmpty)
  }

  @Test func whatComesLaterIsSaid() throws {
    #expect(try Self.plan([], on: 0).isEmpty)
    let later = try Self.plan(Self.lesson(), on: 0)
    #expect(later.laterText == "Nothing is to be asked today; 3 tomorrow.")
    let reviewed = ReviewItem(.exercise, lesson: "slides", name: "get-down")
    let entries =
      try Self.lesson() + [JournalEntry(.review(.init(reviewed, passed: true)), at: Self.noon(1))]
    #expect(try Self.plan(entries, on: 1).laterText == "After that 1 more in 3 days.")
    #expect(
      try Self.plan(entries.suffix(2), on: 2).laterText == "After that 1 more in 2 days.")
  }

  /// What is of no lesson, or does not vary, is not asked.
  @Test func whatIsUnknownIsNotAsked() throws {
    let entries = [
      try Self.passed("nowhere/get-down", 0), try Self.passed("slides/gone", 0),
      try Self.passed("tosses/load-it", 0),
      JournalEntry(.place(lesson: "tosses", section: 99), at: Self.noon(0)),
    ]
    #expect(try Self.plan(entries, on: 400).isEmpty)
  }

  @Test(arguments: [-1e9, 1e15]) func clocksMayBeAnywhere(_ seconds: Double) throws {
    var schedule = ReviewSchedule()
    for entry in try Self.lesson() { schedule.add(entry) }
    let plan = ReviewPlan(
      try ToyCourse.syllabus(), schedule, at: Date(timeIntervalSince1970: seconds), in: .gmt)
    #expect(plan.questions.count == (seconds > 0 ? 3 : 0))
  }
}
