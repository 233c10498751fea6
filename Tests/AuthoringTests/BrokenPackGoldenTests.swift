import TestKit
import Testing

@testable import Authoring

/// All that is said of every broken pack, compared with what is kept as text.
@Suite struct BrokenPackGoldenTests {
  @Test func everyFaultIsSaidAsRecorded() async throws {
    var text = ""
    for broken in BrokenPack.all {
      let pack = try Pack(broken.files)
      text += "== \(broken.name)\n"
      for line in try await pack.found() { text += line + "\n" }
    }
    try Goldens().compare(text, with: "broken-packs.txt")
  }
}
