import Foundation
import Terminal
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("a\u{1B}b", 2), ("é", 1), ("e\u{301}", 1), ("\u{301}", 0),
    ("語", 2), ("日本語", 6), ("ｆ", 2), ("ｱ", 1), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("👩‍👩‍👧", 2), ("👍🏽", 2), ("🇩🇪", 2), ("🇩🇪🇫🇷", 4), ("❤", 1), ("❤️", 2), ("1️⃣", 2), ("😀", 2),
    ("\u{200B}", 0), ("\u{200D}", 0), ("\u{FEFF}", 0), ("\u{A0}", 1), ("…", 1), ("─", 1), ("⠿", 1),
    ("λ", 1), ("±", 1), ("✓", 1), ("क्ष", 2), ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 2),
  ])
  func columns(_ text: String, _ expected: Int) {
    #expect(displayWidth(text) == expected)
  }

  /// The widths the wcwidth package gives, written by `Tests/Reference/display-width.py`.
  @Test func agreesWithTheReferenceOnEveryCodePoint() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Reference/display-width.txt")
    var compared = 0
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      guard line.first != "#" else { continue }
      let fields = line.split(separator: " ")
      let first = try #require(UInt32(fields[0], radix: 16))
      let last = try #require(UInt32(fields[1], radix: 16))
      let width = try #require(Int(fields[2]))
      for value in first...last {
        // Characters the standard library's Unicode version does not know yet are left out.
        guard let scalar = Unicode.Scalar(value), scalar.properties.age != nil || width != 0
        else { continue }
        compared += 1
        if displayWidth(Character(scalar)) != width {
          Issue.record("U+\(String(value, radix: 16)) is not \(width) columns wide")
        }
      }
    }
    #expect(compared > 1_100_000)
  }
}
