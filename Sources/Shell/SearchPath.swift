import Exhibits
import Foundation
import Plotting

/// Where shells look for programs.
enum SearchPath {
  /// What lets the shell find the program for this session; nil where it finds one of that name
  /// already, where it looks nowhere, and where the program's folder cannot be named to it.
  ///
  /// - Parameters:
  ///   - program: the program's path, from the root.
  ///   - folder: the working folder.
  ///   - path: the variable that says where to look.
  static func step(to program: String?, from folder: String, path: String?) -> NextStep? {
    guard let program, let path, !path.isEmpty else { return nil }
    let name = (program as NSString).lastPathComponent
    let isFound = path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
    let place = (program as NSString).deletingLastPathComponent
    // Nothing takes the meaning of a colon there.
    guard !isFound, program.hasPrefix("/"), !place.contains(":") else { return nil }
    let built = "/.build/release"
    let isBuilt = resolved(folder + built) == resolved(place)
    let entry = isBuilt ? "\"$PWD\(built):$PATH\"" : Escaping.shellWord.text(place) + ":\"$PATH\""
    return NextStep("export PATH=\(entry)", "first, so that the shell finds \(name)")
  }

  /// The folder without links on the way.
  private static func resolved(_ folder: String) -> String {
    URL(filePath: folder).resolvingSymlinksInPath().path
  }
}
