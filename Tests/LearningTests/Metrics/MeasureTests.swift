import Foundation
import Learning
import Testing

@Suite struct MeasureTests {
  /// `ConfusionMatrix+F1.swift` holds `f1`, `macro-f1` and `micro-f1`.
  @Test func filesAndListsAgree() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Learning/Metrics").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.contains("+") }
    let listed =
      Self.files("ConfusionMatrix", ConfusionMatrix.measures)
      + Self.files("ScoredLabels", ScoredLabels.measures)
      + Self.files("NumericPredictions", NumericPredictions.measures)
    #expect(Set(files) == Set(listed))
  }

  @Test func namesAreUnique() {
    let names =
      ConfusionMatrix.measures.map(\.name) + ScoredLabels.measures.map(\.name)
      + NumericPredictions.measures.map(\.name)
    #expect(Set(names).count == names.count && names.count == 18)
  }

  private static func files<Evidence>(_ type: String, _ measures: [Measure<Evidence>]) -> [String] {
    measures.map { measure in
      let words = measure.name.split(separator: "-").filter { $0 != "macro" && $0 != "micro" }
      return "\(type)+\(words.map(\.capitalized).joined()).swift"
    }
  }
}
