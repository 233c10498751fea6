import Exhibits
import Experiments
import Foundation
import Grading
import Lessons
import Screens
import Terminal

/// `knobs reset`: start again.
enum ResetCommand: Command {
  static let name = "reset"
  static let summary = "start a lesson, an exercise, or everything again"
  static let arguments = [Argument("LESSON[/EXERCISE]", .lessonOrExercise, isRequired: false)]
  static let discussion = [
    "Without a name all lessons here start again; what was done in lessons of other folders stays. "
      + "Points, hints and places count from here on; the journal keeps what was before, and knobs log "
      + "still shows it. LESSON/EXERCISE starts one exercise again, and nothing else."
  ]

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    let syllabus = try context.contents()
    if let name = arguments.words.first, name.contains("/") {
      return try reset(try syllabus.findExercise(name), context)
    }
    let lesson: Lesson? =
      if let name = arguments.words.first { try syllabus.findLesson(name) } else { nil }
    guard lesson != nil || !context.canAsk || confirms(syllabus) else {
      return try Report(Notice("Nothing was changed."), context)
    }
    let known = try context.requiredProgress()
    let (events, what) = start(lesson, of: syllabus, known.progress.lessons)
    let warnings = events.isEmpty ? [] : try context.record(events, after: known)
    let notice = Notice(
      "\(what) again. Nothing is erased: knobs log still lists every attempt.",
      next: [NextStep("knobs learn" + (lesson.map { " \($0.name)" } ?? ""), "begin")])
    return try Report(notice, context, warnings: warnings)
  }

  /// Starts one exercise again: its attempts, hints and pass.
  private static func reset(_ exercise: Exercise, _ context: Context) throws(Refusal) -> Report {
    let known = try context.requiredProgress()
    let warnings = try context.record([.exerciseReset(exercise: exercise.key)], after: known)
    let notice = Notice(
      "\"\(exercise.name)\" starts again. Nothing is erased: knobs log still lists every attempt.",
      next: [NextStep("knobs learn \(exercise.id)", "begin")])
    return try Report(notice, context, warnings: warnings)
  }

  /// What starts a lesson again, or every lesson here and none of others, and how that is said.
  ///
  /// - Parameter touched: the keys of the lessons in which something happened.
  private static func start(_ lesson: Lesson?, of syllabus: Syllabus, _ touched: Set<String>)
    -> ([JournalEntry.Event], String)
  {
    if let lesson { return ([.reset(lesson: lesson.key)], "\"\(lesson.title)\" starts") }
    let keys = syllabus.listings.map(\.lessonKey)
    guard !touched.isSubset(of: keys.map(\.text)) else {
      return ([.reset(lesson: nil)], "Everything starts")
    }
    let events = keys.filter { !touched.isDisjoint(with: [$0.text] + $0.shared) }
      .map { JournalEntry.Event.reset(lesson: $0.text) }
    return (events, "Everything in these lessons starts")
  }

  /// Asks a person whether everything is meant; only a yes is one.
  private static func confirms(_ syllabus: Syllabus) -> Bool {
    let lessons = NumberText.count(syllabus.lessons.count, "lesson")
    let question = "Start all \(lessons) again? Points and hints count from here on. (y/N) "
    mendTerminal(STDIN_FILENO)
    FileHandle.standardError.write(Data(question.utf8))
    guard let answer = readLine() else {
      FileHandle.standardError.write(Data("\n".utf8))
      return false
    }
    return ["y", "yes"].contains(answer.lowercased())
  }
}
