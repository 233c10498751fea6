import Experiments
import Files

/// A folder of lessons: what it says of itself, and where its lessons are.
///
/// Only the names of files and `pack.md` have been read.
package struct Pack: Sendable {
  /// A file that is a lesson by its name.
  struct Member: Sendable {
    let number: Int

    /// The lesson's name, without that of the pack.
    let name: String
    let file: PackedFile
  }

  /// The name of the pack that comes with the program.
  package static let bundledName = "knobs"

  /// The folder's path as it was given.
  package let folder: String

  /// Where the folder is, whatever path it was given by.
  let place: FolderPlace

  /// What stands before the colon where names are qualified: what `pack.md` says, else the folder's
  /// own name made into one.
  package let name: String

  /// Whether `pack.md` gives the name.
  package let isNamed: Bool

  /// What it is called in front of people.
  package let title: String?
  package let author: String?

  /// The language of the lessons, as a tag of BCP 47.
  package let language: String?

  /// What the pack is about, in Markdown.
  package let description: String

  /// The lessons' files in the order of the lessons, those with a name that stands already too.
  let members: [Member]

  /// Faults of `pack.md` and of files that are no lessons.
  package let faults: [LessonFault]

  /// The path of `pack.md` and its lines; nil if there is none, or none that can be read.
  private let source: (file: String, lines: LessonLines)?

  /// The first place of each name.
  let indices: [String: Int]

  /// Lists a folder.
  ///
  /// - Throws: ``LessonFolder/Problem`` if the folder cannot be read or holds no lesson.
  package init(folder: String) throws(LessonFolder.Problem) {
    let (files, packFile) = try LessonFolder.list(folder)
    guard !files.isEmpty else { throw .noLessons(folder: folder) }
    var faults: [LessonFault] = []
    var members: [Member] = []
    for file in files {
      if let (number, name) = LessonName.split(fileName: file.name) {
        members.append(Member(number: number, name: name, file: file))
      } else {
        faults.append(
          LessonFault(
            file: file.path, line: 1, column: 1,
            message: "not a lesson's file name; name it NN-name.md, such as 05-weight-decay.md"))
      }
    }
    members.sort { ($0.number, $0.name) < ($1.number, $1.name) }
    var said = PackFile()
    switch packFile?.text() {
    case .success(let text):
      var found = Faults(file: packFile?.path ?? folder)
      said = PackFile(text, lessons: members.map(\.name), &found)
      faults += found.list.listed(ofBytes: text.utf8.count)
    case .failure(let fault): faults.append(fault)
    case nil: break
    }
    members = Self.ordered(members, by: said.order)
    self.folder = folder
    place = FolderPlace(folder)
    self.faults = faults
    self.members = members
    name = said.name ?? Self.name(ofFolder: folder)
    isNamed = said.name != nil
    title = said.title
    author = said.author
    language = said.language
    description = said.description
    source = packFile.flatMap { file in said.lines.map { (file.path, $0) } }
    indices = Dictionary(
      members.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// `pack.md` read as an entry whose lesson is nothing but its text, for checks of what it says;
  /// nil if there is none, or none that can be read.
  package var page: Syllabus.Entry? {
    source.map { file, lines in
      let lesson = Lesson(
        name: "pack", title: title ?? "", summary: "", minutes: 1, requirements: [], sections: [],
        text: LessonText(lines))
      return Syllabus.Entry(number: 0, name: lesson.name, file: file, lesson: lesson, faults: [])
    }
  }

  /// The members that the order names, then the others.
  private static func ordered(_ members: [Member], by order: [String]) -> [Member] {
    guard !order.isEmpty else { return members }
    let ranks = Dictionary(
      order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return members.enumerated().sorted {
      (ranks[$0.element.name] ?? order.count, $0.offset)
        < (ranks[$1.element.name] ?? order.count, $1.offset)
    }.map(\.element)
  }

  /// The last part of a folder's path as a name: lowercase letters and digits, all else hyphens.
  static func name(ofFolder folder: String) -> String {
    let path = (try? PackedFile.resolved(folder)) ?? folder
    let last = FilePath.names(in: path).last ?? ""
    var name = ""
    for scalar in last.lowercased().unicodeScalars {
      if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
        name.unicodeScalars.append(scalar)
      } else if !name.isEmpty, name.last != "-" {
        name += "-"
      }
    }
    name = String(name.prefix(64))
    while name.last == "-" { name.removeLast() }
    return name.isEmpty ? "pack" : name
  }
}
