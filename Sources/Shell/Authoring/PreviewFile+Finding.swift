import Authoring
import Exhibits
import Experiments
import Files
import Foundation
import Lessons
import Play

/// The rules of `knobs author check` that make no run, over the pack of one file.
struct QuickCheck: PackChecking {
  let catalog: Catalog

  func check(fileAt path: String) async -> (
    version: PreviewFile.Version, faults: [LessonFault]
  )? {
    let folder = (path as NSString).deletingLastPathComponent
    let check = try? PackCheck(
      folder: folder.isEmpty ? "." : folder, only: path, catalog: catalog)
    guard let check, !check.files.isEmpty else { return nil }
    let read = check.lessons.first?.entry
    let version = PreviewFile.Version(lesson: read?.lesson, faults: read?.faults ?? [])
    return (version, await check.report(rules: Rules.quick, cache: .none).faults)
  }
}

extension PreviewFile {
  /// The file that a word of the command line names, else the one that was changed last.
  ///
  /// - Parameters:
  ///   - word: a path, or the name of a lesson in one of the author's folders.
  ///   - folders: where the author's lessons are.
  static func found(by word: String?, in folders: [String], catalog: Catalog) throws(Refusal)
    -> PreviewFile
  {
    guard let word else { return try last(in: folders, catalog) }
    guard !word.isEmpty else { throw Refusal("the file's name is empty; name a lesson's file") }
    switch kind(of: word) {
    case .typeRegular:
      return PreviewFile(path: word, catalog: catalog, check: QuickCheck(catalog: catalog))
    case .typeDirectory: return try last(in: [word], catalog)
    case nil: break
    default: throw Refusal("\(Quoted.path(word)) is not a file")
    }
    if let file = try AuthorTarget.lesson(word, in: folders)?.file {
      return PreviewFile(path: file, catalog: catalog, check: QuickCheck(catalog: catalog))
    }
    let known = folders.flatMap(AuthorTarget.files).compactMap {
      LessonName.split(fileName: $0)?.name
    }
    let remedy = NearestName.remedy(for: word, among: known)
    throw Refusal("no file \(Quoted.path(word))\(remedy)")
  }

  /// The lesson of some folders that was written to last.
  private static func last(in folders: [String], _ catalog: Catalog) throws(Refusal)
    -> PreviewFile
  {
    for folder in folders where kind(of: folder) != .typeDirectory {
      throw Refusal("no folder \(Quoted.path(folder)); name a lesson's file")
    }
    let paths = folders.flatMap { folder in
      AuthorTarget.files(in: folder).map { FilePath.joined(folder, $0) }
    }
    let dated = paths.compactMap { path in FileMark.of(path).map { (path, $0.written) } }
    guard let last = dated.max(by: { $0.1 < $1.1 }) else {
      throw Refusal(
        "no lessons in \(folders.map(Quoted.path).joined(separator: ", ")); a lesson is a file such as 01-name.md"
      )
    }
    return PreviewFile(path: last.0, catalog: catalog, check: QuickCheck(catalog: catalog))
  }

  /// What is at a path, links followed; nil if nothing.
  private static func kind(of path: String) -> FileAttributeType? {
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    return attributes?[.type] as? FileAttributeType
  }
}
