import Exhibits
import Experiments
import Foundation
import Lessons
import Screens

/// `knobs reset`: start again.
enum ResetCommand: Command {
  static let name = "reset"
  static let summary = "start a lesson, or everything, again"
  static let arguments = [Argument("LESSON", .lesson, isRequired: false)]
  static let discussion = [
    "Points, hints and places count from here on; the journal keeps what was before, and knobs log "
      + "still shows it."
  ]

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    let syllabus = try context.contents()
    let lesson: Lesson? =
      if let name = arguments.words.first { try syllabus.findLesson(name) } else { nil }
    guard lesson != nil || !context.canAsk || confirms(syllabus) else {
      return try Report(Notice("Nothing was changed."), context)
    }
    try context.record(.reset(lesson: lesson?.key))
    let notice = Notice(
      "\(lesson.map { "\"\($0.title)\" starts" } ?? "Everything starts") again. "
        + "Nothing is erased: knobs log still lists every attempt.",
      next: [NextStep("knobs learn" + (lesson.map { " \($0.name)" } ?? ""), "begin")])
    return try Report(notice, context)
  }

  /// Asks a person whether everything is meant; only a yes is one.
  private static func confirms(_ syllabus: Syllabus) -> Bool {
    let lessons = NumberText.count(syllabus.lessons.count, "lesson")
    let question = "Start all \(lessons) again? Points and hints count from here on. (y/N) "
    FileHandle.standardError.write(Data(question.utf8))
    guard let answer = readLine() else {
      FileHandle.standardError.write(Data("\n".utf8))
      return false
    }
    return ["y", "yes"].contains(answer.lowercased())
  }
}
