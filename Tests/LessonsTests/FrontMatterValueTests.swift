import TestKit
import Testing
import ToyCourse

@testable import Lessons

/// Values of front matter are read as readers of YAML read them.
@Suite struct FrontMatterValueTests {
  @Test(arguments: [
    ("a", "a"), ("\"a\"", "a"), ("'a'", "a"), ("\"a: b\"", "a: b"), ("'it''s'", "it's"), ("''", ""),
    ("\"say \\\"a\\\"\"", "say \"a\""), ("\"a\\\\b\"", "a\\b"), ("'a\\b'", "a\\b"),
    ("\"a\\/b\"", "a/b"),
    ("\"\\x41\\u00e9\\U0001F642\"", "Aé🙂"), ("\"a\\tb\\nc\\ed\"", "a b c d"),
    ("\"a\\_b\"", "a\u{A0}b"),
    ("\"a\" # b", "a"), ("'a'   ", "a"), ("a\"b", "a\"b"), ("it's", "it's"), ("\"\"", ""),
    ("'''a'''", "'a'"),
    // Of no form, and so taken as they stand.
    ("\"a\" b", "\"a\" b"), ("\"a", "\"a"), ("'a", "'a"), ("\"\\q\"", "\"\\q\""), ("\"", "\""),
    ("\"\\u12\"", "\"\\u12\""), ("\"\\uD800\"", "\"\\uD800\""), ("\"a\"#b", "\"a\"#b"),
    ("\"a\\\"", "\"a\\\""),
  ])
  func isRead(_ written: String, _ meant: String) {
    #expect(FrontMatterValue(written).text == meant)
  }

  @Test(arguments: [
    "a: b", "a:", "a:\tb", "a\t#b", "a\tb", "?\ta", "=", "<<", "a # b", "# a", "- a", "? a", ": a",
    "-",
    "[a", "{a", "*a", "&a", "!a", "|", ">",
    "%a", "@a",
    "`a", ",a", "\"a\" b", "'a", "\"\\q\"", "yes", "No", "null", "~", "12", "1.5", "2024-01-31",
    "0x1F", "1e3",
    "12:30", "true",
  ])
  func isTroubleElsewhere(_ written: String) {
    #expect(FrontMatterValue.trouble(ofText: written) != nil)
    let better = FrontMatterValue.written(written)
    #expect(
      FrontMatterValue(better).text == written && FrontMatterValue.trouble(ofText: better) == nil)
  }

  @Test(arguments: [
    "a", "a:b", "a#b", "a - b", "-a", "a, b", "it's", "What is \"this\"?", "Learning rate (η)",
    "99 % of it",
    "3 to 4", "\"a: b\"", "'a # b'", "https://example.org/a", "日本語：語", "version 2", "a", "Now",
    "1984 and so",
  ])
  func isPlainEverywhere(_ written: String) {
    #expect(FrontMatterValue.trouble(ofText: written) == nil)
  }

  /// Whatever is written is read as it was, but for what no line may hold.
  @Test(arguments: 0..<20) func whatIsWrittenIsRead(_ seed: Int) {
    var garbage = Garbage(seed: seed)
    let pieces = [
      "a", "\"", "'", "\\", ":", " ", "#", "-", "[", "1", "é", "e\u{301}", "\u{301}", "🙂",
      "\u{200D}",
    ]
    for _ in 0..<200 {
      let text = "x" + garbage.text(of: pieces, upTo: 8) + "x"
      for text in [text, String(text.dropFirst().dropLast())] where text == text.trimmingEnd() {
        let written = FrontMatterValue.written(text)
        #expect(FrontMatterValue(written).text == text)
        #expect(FrontMatterValue.trouble(ofText: written) == nil, "\(written)")
      }
    }
  }

  @Test func valuesInQuotesMakeALesson() {
    let text = """
      ---
      title: "Colon: a title"
      summary: 'It''s a case.'
      minutes: "12"
      requires: ["a", 'b', c]
      ---

      # Colon: a title
      """
    let (lesson, faults) = LessonReader.read(text, file: "f", name: "n", catalog: Toys.catalog)
    #expect(faults == [])
    #expect(lesson.title == "Colon: a title" && lesson.summary == "It's a case.")
    #expect(lesson.minutes == 12 && lesson.requires == ["a", "b", "c"])
    #expect(lesson.requirements.map(\.column) == [13, 18, 22])
  }
}
