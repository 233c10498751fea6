import Foundation

/// The folder of a cache: reading, writing and keeping it small, without a failure ever mattering.
enum CacheFolder {
  /// How the names of its files end.
  static let fileExtension = "knobs-cache"

  /// How many files are kept; beyond that the oldest go.
  static let mostFiles = 2000

  /// How the names of files that are still being written end.
  private static let partExtension = "knobs-part"

  /// How old a file still being written is when nobody writes it any more, in seconds.
  private static let abandoned: TimeInterval = 3600

  /// The contents of a regular file that is not too large; nil for anything else.
  static func contents(of path: String, atMost limit: Int) -> Data? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var kind = stat()
    guard fstat(descriptor, &kind) == 0, kind.st_mode & S_IFMT == S_IFREG,
      kind.st_size <= off_t(limit)
    else { return nil }
    return try? file.read(upToCount: limit)
  }

  /// Puts data into a file at once, with all the folders above it.
  static func write(_ data: Data, to path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    let part = "\(folder)/\(UUID().uuidString).\(partExtension)"
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try file.write(contentsOf: data)
      try file.close()
      guard rename(part, path) != 0 else { return }
    } catch {
      // The disk may be full: what was written of it is removed below.
    }
    _ = unlink(part)
  }

  /// Removes the oldest files beyond so many, and those that were never finished.
  static func tidy(_ folder: String, atMost most: Int = mostFiles) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
    func age(_ name: String) -> TimeInterval {
      var kind = stat()
      guard lstat("\(folder)/\(name)", &kind) == 0 else { return 0 }
      return Date().timeIntervalSince1970 - TimeInterval(kind.modified.tv_sec)
    }
    for name in names where name.hasSuffix(".\(partExtension)") && age(name) > abandoned {
      _ = unlink("\(folder)/\(name)")
    }
    let files = names.filter { $0.hasSuffix(".\(fileExtension)") }
    guard files.count > most else { return }
    // A few more than needed go at once, so that not every new file makes the folder be looked at.
    let surplus = files.count - most + most / 10
    let oldest = files.map { ($0, age($0)) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    for (name, _) in oldest.prefix(surplus) { _ = unlink("\(folder)/\(name)") }
  }
}

extension stat {
  /// When the file was last written.
  fileprivate var modified: timespec {
    #if canImport(Darwin)
      st_mtimespec
    #else
      st_mtim
    #endif
  }
}
