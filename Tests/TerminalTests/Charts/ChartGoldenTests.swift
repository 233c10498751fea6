import Plotting
import TestKit
import Testing

@testable import Terminal

/// Charts compared with pictures kept as text.
@Suite struct ChartGoldenTests {
  static let goldens = Goldens()

  @Test(arguments: goldens.screens) func looksAsRecorded(_ golden: ScreenGolden) throws {
    let figure = try #require(ChartExamples.all[golden.name])
    let lines = Chart.lines(
      of: figure, width: golden.width, for: Screen(usesUnicode: golden.usesUnicode))
    let picture = lines.map(\.text).joined(separator: "\n") + "\n"
    try Self.goldens.compare(picture, with: golden.file)
  }

  @Test func everyFormHasAnExample() {
    #expect(Set(ChartExamples.all.values.map(\.form)) == Set(Figure.Form.allCases))
  }

  @Test func everyExampleHasAPictureInBothAlphabets() {
    for name in ChartExamples.all.keys {
      let pictures = Self.goldens.screens.filter { $0.name == name }
      #expect(pictures.contains { $0.usesUnicode }, "no picture of \(name)")
      #expect(pictures.contains { !$0.usesUnicode }, "no plain picture of \(name)")
    }
  }

  /// Pictures in marks that were asked for, as `marks/name.width.txt`.
  struct MarksGolden: Sendable, CustomTestStringConvertible {
    let marks: Screen.Marks
    let name: String
    let width: Int
    let file: String
    var testDescription: String { file }

    init?(file: String) {
      let parts = file.split(separator: "/").map(String.init)
      guard parts.count == 2, let marks = Screen.Marks(rawValue: parts[0]) else { return nil }
      let words = parts[1].split(separator: ".").map(String.init)
      guard words.count == 3, let width = Int(words[1]) else { return nil }
      (self.marks, name, self.width, self.file) = (marks, words[0], width, file)
    }
  }

  static let inMarks = goldens.names.compactMap(MarksGolden.init(file:))

  @Test(arguments: inMarks) func looksAsRecorded(_ golden: MarksGolden) throws {
    let figure = try #require(ChartExamples.all[golden.name])
    var screen = Screen()
    screen.marks = golden.marks
    let lines = Chart.lines(of: figure, width: golden.width, for: screen)
    let picture = lines.map(\.text).joined(separator: "\n") + "\n"
    try Self.goldens.compare(picture, with: golden.file)
  }

  @Test func everyExampleHasAPictureInBlocks() {
    let names = Self.inMarks.filter { $0.marks == .block }.map(\.name)
    #expect(Set(names) == Set(ChartExamples.all.keys))
    #expect(Self.inMarks.contains { $0.marks == .ascii })
  }
}
