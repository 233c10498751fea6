import Course
import Experiments
import Foundation
import Terminal
import Tuning

/// A lesson being taken at a terminal.
struct LearnSession {
  /// How a visit to a step ended.
  enum Move {
    case next
    case back
    case quit
  }

  let context: Context
  let syllabus: Syllabus
  var progress: Transcript
  var lesson: Lesson
  var steps: [LearnStep]
  var console: Console

  /// Whether it has been said that nothing is kept.
  var hasWarned = false

  /// Takes a lesson from where it was left; when that is done, the lessons after it.
  static func take(
    _ lesson: Lesson, _ syllabus: Syllabus, _ progress: Transcript, _ context: Context
  ) async throws(Refusal) -> Report {
    do {
      return try await withRawMode(STDIN_FILENO) { keys in
        var session = LearnSession(
          context: context, syllabus: syllabus, progress: progress, lesson: lesson,
          steps: LearnStep.steps(of: lesson),
          console: Console(environment: context.environment, keys: keys))
        return try await session.run()
      }
    } catch is Console.Closed {
      return Report(plain: "")
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal("the terminal gives no keys; pipe the lesson: knobs learn \(lesson.name) | cat")
    }
  }

  private mutating func run() async throws -> Report {
    var index = firstStep
    while true {
      while steps.indices.contains(index) {
        let step = steps[index]
        try keepPlace(step.section)
        switch try await visit(step) {
        case .next: index += 1
        case .back: index = max(0, index - 1)
        case .quit: return farewell(at: step)
        }
      }
      try keepPlace(lesson.sections.count)
      guard try finish() else { return Report(Page(console.screen)) }
      index = firstStep
    }
  }

  /// The step at which the lesson was left; if it was read to its end, its first open exercise, else
  /// its beginning.
  private var firstStep: Int {
    let place = progress.places[lesson.key] ?? 0
    if let step = steps.firstIndex(where: { $0.section == place }) { return step }
    return steps.firstIndex { step in
      guard case .exercise(let exercise) = step.directive else { return false }
      return !progress[exercise].isPassed
    } ?? 0
  }

  private func farewell(at step: LearnStep) -> Report {
    var page = Page(console.screen)
    page.gap()
    guard !hasWarned else {
      page.text("Nothing was kept.")
      page.next([("knobs learn \(lesson.name)", "begin the lesson again")])
      return Report(page)
    }
    page.text(
      StyledText(
        "Your place is kept: section \(step.section + 1) of \(lesson.sections.count) of "
          + "\"\(lesson.title)\"."))
    page.next([("knobs learn", "go on from there")])
    return Report(page)
  }

  /// The end of a lesson.
  ///
  /// - Returns: whether another lesson follows, which is then the one being taken.
  private mutating func finish() throws -> Bool {
    var page = Page(console.screen)
    page.gap()
    page.heading("End of \(lesson.title)", [syllabus.standing(in: lesson, progress)])
    let open = lesson.exercises.filter { !progress[$0].isPassed }
    if !open.isEmpty {
      page.blank()
      page.text("Still open:")
      page.next(
        open.map { exercise in
          let isEarlier = progress[exercise].hasPassedEarlierForm
          return (exercise.checkLine, isEarlier ? "you passed an earlier form" : "")
        })
    }
    let following = syllabus.lesson(after: lesson.name)
    page.blank()
    guard let following else {
      let lessons = syllabus.reading(.outline).lessons
      let points = lessons.map(progress.points).reduce(0, +)
      let maximum = lessons.map(\.maximumPoints).reduce(0, +)
      page.text(
        StyledText("That was the last lesson. \(points) of \(NumberText.count(maximum, "point"))."))
      page.next([("knobs progress", "your points, exercise by exercise")])
      try console.show(page)
      return false
    }
    page.text(StyledText("Next: ") + StyledText(following.title, .bold))
    try console.show(page)
    while true {
      let choice = try console.choose(KeyLine([(.next, "on to the next lesson")]))
      if choice == .action(.quit) {
        var page = Page(console.screen)
        page.next([("knobs learn \(following.name)", "go on with the next lesson")])
        try console.show(page)
        return false
      }
      if choice == .action(.next) { break }
    }
    lesson = following
    steps = LearnStep.steps(of: following)
    return true
  }

  /// Records the section that was reached, where that is new.
  private mutating func keepPlace(_ section: Int) throws {
    guard progress.places[lesson.key] != section || progress.lastLesson != lesson.key else {
      return
    }
    try keep(.place(lesson: lesson.key, section: section))
  }

  /// Records an event; if that fails, the lesson goes on, and it is said once.
  mutating func keep(_ event: JournalEntry.Event) throws {
    do throws(Refusal) {
      progress = try context.record(event)
    } catch {
      guard !hasWarned else { return }
      hasWarned = true
      var page = Page(console.screen)
      page.text(StyledText("Nothing is kept: \(error.message)", Style(.warning)), indent: 0)
      try console.show(page)
    }
  }
}
