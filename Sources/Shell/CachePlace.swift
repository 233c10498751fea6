import Authoring
import Foundation

/// Where measurements are kept for the next time.
enum CachePlace {
  /// `$XDG_CACHE_HOME/knobs`, else `~/.cache/knobs`; nothing is kept where there is neither.
  ///
  /// As the XDG base directory specification asks, a relative `XDG_CACHE_HOME` is ignored.
  static func folder(environment: [String: String]) -> String? {
    if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") { return base + "/knobs" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.cache/knobs"
  }

  /// The measurements of this build of the program.
  static func cache(environment: [String: String]) -> Cache {
    guard let folder = folder(environment: environment), let stamp else { return .none }
    return Cache(folder: folder, stamp: stamp)
  }

  /// The version with the size and the time of the program's file; nil if it can not be found.
  private static var stamp: String? {
    var file = stat()
    guard let path = Bundle.main.executablePath, stat(path, &file) == 0 else { return nil }
    let time =
      (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
    guard let time else { return nil }
    return "\(Program.version) \(file.st_size) \(time.timeIntervalSince1970)"
  }
}
