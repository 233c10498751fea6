import Exhibits
import Experiments
import Foundation
import Grading
import Lessons
import Screens
import Terminal
import Tuning

import struct Grading.Progress

/// A lesson being taken at a terminal.
package struct LearnSession {
  /// How a visit to a step ended.
  enum Move {
    case next
    case back
    case quit
  }

  let terminal: PlayTerminal

  /// The version of the program, to be recorded with attempts.
  let program: String
  let journal: Journal

  /// What the journal is known to hold.
  private var known: Journal.Contents
  let syllabus: Syllabus

  /// What that adds up to, with what could not be kept.
  var progress: Progress
  var lesson: Lesson
  var steps: [ArraySlice<LessonPart>]
  var console: Console

  /// What was tried, until it is reset, by what it was tried at; and the seeds that were turned on.
  var tries: [String: Settings] = [:]
  var seeds: [String: UInt64] = [:]

  /// What has been said of how things are kept.
  private var warnings = Set<String>()

  /// Whether something could be kept, and something could not.
  private var hasKept = false
  private var hasLost = false

  /// Where the first lesson begins, if that was said.
  private let start: LessonStart?

  /// Whether everything was done before.
  private let wasDone: Bool

  /// Takes a lesson from where it was left; when that is done, the lessons after it.
  ///
  /// - Parameters:
  ///   - start: where it begins instead; nil for where it was left.
  ///   - known: what the journal holds.
  ///   - journal: where everything that happens is kept.
  ///   - program: the version of the program, to be recorded with attempts.
  /// - Returns: what is said at the end.
  package static func take(
    _ lesson: Lesson, from start: LessonStart? = nil, of syllabus: Syllabus,
    _ known: Journal.Contents,
    keeping journal: Journal, program: String, at terminal: PlayTerminal
  ) async throws(Refusal) -> Page {
    do {
      return try await withRawMode(STDIN_FILENO) { keys in
        var session = LearnSession(
          terminal: terminal, program: program, journal: journal, known: known,
          syllabus: syllabus, progress: known.progress, lesson: lesson,
          steps: LessonPart.steps(of: lesson),
          console: Console(environment: terminal.environment, keys: keys),
          start: start, wasDone: syllabus.isDone(known.progress))
        return try await session.run()
      }
    } catch is Console.Closed {
      return Page(terminal.errorScreen)
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal("the terminal gives no keys; pipe the lesson: knobs learn \(lesson.name) | cat")
    }
  }

  private mutating func run() async throws -> Page {
    var index = start.flatMap { steps.firstIndex(where: $0.begins) } ?? firstStep
    while true {
      while steps.indices.contains(index) {
        let step = steps[index]
        let section = step.first?.section ?? 0
        try keepPlace(section)
        switch try await visit(step) {
        case .next: index += 1
        case .back: index = max(0, index - 1)
        case .quit: return farewell(at: section)
        }
      }
      try keepPlace(lesson.sections.count)
      guard try finish() else { return Page(console.screen) }
      index = firstStep
    }
  }

  /// The step at which the lesson was left; if it was read to its end, its first open exercise, else
  /// its beginning.
  private var firstStep: Int {
    let place = progress.place(in: lesson.key) ?? 0
    if let step = steps.firstIndex(where: { $0.first?.section == place }) { return step }
    return steps.firstIndex { step in
      guard case .exercise(let exercise) = step.last?.content else { return false }
      return !progress[exercise].isPassed
    } ?? 0
  }

  private func farewell(at section: Int) -> Page {
    var page = Page(console.screen)
    page.gap()
    guard !hasLost else {
      page.text(hasKept ? "Not all of this was kept." : "Nothing was kept.")
      page.next([NextStep("knobs learn \(lesson.name)", "begin the lesson again")])
      return page
    }
    page.text(
      StyledText(
        "Your place is kept: section \(section + 1) of \(lesson.sections.count) of "
          + "\"\(lesson.title)\"."))
    page.next([NextStep("knobs learn", "go on from there")])
    return page
  }

  /// The end of a lesson.
  ///
  /// - Returns: whether another lesson follows, which is then the one being taken.
  private mutating func finish() throws -> Bool {
    let end = LessonEnd(of: lesson, syllabus, progress)
    var page = Page(console.screen)
    let following = syllabus.lesson(after: lesson.name)
    if !wasDone || following == nil, let course = courseEnd {
      try show(course, after: end)
      return false
    }
    page.set(end)
    try console.show(page)
    guard let following else { return false }
    while true {
      let choice = try console.choose(KeyLine([(.next, "on to the next lesson")]))
      if choice == .action(.quit) {
        var page = Page(console.screen)
        page.next(end.next)
        try console.show(page)
        return false
      }
      if choice == .action(.next) { break }
    }
    lesson = following
    steps = LessonPart.steps(of: following)
    return true
  }

  /// Records the section that was reached, where that is new.
  private mutating func keepPlace(_ section: Int) throws {
    guard
      progress.place(in: lesson.key) != section
        || progress.lastLesson(of: syllabus.keys) != lesson.key
    else {
      return
    }
    try keep(.place(lesson: lesson.key, section: section))
  }

  /// Records an event; if that fails, the lesson goes on as if it were recorded, and it is said once.
  mutating func keep(_ event: JournalEntry.Event) throws {
    do throws(Journal.Problem) {
      known = try journal.append(event, after: known)
    } catch {
      progress.add(event)
      hasLost = true
      return try warn("Nothing is kept: \(error.message)")
    }
    progress = known.progress
    hasKept = true
    guard let problem = known.lockProblem else { return }
    try warn("\(problem.message); use one program at a time")
  }

  /// Takes in an attempt that was graded, and says how it is kept where that is not as usual.
  mutating func take(_ graded: GradedAttempt) throws {
    progress = graded.progress
    if graded.isKept { hasKept = true } else { hasLost = true }
    for note in graded.notes { try warn(note) }
  }

  /// Says something once.
  private mutating func warn(_ message: String) throws {
    guard warnings.insert(message).inserted else { return }
    var page = Page(console.screen)
    page.text(StyledText(message, Style(.warning)), indent: 0)
    try console.show(page)
  }
}
