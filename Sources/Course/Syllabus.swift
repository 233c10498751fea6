import Experiments

/// A folder of lessons, in order.
package struct Syllabus: Sendable {
  /// A lesson's file with what was found in it.
  package struct Entry: Sendable {
    package let number: Int
    package let name: String
    package let lesson: Lesson
    package let faults: [LessonFault]

    /// Whether the lesson can be taken.
    package var isSound: Bool { faults.isEmpty }
  }

  /// The folder's path as it was given.
  package let folder: String

  /// All lessons, the broken ones too, in order of their numbers.
  package let entries: [Entry]

  /// Faults of files that are no lessons, and of lessons as a set.
  package let faults: [LessonFault]

  /// The lessons without faults.
  package var lessons: [Lesson] { entries.filter(\.isSound).map(\.lesson) }

  /// Every fault of every file.
  package var allFaults: [LessonFault] { faults + entries.flatMap(\.faults) }

  package var exercises: [Exercise] { lessons.flatMap(\.exercises) }

  package subscript(_ name: String) -> Lesson? { lessons.first { $0.name == name } }

  /// The exercise with an id such as `learning-rate/reach-the-floor`.
  package func exercise(_ id: String) -> Exercise? { exercises.first { $0.id == id } }

  /// The lesson after another; nil after the last.
  package func lesson(after name: String) -> Lesson? {
    guard let index = lessons.firstIndex(where: { $0.name == name }) else { return nil }
    return index + 1 < lessons.count ? lessons[index + 1] : nil
  }
}

extension Syllabus {
  /// Reads every lesson of a folder.
  ///
  /// - Throws: ``LessonFolder/Problem`` if the folder can not be read or holds no lesson.
  package static func read(folder: String, catalog: Catalog) throws(LessonFolder.Problem)
    -> Syllabus
  {
    let files = try LessonFolder.files(in: folder)
    var entries: [Entry] = []
    var faults: [LessonFault] = []
    for file in files {
      guard let (number, name) = LessonName.split(fileName: file.name) else {
        faults.append(
          LessonFault(
            file: file.path, line: 1, column: 1,
            message: "not a lesson's file name; name it NN-name.md, such as 05-weight-decay.md"))
        continue
      }
      var (lesson, found) = read(file, name: name, catalog: catalog)
      if entries.contains(where: { $0.name == name }) {
        found.append(
          LessonFault(
            file: file.path, line: 1, column: 1,
            message: "a lesson named \(name) stands in another file; give it another name"))
      }
      entries.append(Entry(number: number, name: name, lesson: lesson, faults: found))
    }
    guard !entries.isEmpty || !faults.isEmpty else { throw .noLessons(folder: folder) }
    entries.sort { ($0.number, $0.name) < ($1.number, $1.name) }
    faults += prerequisites(of: entries, in: files)
    return Syllabus(folder: folder, entries: entries, faults: faults)
  }

  private static func read(_ file: LessonFolder.File, name: String, catalog: Catalog)
    -> (Lesson, [LessonFault])
  {
    switch file.text {
    case .success(let text):
      return LessonReader.read(text, file: file.path, name: name, catalog: catalog)
    case .failure(let fault):
      let lesson = Lesson(
        name: name, title: name, summary: "", minutes: 1, requires: [], sections: [])
      return (lesson, [fault])
    }
  }

  /// Reports lessons that require one that does not stand before them.
  private static func prerequisites(of entries: [Entry], in files: [LessonFolder.File])
    -> [LessonFault]
  {
    entries.enumerated().flatMap { index, entry in
      entry.lesson.requires.compactMap { required in
        guard !entries[..<index].contains(where: { $0.name == required }) else { return nil }
        let file = files.first { LessonName.split(fileName: $0.name)?.name == entry.name }
        let message =
          entries.contains { $0.name == required }
          ? "requires \(required), which does not stand before it; change the order"
          : "requires \(Quoted.text(required)), and there is no such lesson"
            + NearestName.remedy(for: required, among: entries.map(\.name))
        return LessonFault(file: file?.path ?? entry.name, line: 1, column: 1, message: message)
      }
    }
  }
}
