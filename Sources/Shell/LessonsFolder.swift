import Exhibits
import Files
import Foundation

/// Where the lessons are.
enum LessonsFolder {
  /// The folders that were asked for, else the one that came with the program.
  ///
  /// In order: every `--lessons`, `KNOBS_LESSONS` (several are joined by colons), `Lessons` beside
  /// the program or in `../share/knobs`, `Lessons` in the package that the program was built in.
  static func folders(options: [String], environment: [String: String]) throws(Refusal)
    -> [String]
  {
    let named = try named(options: options, environment: environment)
    guard named.isEmpty else { return named }
    let places = candidates(program: Bundle.main.executablePath)
    if let found = places.first(where: isFolder) { return [found] }
    throw Refusal("the lessons are not beside the program; name their folder with --lessons")
  }

  /// The folders that were asked for: every `--lessons`, else those of `KNOBS_LESSONS`; none where
  /// neither says any.
  static func named(options: [String], environment: [String: String]) throws(Refusal)
    -> [String]
  {
    guard !options.contains("") else {
      throw Refusal("--lessons has no value; it takes a folder")
    }
    let variable = FilePath.list(environment["KNOBS_LESSONS"] ?? "")
    return (options.isEmpty ? variable : options).map { HomePath.expanded($0, environment) }
  }

  private static func candidates(program: String?) -> [String] {
    var places: [String] = []
    if let program {
      var folder = URL(filePath: program).resolvingSymlinksInPath().deletingLastPathComponent()
      places.append(folder.appending(path: "Lessons").path)
      places.append(folder.appending(path: "../share/knobs/Lessons").standardizedFileURL.path)
      for _ in 0..<8 where folder.path != "/" {
        folder = folder.deletingLastPathComponent()
        if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
          places.append(folder.appending(path: "Lessons").path)
        }
      }
    }
    var source = URL(filePath: #filePath)
    for _ in 0..<3 { source = source.deletingLastPathComponent() }
    places.append(source.appending(path: "Lessons").path)
    return places
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
