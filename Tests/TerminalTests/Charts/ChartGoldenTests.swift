import Foundation
import Testing

@testable import Terminal

/// Charts compared with pictures kept as text; `KNOBS_RECORD=1` writes them anew.
@Suite struct ChartGoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Goldens")

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let width: Int
    let usesUnicode: Bool

    var file: String { "\(name).\(width).\(usesUnicode ? "unicode" : "ascii").txt" }
    var testDescription: String { file }

    /// A file name read back; `nil` for a name that no case has.
    init?(file: String) {
      let parts = file.split(separator: ".").map(String.init)
      guard parts.count == 4, let width = Int(parts[1]) else { return nil }
      name = parts[0]
      self.width = width
      usesUnicode = parts[2] == "unicode"
    }
  }

  static var isRecording: Bool { ProcessInfo.processInfo.environment["KNOBS_RECORD"] == "1" }

  static var recorded: [Case] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.sorted().compactMap(Case.init(file:))
  }

  @Test(arguments: recorded) func looksAsRecorded(_ golden: Case) throws {
    let chart = try #require(ChartExamples.all[golden.name])
    let lines = chart.lines(width: golden.width, usesUnicode: golden.usesUnicode)
    let picture = lines.map(\.text).joined(separator: "\n") + "\n"
    let url = Self.folder.appending(path: golden.file)
    if Self.isRecording {
      try picture.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == picture)
  }

  @Test func everyExampleHasAPictureInBothAlphabets() {
    for name in ChartExamples.all.keys {
      let pictures = Self.recorded.filter { $0.name == name }
      #expect(pictures.contains { $0.usesUnicode }, "no picture of \(name)")
      #expect(pictures.contains { !$0.usesUnicode }, "no plain picture of \(name)")
    }
  }
}
