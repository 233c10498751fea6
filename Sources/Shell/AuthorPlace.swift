import Course
import Experiments
import Foundation

/// Where an author's lessons are.
struct AuthorPlace: Sendable, Hashable {
  /// The folder of the pack.
  let folder: String

  /// The one file that was asked for; nil for the whole pack.
  let file: String?

  /// The folder that an author works in unless a command names another.
  ///
  /// In order: `--lessons`, `KNOBS_LESSONS`, `Lessons` in the current folder, the current folder.
  /// The lessons that came with the program are not an author's to mend.
  static func folder(option: String?, environment: [String: String], current: String = ".")
    throws(Refusal) -> String
  {
    if let option {
      guard !option.isEmpty else { throw Refusal("--lessons has no value; it takes a folder") }
      return option
    }
    if let folder = environment["KNOBS_LESSONS"], !folder.isEmpty { return folder }
    let lessons = current == "." ? "Lessons" : "\(current)/Lessons"
    return kind(of: lessons) == .folder ? lessons : current
  }

  /// The place that a word names: a folder, a file, or a lesson of the author's folder by its name.
  static func named(
    _ word: String?, option: String?, environment: [String: String], current: String = "."
  ) throws(Refusal) -> AuthorPlace {
    let folder = try folder(option: option, environment: environment, current: current)
    guard let word else { return AuthorPlace(folder: folder, file: nil) }
    guard !word.isEmpty else { throw Refusal("the name of a file or folder is empty; name one") }
    switch kind(of: word) {
    case .folder: return AuthorPlace(folder: word, file: nil)
    case .file: return AuthorPlace(folder: parent(of: word), file: word)
    case nil: break
    }
    let inside = folder.hasSuffix("/") ? folder + word : "\(folder)/\(word)"
    if kind(of: inside) == .file {
      return AuthorPlace(folder: parent(of: inside), file: inside)
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let lesson = names.sorted().first { LessonName.split(fileName: $0)?.name == word }
    if let lesson { return AuthorPlace(folder: folder, file: "\(folder)/\(lesson)") }
    throw Refusal(
      "no file, folder or lesson \(Quoted.path(word)); name a file such as 01-name.md, or a folder")
  }

  private enum Kind { case file, folder }

  private static func kind(of path: String) -> Kind? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    return isFolder.boolValue ? .folder : .file
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
