import Experiments
import Grading

/// The lessons of one pack, or of several, in order.
///
/// It knows its lessons by the names of their files; each is read when it is asked for, or all at
/// once by ``reading(_:)``.
package struct Syllabus: Sendable {
  /// A lesson's file with what was found in it.
  package struct Entry: Sendable {
    package let number: Int

    /// The lesson's name, with that of its pack where two packs share it.
    package let name: String

    /// The file's path, as faults name it.
    package let file: String
    package let lesson: Lesson
    package let faults: [LessonFault]

    /// Which of the packs it belongs to.
    package var pack = 0

    /// Whether the lesson can be taken.
    package var isSound: Bool { faults.isEmpty }
  }

  /// A lesson as far as the names of files tell.
  package struct Listing: Sendable {
    /// Which of the packs it belongs to.
    package let pack: Int
    package let number: Int

    /// The name by which it is shown and opened, with that of its pack where two packs share it.
    package let name: String

    /// The lesson's name without that of the pack.
    package let bareName: String

    /// Under what its progress is kept, whatever other packs there are.
    package let lessonKey: LessonKey

    /// Which of the pack's files it is.
    let member: Int

    /// The key of its progress in the journal.
    package var key: String { lessonKey.text }
  }

  package let packs: [Pack]

  /// All lessons, the broken ones too, in order.
  package let listings: [Listing]

  let catalog: Catalog

  /// All entries, once they were read.
  private let known: [Entry]?

  /// The first listing of each name that is shown.
  private let indices: [String: Int]

  init(packs: [Pack], listings: [Listing], catalog: Catalog, known: [Entry]? = nil) {
    self.packs = packs
    self.listings = listings
    self.catalog = catalog
    self.known = known
    indices = Dictionary(
      listings.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The first pack's folder as it was given.
  package var folder: String { packs.first?.folder ?? "" }

  /// All lessons, the broken ones too, in order; they are read now if they were not before.
  package var entries: [Entry] { known ?? reading().entries }

  /// The lesson of a listing; it is read now if it was not before.
  ///
  /// - Parameter index: the index of one of the ``listings``.
  package func entry(at index: Int) -> Entry { known?[index] ?? read(listings[index], .whole) }

  /// Faults of `pack.md` and of files that are no lessons.
  package var faults: [LessonFault] { packs.flatMap(\.faults) }

  /// The lessons without faults.
  package var lessons: [Lesson] { entries.filter(\.isSound).map(\.lesson) }

  /// Every fault of every file, file by file.
  package var allFaults: [LessonFault] {
    (faults + entries.flatMap(\.faults)).sorted {
      ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column)
    }
  }

  package var exercises: [Exercise] { lessons.flatMap(\.exercises) }

  /// The index of the listing of a name, which may be qualified by that of its pack.
  package func index(of name: String) -> Int? {
    if let index = indices[name] { return index }
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    return listings.firstIndex { listing in
      listing.bareName == parts[1] && packs[listing.pack].name == parts[0]
    }
  }

  /// The lesson of a name, which may be qualified by that of its pack, if it can be taken.
  package subscript(_ name: String) -> Lesson? {
    guard let index = index(of: name) else { return nil }
    let entry = entry(at: index)
    return entry.isSound ? entry.lesson : nil
  }

  /// The exercise with an id such as `learning-rate/reach-the-floor`.
  package func exercise(_ id: String) -> Exercise? {
    let halves = id.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, let lesson = self[String(halves[0])] else { return nil }
    return lesson.exercises.first { $0.name == halves[1] }
  }

  /// The exercise that an attempt was made at; nil if it is in none of these lessons.
  ///
  /// Where an early version did not record whose exercise it was, it is the one of that form in a pack
  /// without a name, if it is none of the course.
  package func exercise(of attempt: JournalEntry.Attempt) -> Exercise? {
    let lesson = LessonKey.lesson(of: attempt.exercise)
    let name = attempt.exercise.dropFirst(lesson.count + 1)
    func exercise(at index: Int) -> Exercise? {
      let entry = entry(at: index)
      return entry.isSound ? entry.lesson.exercises.first { $0.name == name } : nil
    }
    if let index = listings.firstIndex(where: { $0.key == lesson }) {
      return exercise(at: index)
    }
    guard attempt.pack == nil, let digest = attempt.digest else { return nil }
    for (index, listing) in listings.enumerated() where listing.lessonKey.shared.contains(lesson) {
      if let found = exercise(at: index), found.digest == digest { return found }
    }
    return nil
  }

  /// The lesson after another; nil after the last.
  package func lesson(after name: String) -> Lesson? {
    guard let index = index(of: name) else { return nil }
    return lesson(from: index + 1) { _ in true }
  }

  /// The first lesson without faults, and with something else, from a listing on.
  package func lesson(from index: Int, where holds: (Lesson) -> Bool) -> Lesson? {
    for index in listings.indices.dropFirst(index) {
      let entry = entry(at: index)
      if entry.isSound, holds(entry.lesson) { return entry.lesson }
    }
    return nil
  }
}
