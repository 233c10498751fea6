import Experiments
import Foundation
import Testing

@testable import Pictures

/// Whole pictures compared with those kept as files; `KNOBS_RECORD=1` writes them anew.
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Goldens")

  static var isRecording: Bool { ProcessInfo.processInfo.environment["KNOBS_RECORD"] == "1" }

  @Test(arguments: Example.all.map(\.name)) func pictureIsAsRecorded(_ name: String) throws {
    let figure = try #require(Example.named(name))
    let url = Self.folder.appending(path: "\(name).svg")
    let text = SVG.document(of: figure)
    if Self.isRecording { try text.write(to: url, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: url, encoding: .utf8) == text)
  }

  @Test func everyFormHasAPicture() {
    #expect(Set(Example.all.map(\.form.rawValue)) == Set(Example.all.map(\.name)))
    #expect(Example.all.count == 5)
  }
}
