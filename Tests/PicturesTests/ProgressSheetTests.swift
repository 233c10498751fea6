import TestKit
import Testing

@testable import Pictures

/// A page to keep.
@Suite struct ProgressSheetTests {
  private static func sheet(_ lessons: Int, exercises: Int = 3, name: String = "e") -> ProgressSheet
  {
    let rows = (0..<exercises).map { index in
      ProgressSheet.Row(
        name: name, points: index, maximumPoints: 2, isPassed: index > 0,
        day: index > 0 ? "2026-01-0\(index)" : "", version: index > 0 ? "1.\(index)" : "")
    }
    let all = (0..<lessons).map { _ in ProgressSheet.Lesson(title: name, rows: rows) }
    let half = all.count / 2
    return ProgressSheet(
      title: name,
      parts: [
        .init(title: nil, lessons: Array(all[..<half])),
        .init(title: name, lessons: Array(all[half...])),
      ])
  }

  /// Every exercise is on the page once, inside it, and below nothing else of its column.
  @Test(arguments: [0, 1, 2, 8, 9, 40, 300]) func everyExerciseIsDrawnOnce(lessons: Int) {
    let sheet = Self.sheet(lessons)
    let parsed = Parsed(sheet.document)
    let size = Double(parsed.nodes[0].attributes["height"] ?? "") ?? 0
    let width = Double(parsed.nodes[0].attributes["width"] ?? "") ?? 0
    let texts = parsed.named("text")
    #expect(texts.count(where: { $0.text == "1 of 2" }) == lessons)
    #expect(texts.count(where: { $0.text == "2026-01-02" }) == lessons)
    var places = Set<String>()
    for text in texts {
      let (x, y) = (text.attributes["x"] ?? "", text.attributes["y"] ?? "")
      #expect(places.insert("\(x) \(y)").inserted, "\(text.text) stands on another")
      #expect((0...width).contains(Double(x) ?? -1) && (0...size).contains(Double(y) ?? -1))
    }
    #expect(sheet.document == Self.sheet(lessons).document)
  }

  @Test func saysWhatItComesTo() {
    let parsed = Parsed(Self.sheet(2).document)
    let texts = parsed.named("text").map(\.text)
    #expect(texts.contains("4 of 6 exercises passed, 6 of 12 points"))
    #expect(texts.contains("From 2026-01-01 to 2026-01-02, graded by version 1.1, 1.2"))
    let none = Parsed(ProgressSheet(title: "T", parts: []).document).named("text").map(\.text)
    #expect(
      none == [
        "T: what was passed", "0 of 0 exercises passed, 0 of 0 points", "Nothing is passed yet",
      ])
  }

  /// Whatever a course is called, the page is well-formed and nothing ends an element.
  @Test func anyNameIsEscaped() {
    var garbage = Garbage(seed: 12)
    let names = [
      "", "<script>", "</text>]]>", "a&b\"c'", "\u{1B}[31m\u{0}", "\u{202E}drawkcab\u{2066}",
      "e\u{301}\u{301}", String(repeating: "w", count: 5000), "🦆\r\n\u{2028}",
    ]
    for name in names + (0..<40).map({ _ in garbage.text(upTo: 30) }) {
      let document = Self.sheet(3, name: name).document
      let parsed = Parsed(document)
      #expect(parsed.named("script").isEmpty)
      #expect(
        !document.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
      #expect(document.utf8.count < 30_000)
    }
  }
}
