import Experiments
import Grading
import Lessons

/// Every lesson, pack by pack, with what has been done.
package struct LessonList: Exhibit {
  /// A folder of lessons.
  package struct Pack: Encodable, Sendable {
    let name: String
    let title: String?
    let author: String?
    let language: String?
    let description: String
    let folder: String

    /// What stands above its lessons, and beside that; nil where they need no heading.
    package let heading: (name: String, details: [String])?

    /// Its lessons in order.
    package let lessons: [Lesson]

    /// Its lessons in their parts, of which there is one without a title where it names none.
    package var parts: [Part] { Part.parts(of: lessons) }

    private enum CodingKeys: CodingKey { case name, title, author, language, description, folder }
  }

  /// A lesson with what has been done in it.
  package struct Lesson: Encodable, Sendable {
    /// The name by which it is opened.
    package let name: String

    /// What it is about.
    package let title: String
    let summary: String

    /// How long it takes.
    package let minutes: Int
    let requires: [String]

    /// The part of the course that it belongs to; nil where it belongs to none.
    package let part: String?

    /// Which number it has in its pack.
    let number: Int
    let exercises: [String]
    let passed: Int
    let points: Int
    let maximumPoints: Int
    let complete: Bool
    let faults: [String]

    /// How many faults there are, listed or not.
    let faultTotal: Int

    /// The exercises of which only an earlier form was passed; nil where there is none.
    let passedEarlierForms: [String]?

    /// Whether it is the one to go on with.
    package let isCurrent: Bool

    /// Whether everything in it is done.
    package var isComplete: Bool { complete }

    /// How many faults keep it from being taken, in words; nil where none do.
    package var faultCount: String? {
      faults.isEmpty ? nil : NumberText.count(faultTotal, "fault")
    }

    /// Whether it is known what has been done in it.
    let isKnown: Bool

    /// How many of its exercises are passed.
    package var passedText: String { "\(isKnown ? String(passed) : "?") of \(exercises.count)" }

    /// The points earned, of those there are.
    package var pointsText: String { "\(isKnown ? String(points) : "?") of \(maximumPoints)" }

    private enum CodingKeys: CodingKey {
      case name, title, summary, minutes, requires, part, exercises, passed, points
      case maximumPoints, complete, faults, passedEarlierForms
    }
  }

  /// The packs in order.
  package let packs: [Pack]

  /// Which exercises were passed in an earlier form; nil where none were.
  package let earlierForms: String?

  /// What to type next.
  package let next: [NextStep]

  /// Whether all lessons are shown, wherever they are shown.
  package let showsAll: Bool

  /// Whether the progress could be read.
  private let isKnown: Bool

  private enum CodingKeys: CodingKey { case packs, lessons, progressKnown }

  /// The lessons of a course as a learner stands in it.
  ///
  /// - Parameters:
  ///   - isKnown: whether the progress could be read.
  ///   - showsAll: whether a screen on which not all lessons have room shows all of them.
  package init(
    _ syllabus: Syllabus, _ progress: Progress, isKnown: Bool = true, showsAll: Bool = false
  ) {
    self.isKnown = isKnown
    self.showsAll = showsAll
    let parts = syllabus.parts
    let current = syllabus.current(progress)?.name
    earlierForms = syllabus.earlierForms(progress)
    packs = syllabus.packs.enumerated().map { index, pack in
      let isHeaded =
        syllabus.packs.count > 1 || pack.isNamed && pack.name != Lessons.Pack.bundledName
      return Pack(
        name: pack.name, title: pack.title, author: pack.author, language: pack.language,
        description: pack.description, folder: pack.folder,
        heading: isHeaded
          ? (pack.title ?? pack.name, [pack.author].compactMap(\.self)) : nil,
        lessons: parts.filter { $0.pack == index }.flatMap { part in
          syllabus.entries[part.lessons].map { entry in
            Lesson(
              entry, of: syllabus, progress, part: part.title,
              isCurrent: entry.name == current, isKnown: isKnown)
          }
        })
    }
    if let current {
      next = [NextStep("knobs learn \(current)", "open the lesson at the arrow")]
    } else {
      let all = syllabus.allFaults.isEmpty ? "everything" : "everything that can be taken"
      next = [NextStep("knobs progress", "\(all) is done: see your points")]
    }
  }

  /// Writes the packs, then the lessons of all of them; `progressKnown` only where it is not.
  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(packs, forKey: .packs)
    try fields.encode(packs.flatMap(\.lessons), forKey: .lessons)
    if !isKnown { try fields.encode(false, forKey: .progressKnown) }
  }
}

extension LessonList.Lesson {
  fileprivate init(
    _ entry: Syllabus.Entry, of syllabus: Syllabus, _ progress: Progress, part: String?,
    isCurrent: Bool, isKnown: Bool
  ) {
    let lesson = entry.lesson
    let earlier = progress.passedEarlier(in: lesson).map(\.id)
    self.init(
      name: entry.name, title: lesson.title, summary: lesson.summary, minutes: lesson.minutes,
      requires: syllabus.required(by: entry), part: part, number: entry.number,
      exercises: lesson.exercises.map(\.id),
      passed: progress.passed(in: lesson), points: progress.points(in: lesson),
      maximumPoints: lesson.maximumPoints,
      complete: entry.isSound && progress.isComplete(lesson), faults: entry.faults.map(\.text),
      faultTotal: entry.faults.total,
      passedEarlierForms: earlier.isEmpty ? nil : earlier, isCurrent: isCurrent,
      isKnown: isKnown)
  }
}

extension Syllabus {
  /// The lessons that come before one, by the names that are shown.
  fileprivate func required(by entry: Entry) -> [String] {
    guard packs.count > 1 else { return entry.lesson.requires }
    return entry.lesson.requires.map { name in
      listings.first { $0.pack == entry.pack && $0.bareName == name }?.name ?? name
    }
  }
}
