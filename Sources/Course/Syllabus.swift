import Experiments

/// A folder of lessons, in order.
package struct Syllabus: Sendable {
  /// A lesson's file with what was found in it.
  package struct Entry: Sendable {
    package let number: Int
    package let name: String

    /// The file's path, as faults name it.
    package let file: String
    package let lesson: Lesson
    package let faults: [LessonFault]

    /// Whether the lesson can be taken.
    package var isSound: Bool { faults.isEmpty }
  }

  /// The folder's path as it was given.
  package let folder: String

  /// All lessons, the broken ones too, in order of their numbers.
  package let entries: [Entry]

  /// Faults of files that are no lessons.
  package let faults: [LessonFault]

  /// The lessons without faults.
  package var lessons: [Lesson] { entries.filter(\.isSound).map(\.lesson) }

  /// Every fault of every file, file by file.
  package var allFaults: [LessonFault] {
    (faults + entries.flatMap(\.faults)).sorted {
      ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column)
    }
  }

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
    guard !files.isEmpty else { throw .noLessons(folder: folder) }
    var named: [(number: Int, name: String, file: LessonFolder.File)] = []
    var faults: [LessonFault] = []
    for file in files {
      if let (number, name) = LessonName.split(fileName: file.name) {
        named.append((number, name, file))
      } else {
        faults.append(
          LessonFault(
            file: file.path, line: 1, column: 1,
            message: "not a lesson's file name; name it NN-name.md, such as 05-weight-decay.md"))
      }
    }
    named.sort { ($0.number, $0.name) < ($1.number, $1.name) }
    var places: [String: String] = [:]
    let entries = named.map { number, name, file in
      var (lesson, found) = read(file, name: name, catalog: catalog)
      if let first = places[name] {
        found.append(
          LessonFault(
            file: file.path, line: 1, column: 1,
            message: "a lesson named \(name) stands already in \(Quoted.path(first)); "
              + "give it another name"))
      } else {
        places[name] = file.path
      }
      return Entry(number: number, name: name, file: file.path, lesson: lesson, faults: found)
    }
    return Syllabus(folder: folder, entries: checkingOrder(of: entries), faults: faults)
  }

  private static func read(_ file: LessonFolder.File, name: String, catalog: Catalog)
    -> (Lesson, [LessonFault])
  {
    switch file.text() {
    case .success(let text):
      return LessonReader.read(text, file: file.path, name: name, catalog: catalog)
    case .failure(let fault):
      let lesson = Lesson(
        name: name, title: name, summary: "", minutes: 1, requirements: [], sections: [])
      return (lesson, [fault])
    }
  }

  /// The entries with a fault for each lesson they require that does not stand before them.
  private static func checkingOrder(of entries: [Entry]) -> [Entry] {
    let names = Set(entries.map(\.name))
    var before = Set<String>()
    return entries.map { entry in
      let missing = entry.lesson.requirements.filter { !before.contains($0.name) }
      before.insert(entry.name)
      let faults = missing.map { required in
        let message =
          if required.name == entry.name {
            "a lesson can not require itself; name one that stands before it"
          } else if names.contains(required.name) {
            "requires \(required.name), which does not stand before it; change the order"
          } else {
            "requires \(Quoted.text(required.name)), and there is no such lesson"
              + NearestName.remedy(for: required.name, among: entries.map(\.name))
          }
        return LessonFault(
          file: entry.file, line: required.line, column: required.column, message: message)
      }
      return Entry(
        number: entry.number, name: entry.name, file: entry.file, lesson: entry.lesson,
        faults: entry.faults + faults)
    }
  }
}
