import Authoring
import Files
import Foundation

/// Where what was measured before is kept.
enum CacheFolder {
  /// The cache of this process; one that keeps nothing if it has no place or no stamp.
  static func cache(environment: [String: String]) -> Cache {
    guard let folder = folder(environment: environment), let stamp = stamp() else { return .none }
    return Cache(folder: folder, stamp: stamp)
  }

  /// `KNOBS_CACHE`, else `knobs` in `$XDG_CACHE_HOME`, else `~/.cache/knobs`; nil without a home.
  ///
  /// As the XDG base directory specification asks, a relative `XDG_CACHE_HOME` is ignored.
  static func folder(environment: [String: String]) -> String? {
    if let typed = environment["KNOBS_CACHE"], !typed.isEmpty {
      // One that is no path, such as ~name, is none to keep anything in.
      return (try? HomePath.folder(named: "KNOBS_CACHE", environment)) ?? nil
    }
    if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") { return base + "/knobs" }
    return HomePath.home(environment).map { $0 + "/.cache/knobs" }
  }

  /// What tells this build from every other: the version, and the size and the time of writing of
  /// the executable in nanoseconds; nil if those cannot be known.
  static func stamp() -> String? {
    guard let path = executable else { return nil }
    var file = stat()
    guard stat(path, &file) == 0 else { return nil }
    #if canImport(Darwin)
      let time = file.st_mtimespec
    #else
      let time = file.st_mtim
    #endif
    return "\(Program.version) \(file.st_size) \(time.tv_sec).\(time.tv_nsec)"
  }

  private static var executable: String? {
    #if canImport(Glibc)
      "/proc/self/exe"
    #else
      Bundle.main.executablePath
    #endif
  }
}
