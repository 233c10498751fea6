import Experiments
import Files
import Foundation

extension Journal {
  /// The key of the seeds, as an attempt finds it.
  struct FoundKey {
    let key: SeedKey

    /// Whether it was made just now.
    let isNew: Bool

    /// Why it is not kept; nil if it is.
    let problem: Problem?
  }

  /// The largest file that can hold a key.
  private static let largestKey = 1 << 12

  /// Where the key of the seeds is kept, beside the journal.
  var keyPath: String { (path as NSString).deletingLastPathComponent + "/seed-key" }

  /// The key of the seeds; where there is none, or what is there is none, a new one is made and kept
  /// for its owner alone.
  ///
  /// One that cannot be kept serves as well: nobody can tell its seeds beforehand, and the journal has
  /// those of every attempt. To be called while the journal is locked for writing, so that no two
  /// programs make one each.
  func seedKey() -> FoundKey {
    do throws(Problem) {
      if let key = try storedKey() { return FoundKey(key: key, isNew: false, problem: nil) }
      let key = SeedKey.random()
      unlink(keyPath)
      try NewFile.write(key.text, to: keyPath, mode: 0o600)
      return FoundKey(key: key, isNew: true, problem: nil)
    } catch {
      return FoundKey(key: .random(), isNew: true, problem: error)
    }
  }

  /// The key that is kept, if there is one.
  private func storedKey() throws(Problem) -> SeedKey? {
    do throws(RegularFile.Problem) {
      let file = try RegularFile(keyPath, O_RDONLY)
      defer { file.close() }
      let bytes = try file.contents(atMost: Self.largestKey)
      return SeedKey(text: String(decoding: bytes, as: UTF8.self))
    } catch {
      if error.code == ENOENT { return nil }
      throw Problem(
        message: "cannot read \(Quoted.path(keyPath)): \(error.reason); "
          + "move it away to begin with a new key")
    }
  }
}
