import Foundation
import Testing

@testable import Authoring

/// All that is said of every broken pack, compared with what is kept as text; `KNOBS_RECORD=1`
/// writes it anew.
@Suite struct BrokenPackGoldenTests {
  static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Goldens/broken-packs.txt")

  @Test func everyFaultIsSaidAsRecorded() async throws {
    var text = ""
    for broken in BrokenPack.all {
      let pack = try Pack(broken.files)
      text += "== \(broken.name)\n"
      for line in try await pack.found() { text += line + "\n" }
    }
    if ProcessInfo.processInfo.environment["KNOBS_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: Self.file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    let recorded = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(recorded.split(separator: "\n") == text.split(separator: "\n"))
  }
}
