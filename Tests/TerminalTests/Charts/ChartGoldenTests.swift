import Plotting
import TestKit
import Testing

@testable import Terminal

/// Charts compared with pictures kept as text.
@Suite struct ChartGoldenTests {
  static let goldens = Goldens()

  @Test(arguments: goldens.screens) func looksAsRecorded(_ golden: ScreenGolden) throws {
    let figure = try #require(ChartExamples.all[golden.name])
    let lines = Chart.lines(of: figure, width: golden.width, usesUnicode: golden.usesUnicode)
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
}
