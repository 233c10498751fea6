import Foundation
import Testing

@testable import Shell

/// Hints come one at a time, and end with the last.
@Suite struct HintCommandTests {
  @Test func afterTheLastHintThereIsNone() async throws {
    try await Fixture.withFolder { folder in
      let session = Session(folder: folder)
      var texts: [String] = []
      for count in 1...4 {
        let (status, text) = await session.run("hint slides/get-down")
        let shown = min(count, 2)
        #expect(status == .done && text.contains("hint \(shown) of 2"))
        #expect(text.contains("2. ") == (shown == 2))
        texts.append(text)
        let journal = try String(contentsOfFile: folder + "/state/journal.jsonl", encoding: .utf8)
        #expect(journal.split(separator: "\n").count == shown)
      }
      #expect(texts[1] == texts[2] && texts[2] == texts[3])
      let fields = try Fixture.fields(await session.run("hint slides/get-down --json").text)
      #expect((fields["hints"] as? [String])?.count == 2 && fields["total"] as? Int == 2)
      let rows = try Fixture.fields(await session.run("progress --json").text)["exercises"]
      #expect((rows as? [[String: Any]])?.first?["hints"] as? Int == 2)
    }
  }
}
