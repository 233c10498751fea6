import Exhibits
import Foundation
import Testing

@testable import Shell

/// Nothing that a lesson can hold is shown at many times its length, by whatever command.
@Suite struct AmplificationTests {
  /// A lesson that is one thing over and over.
  struct Shape: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String

    /// How long a lesson is made of a repeated piece.
    private static let length = 24 << 10

    private static let front = "---\ntitle: T\nsummary: S.\n---\n\n# T\n\n"

    init(_ name: String, before: String = "", _ piece: String, after: String = "\n") {
      self.name = name
      let count = max(1, Self.length / piece.utf8.count)
      text = Self.front + before + String(repeating: piece, count: count) + after
    }

    var testDescription: String { name }
  }

  /// A word, or the name of something, of a length that a value may have.
  private static let long = String(repeating: "l", count: 32_000)

  private static let row = "|" + String(repeating: "a|", count: 50) + "\n"

  static let shapes: [Shape] = [
    // What has many faults.
    Shape("lost files", "[a](b) "), Shape("lost headings", "[](#a) "), Shape("percents", "[](%) "),
    Shape("pictures without words", "![](a) "), Shape("lost labels", "[a][b] "),
    Shape("unused labels", "[a]: b\n"), Shape("schemes", "<a:b> "),
    Shape("first headings", "# a\n\n"), Shape("skipped headings", "# a\n\n###### b\n\n"),
    Shape("one heading", "## a\n"), Shape("underlined headings", "a\n-\n"),
    Shape("numbers", before: "```simulate slide\n```\n\n", "1.5\n\n"),
    Shape("long numbers", before: "```simulate slide\n```\n\n1.", "5"),
    Shape("controls", "\u{7}\n"), Shape("controls in a line", "\u{7}"),
    Shape("invisible", "\u{200B} "), Shape("empty exercises", "```exercise x\n```\n"),
    Shape("open exercises", "```exercise\n"), Shape("hidden exercises", "- ```exercise x\n"),
    Shape("keys", before: "```simulate slide\n", "k: 1\n", after: "```\n"),
    Shape("no keys", before: "```simulate slide\n", "a\n", after: "```\n"),
    Shape("settings", before: "```simulate slide\nset: ", "a,", after: "\n```\n"),
    Shape("figures", before: "```simulate slide\nshow: ", "a,", after: "\n```\n"),
    Shape("promises", before: "```simulate slide\n", "expect: height < 0\n", after: "```\n"),
    Shape("owners", before: "```simulate \(long)\n", "k: 1\n", after: "```\n"),
    Shape(
      "labels", before: "```compare slide\ncase: \(long)a | rate = 1\ncase: \(long)b | rate = 2\n",
      "expect: c | height < 1\n", after: "```\n"),
    Shape(
      "promises of a label", before: "```compare slide\ncase: \(long) | rate = 1\n",
      "expect: a | height < 0\n", after: "```\n"),
    Shape("requirements", before: "", "a: b\n"),
    // What takes room on the screen.
    Shape("marks of quotes", ">", after: " a\n"), Shape("empty quotes", ">\n"),
    Shape("quotes in quotes", ">>>>>>>>> a\n\n"), Shape("quoted lines", ">>>>>>>>>\n"),
    Shape("deep text", before: String(repeating: ">", count: 10), "a "),
    Shape("items in items", "- - - - - - - - - a\n"), Shape("empty items", "-\n"),
    Shape("numbered items", "999999999. a\n"),
    Shape("deep numbers", before: String(repeating: "999999999. ", count: 9), "a "),
    Shape("rules", "***\n\n"), Shape("short rules", "---\n"),
    Shape("long word", "w"), Shape("short words", "w "), Shape("breaks", "a\\\n"),
    Shape("emphasis", "*a* "), Shape("code", "`a` "), Shape("entities", "&lt;"),
    Shape("code lines", before: "```\n", "\t\n", after: "```\n"),
    Shape("empty code", "```\n\n```\n"), Shape("marks", "<b>"),
    Shape("accents", before: "a", "\u{301}"), Shape("wide letters", "日"),
    Shape("addresses", before: "[a]: http://\(long)\n\n", "[a] "),
    Shape("pictures", before: "[a]: \(long).md\n\n", "![a] "),
    Shape("wide cell", before: "|a|b|\n|-|-|\n|\(long)|b|\n", "|a|b|\n"),
    Shape(
      "wide words", before: "|a|b|\n|-|-:|\n|\(long.replacing("ll", with: "l "))|b|\n", "|a|b|\n"),
    Shape("wide heading", before: "|\(long)|b|\n|-|-|\n", "|a|b|\n"),
    Shape("a line wide", before: "|a|b|\n|-|-:|\n|\(long.prefix(60))|b|\n", "|a|b|\n"),
    Shape("columns", before: row + row.replacing("a", with: "-"), row),
    Shape("empty rows", before: row + row.replacing("a", with: "-"), "|\n"),
    Shape("small tables", "|a|\n|-|\n|b|\n\n"),
  ]

  private static let lines = [
    "author check FOLDER/lessons", "author check FOLDER/lessons --json",
    "author check FOLDER/lessons --format github", "author preview FOLDER/lessons/01-a.md",
    "lessons", "lessons --json", "progress", "progress --json", "", "learn a",
    "check a/x --defaults", "hint a/x", "completions words -- learn a", "reset a", "find a b",
    "find w", "find t --json", "lessons --all", "progress --csv", "progress --svg -",
    "completions words -- learn a#", "words", "words w", "review --json",
  ]

  /// How many times as long as the lesson anything may be, what a run shows aside.
  private static let factor = 10

  /// What a command says of the shortest lesson.
  private static let least = 16 << 10

  @Test(arguments: shapes) func isShownAtAFewTimesItsLength(_ shape: Shape) async throws {
    try await Fixture.withFolder { folder in
      try Written.write(["01-a": shape.text], to: folder + "/lessons")
      let context = Session(folder: folder, lessons: folder + "/lessons", width: 80).context
      for line in Self.lines {
        let words = line.replacing("FOLDER", with: folder).split(separator: " ").map(String.init)
        var length: Int
        do {
          let report = try await Program.run(words, context)
          length =
            report.text.utf8.count + report.notes.reduce(0) { $0 + $1.text.utf8.count + 1 }
        } catch let refusal as Refusal {
          length = refusal.message.utf8.count
          #expect(length < 2000, "\(line)")
        }
        #expect(length <= Self.factor * shape.text.utf8.count + Self.least, "\(line)")
      }
    }
  }

  /// Whatever is typed too long is quoted short.
  @Test(
    arguments: [
      "LONG", "learn LONG", "check LONG", "check LONG/LONG", "check slides/LONG",
      "check slides/get-down --rate LONG", "check slides/get-down --LONG 1", "run LONG",
      "run slide --rate LONG", "run slide --rate LONG,LONG", "run slide --LONG",
      "run slide --show LONG",
      "run slide --seed LONG", "run slide --svg LONG/LONG", "sweep slide --rate LONG..LONG",
      "sweep slide --rate LONG", "sweep slide --rate 1..2 --metric LONG",
      "sweep slide --rate 1..2 --table LONG",
      "sweep slide --rate 1..2 --points LONG", "simulations LONG", "help LONG", "author LONG",
      "solution LONG/LONG", "hint LONG", "log LONG", "reset LONG", "find LONG", "learn LONG#LONG",
      "learn slides#LONG", "reset slides/LONG", "progress --svg LONG/LONG", "completions LONG",
      "author new LONG", "author check LONG", "author preview LONG", "author calibrate LONG/LONG",
      "author check --format LONG", "lessons --lessons LONG", "learn --lessons LONG --lessons LONG",
      "lessons LONG", "lessons --LONG", "throughput --rounds LONG",
      "tune LONG", "tune slide --over LONG", "tune slide --over rate=LONG",
      "tune slide --over rate --search LONG", "tune slide --over rate --minimize LONG",
      "tune slide --over rate --minimize height --subject-to LONG",
      "tune slide --over rate --minimize height --subject-to height<=LONG",
      "tune slide --over rate --minimize height --budget LONG", "tune --study LONG",
      "tune slide --over rate --minimize height --set LONG",
      "tune slide --over rate --minimize height --search halving --resource LONG",
      "author new a --simulation LONG",
    ], ["l", "e\u{301}\u{301}", "\u{1B}[", "日", "%"])
  func whatIsTypedIsQuotedShort(_ line: String, _ piece: String) async throws {
    try await Fixture.withFolder { folder in
      let word = String(repeating: piece, count: 20_000)
      let (_, text) = await Session(folder: folder).run(line.replacing("LONG", with: word))
      #expect(text.utf8.count < 2000, "\(text.utf8.count)")
    }
  }
}
