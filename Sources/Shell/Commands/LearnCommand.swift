import Exhibits
import Experiments
import Lessons
import Play
import Screens
import Terminal

/// `knobs learn`: a lesson, section by section.
enum LearnCommand: Command {
  static let name = "learn"
  static let summary = "take a lesson: prose, live runs, predictions, exercises"
  static let arguments = [Argument("LESSON", .lessonPlace, isRequired: false)]
  struct Options: OptionTable {
    let metrics = Option<MetricExtent?>(
      choice: "metrics", "all",
      "show all metrics of every run, and not those alone that the lesson speaks of")
  }

  /// How many metrics are shown beside those that a lesson speaks of.
  enum MetricExtent: String, CaseIterable, OptionValue {
    case all
  }

  static let discussion = [
    "Without a name the lesson you are in goes on. Keys are named at the bottom of the screen; "
      + "places and answers are kept. Where standard input is no terminal the whole lesson is "
      + "printed.",
    "LESSON#SECTION begins at a section: its heading in lowercase letters with hyphens for spaces, "
      + "or its number. LESSON/EXERCISE begins at an exercise. As text, that part alone is printed.",
  ]
  static let examples = [
    Example("knobs learn", "go on where you are"),
    Example("knobs learn learning-rate | less", "a lesson as text"),
    Example("knobs learn learning-rate/reach-the-floor", "begin at an exercise"),
  ]

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    let syllabus = try context.contents()
    let known = context.progress()
    let chosen: (lesson: Lesson, start: LessonStart?)? =
      if let name = arguments.words.first { try syllabus.findPlace(name) } else {
        (syllabus.current(known.progress) ?? syllabus.lastLesson).map { ($0, nil) }
      }
    guard let (lesson, start) = chosen else {
      throw Refusal("no lesson can be taken: \(syllabus.allFaults.first?.text ?? "there is none")")
    }
    guard context.canAsk else {
      var page = await context.errorScreen.showing("running \(lesson.name)") {
        var page = Page(context.screen)
        await page.set(
          start?.parts(of: lesson) ?? LessonPart.parts(of: lesson), within: context.work,
          showsAll: arguments.metrics == .all)
        return page
      }
      page.blank()
      page.next(start?.next(in: lesson) ?? syllabus.next(after: lesson))
      return Report(page, notes: known.warnings)
    }
    for note in known.warnings {
      try? Output.error.write(note.rendered(for: context.errorScreen) + "\n")
    }
    let page = try await LearnSession.take(
      lesson, from: start, of: syllabus, known.contents, keeping: context.journal,
      program: Program.version, at: context.terminal, showsAll: arguments.metrics == .all)
    return Report(page)
  }
}

extension Syllabus {
  /// The last lesson that can be taken.
  fileprivate var lastLesson: Lesson? {
    for index in listings.indices.reversed() {
      let entry = entry(at: index)
      if entry.isSound { return entry.lesson }
    }
    return nil
  }
}
