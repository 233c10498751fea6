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

    /// To a step by its number.
    case to(Int)
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

  /// What was set on the full screen, by the exercise it was set for.
  var played: [String: Settings] = [:]

  /// The step that is being shown, and those with which this screen and the ones before began.
  var step = 0
  var screens: [Int] = []

  /// What the keys at the bottom speak of, beside going on and back.
  var inSight: InSight?

  /// Whether every run shows all its metrics.
  let showsAll: Bool

  /// Whom data are owed to, as far as the lesson has said it.
  var credited: Set<String> = []

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
  ///   - showsAll: whether every run shows all its metrics.
  /// - Returns: what is said at the end.
  package static func take(
    _ lesson: Lesson, from start: LessonStart? = nil, of syllabus: Syllabus,
    _ known: Journal.Contents, keeping journal: Journal, program: String,
    at terminal: PlayTerminal, showsAll: Bool = false
  ) async throws(Refusal) -> Page {
    let page = try await terminal.ask(
      orElse: "pipe the lesson: knobs learn \(lesson.name) | cat"
    ) { console in
      var session = LearnSession(
        terminal: terminal, program: program, journal: journal, known: known,
        syllabus: syllabus, progress: known.progress, lesson: lesson,
        steps: LessonPart.steps(of: lesson), console: console, showsAll: showsAll,
        start: start, wasDone: syllabus.isDone(known.progress))
      return try await session.run()
    }
    return page ?? Page(terminal.errorScreen)
  }

  private mutating func run() async throws -> Page {
    step = start.flatMap { steps.firstIndex(where: $0.begins) } ?? firstStep
    while true {
      while steps.indices.contains(step) {
        if console.isFresh { try beginScreen() }
        switch try await visit(steps[step]) {
        case .next: step += 1
        case .back: goBack()
        case .to(let other): step = other
        case .quit: return farewell(at: section(of: screens.last ?? step))
        }
      }
      try keepPlace(lesson.sections.count)
      switch try await finish() {
      case .back: goBack()
      case .quit: return Page(console.screen)
      case .next, .to:
        step = firstStep
        (screens, inSight, credited) = ([], nil, [])
      }
    }
  }

  private func section(of step: Int) -> Int {
    steps.indices.contains(step) ? steps[step].first?.section ?? 0 : lesson.sections.count
  }

  /// Notes that a screen begins with the step: its section is the place to come back to.
  mutating func beginScreen() throws {
    screens.append(step)
    try keepPlace(section(of: step))
  }

  /// Goes to the step with which the screen before this one began; where none did, to the one before.
  private mutating func goBack() {
    let shown = screens.popLast() ?? step
    step = screens.popLast() ?? max(0, shown - 1)
    inSight = nil
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
  /// - Returns: that another lesson follows, which is then the one being taken, or none does, or the
  ///   learner goes back into this one.
  private mutating func finish() async throws -> Move {
    let end = LessonEnd(of: lesson, syllabus, progress)
    var page = Page(console.screen)
    let following = syllabus.lesson(after: lesson.name)
    if !wasDone || following == nil, let course = courseEnd {
      try show(course, after: end)
      return .quit
    }
    page.set(end)
    if case .move(let move) = try await flow(page) { return move }
    guard let following else { return .quit }
    inSight = nil
    while true {
      switch try await pause("on to the next lesson") {
      case .on:
        lesson = following
        steps = LessonPart.steps(of: following)
        return .next
      case .move(.quit):
        var page = Page(console.screen)
        page.next(end.next)
        try console.show(page)
        return .quit
      case .move(let move): return move
      case .resized: continue
      }
    }
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
