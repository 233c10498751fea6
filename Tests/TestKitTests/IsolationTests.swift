import Foundation
import Testing

/// That what tests use stays out of the program.
@Suite struct IsolationTests {
  @Test func noRoomImportsTheKit() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources").standardized
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path())
      .filter { $0.hasSuffix(".swift") }
    #expect(files.count > 100)
    for file in files {
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      #expect(!text.contains(/import (TestKit|Testing)\b/), "\(file)")
    }
  }
}
