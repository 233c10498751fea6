import Exhibits
import Experiments
import Files
import Foundation
import Lessons

/// Where an author's lessons are.
struct AuthorTarget: Sendable, Hashable {
  /// The folder of the pack.
  let folder: String

  /// The one file that was asked for; nil for the whole pack.
  let file: String?

  /// The folders that an author works in unless a command names another.
  ///
  /// In order: every `--lessons`, `KNOBS_LESSONS` (several are joined by colons), `Lessons` in the
  /// current folder, the current folder. The lessons that came with the program are not an author's
  /// to mend.
  static func folders(options: [String], environment: [String: String], current: String = ".")
    throws(Refusal) -> [String]
  {
    let named = try LessonsFolder.named(options: options, environment: environment)
    guard named.isEmpty else { return named }
    let lessons = current == "." ? "Lessons" : "\(current)/Lessons"
    return [(try? kind(of: lessons)) == .folder ? lessons : current]
  }

  /// The one folder that an author works in, for what can be done in one only.
  static func folder(options: [String], environment: [String: String], current: String = ".")
    throws(Refusal) -> String
  {
    let all = try folders(options: options, environment: environment, current: current)
    guard let folder = all.first, all.count == 1 else {
      let names = all.map(Quoted.path).joined(separator: ", ")
      throw Refusal(
        "one folder at a time, and these are \(all.count): \(names); name one of them with --lessons"
      )
    }
    return folder
  }

  /// The places that a word names: a folder, a file, or a lesson by its name; without a word, all
  /// folders.
  static func named(_ word: String?, in folders: [String]) throws(Refusal) -> [AuthorTarget] {
    guard let word else { return folders.map { AuthorTarget(folder: $0, file: nil) } }
    guard !word.isEmpty else { throw Refusal("the name of a file or folder is empty; name one") }
    switch try kind(of: word) {
    case .folder: return [AuthorTarget(folder: word, file: nil)]
    case .file: return [AuthorTarget(folder: FilePath.folder(of: word), file: word)]
    case nil: break
    }
    let inside = folders.map { FilePath.joined($0, word) }.first { (try? kind(of: $0)) == .file }
    if let inside { return [AuthorTarget(folder: FilePath.folder(of: inside), file: inside)] }
    if let lesson = try lesson(word, in: folders) { return [lesson] }
    throw Refusal(
      "no file, folder or lesson \(Quoted.path(word)); name a file such as 01-name.md, or a folder")
  }

  /// The lesson of a name, which may be qualified by that of its pack; nil if there is none.
  static func lesson(_ name: String, in folders: [String]) throws(Refusal) -> AuthorTarget? {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let isQualified = parts.count == 2
    let bare = isQualified ? String(parts[1]) : name
    let found = folders.compactMap { folder -> AuthorTarget? in
      let file = files(in: folder).first { LessonName.split(fileName: $0)?.name == bare }
      guard let file, !isQualified || pack(folder) == parts[0] else { return nil }
      return AuthorTarget(folder: folder, file: FilePath.joined(folder, file))
    }
    guard found.count > 1 else { return found.first }
    let names = found.map { "\(pack($0.folder)):\(bare)" }
    throw Refusal(
      "\(Quoted.text(name)) is in more than one pack; did you mean \(names.alternatives)?")
  }

  /// The files of lessons in a folder by name.
  static func files(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { LessonName.split(fileName: $0) != nil }.sorted()
  }

  /// The name by which a folder's lessons are qualified.
  private static func pack(_ folder: String) -> String { (try? Pack(folder: folder))?.name ?? "" }

  private enum Kind { case file, folder }

  /// What a path leads to; nil where nothing is.
  private static func kind(of path: String) throws(Refusal) -> Kind? {
    var status = stat()
    guard stat(path, &status) != 0 else {
      return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
    }
    let code = errno
    guard code != ENOENT, code != ENOTDIR else { return nil }
    throw Refusal("cannot read \(Quoted.path(path)): \(String(cString: strerror(code)))")
  }
}

extension Context {
  /// The folders that an author works in.
  func authorFolders() throws(Refusal) -> [String] {
    try AuthorTarget.folders(options: lessonsOptions, environment: environment)
  }

  /// A path as it was typed, with the home folder where a shell would have put it.
  func path(_ typed: String) -> String { HomePath.expanded(typed, environment) }

  /// What was said of folders, to be typed again; empty if nothing was.
  var lessonsWords: String {
    lessonsOptions.map { " --lessons \(Escaping.shellWord.text($0))" }.joined()
  }
}
