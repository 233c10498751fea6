import Foundation
import Testing

@testable import Authoring

@Suite struct ShownAsWrittenTests {
  private static func said(of words: String) async throws -> [String] {
    try await found(ShownAsWritten.self, Pack.sound.replacing("Some words.", with: words))
  }

  @Test(arguments: [
    ("a <b>c</b>", 3, "HTML is shown as it is written (and 1 more place); say it in Markdown"),
    ("<details>\n\na\n\n</details>", 1, "HTML is shown as it is written (and 1 more place);"),
    ("a[^1] b[^2]", 2, "a footnote is shown as it is written (and 1 more place);"),
    ("> [!NOTE]\n> a", 3, "the kind of an alert is shown"),
    ("[[_TOC_]]", 1, "the mark of a table of contents"),
    ("[TOC]", 1, "the mark of a table"), ("see [[a page]]", 5, "a link in double brackets"),
    ("a {{< b >}}", 3, "a template's tag"), ("{% a %}", 1, "a template's tag"),
    ("# a {#b}", 5, "a list of attributes"), ("{: .a}", 1, "a list of attributes"),
    ("::: a\nb", 1, "the mark of a container"), ("!!! note", 1, "the mark of a container"),
    ("a\n: b", 1, "a definition behind a colon"), ("a ~~b~~", 3, "~~ around deleted text"),
    ("a :smile: b", 3, "an emoji's name"), ("- [ ] :tada:", 7, "an emoji's name"),
    ("|a|b|\n|-|-|\n|c|:x2:|", 4, "an emoji's name"), ("*a :+1x:*", 4, "an emoji's name"),
  ])
  func isNamed(_ words: String, _ column: Int, _ says: String) async throws {
    let all = try await Self.said(of: words)
    #expect(all.count == 1, "\(all)")
    #expect(all.first?.contains(":\(column): advice: \(says)") == true, "\(all)")
  }

  @Test(arguments: [
    "a <!-- b --> c", "<!-- a -->", "`<b> [^1] :smile: {{ a }}`", "- [ ] a",
    "$a_{.5}$ and $\\mathbf{{x}}$",
    "at 10:30:15, a::b", "[a](b \"c\")", "a ~ b ~ c", "1. a: b: c", "[a], [b] and (c)", "a[1]",
    "<https://example.org>", "```text\n<b> {{ a }} [^1]\n```", "> [a]", "f[i][j]", "a == b == c",
  ])
  func isNothing(_ words: String) async throws {
    #expect(try await Self.said(of: words) == [])
  }

  @Test func anOpenCommentIsAFault() async throws {
    let all = try await Self.said(of: "<!-- for teachers\n\nMore.")
    #expect(
      all == [
        "9:1: a comment that begins here has no end and hides what follows; close it with -->"
      ])
    #expect(try await Self.said(of: "> - <!-- a").count == 1)
  }
}

@Suite struct FrontMatterFormTests {
  @Test(arguments: [
    (
      "title: One", "title: One: more", "2:8: advice: to other readers of YAML a value with a colon"
    ),
    (
      "title: One", "title: No",
      "2:8: advice: to other readers of YAML a value such as No is no text"
    ),
    (
      "summary: A lesson.", "summary: A # lesson.",
      "3:10: advice: to other readers of YAML what stands"
    ),
    (
      "summary: A lesson.", "summary: \"A\" lesson.",
      "3:10: advice: to other readers of YAML nothing"
    ),
  ])
  func isAdvice(_ piece: String, _ other: String, _ says: String) async throws {
    let all = try await found(FrontMatterForm.self, Pack.sound.replacing(piece, with: other))
    #expect(all.count == 1 && all.first?.hasPrefix(says) == true, "\(all)")
    let value = other.drop { $0 != ":" }.dropFirst(2)
    let key = other.prefix { $0 != ":" }
    let better = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    #expect(all.first?.hasSuffix("; write \(key): \"\(better)\"") == true, "\(all)")
  }

  @Test(arguments: [
    ("title: One", "title: \"One: more\""), ("title: One", "title: 'One: more'"),
    ("minutes: 4", "minutes: 4\nrequires: [two]"),
    ("minutes: 4", "minutes: 4\nrequires: two, three"),
  ])
  func isRead(_ piece: String, _ other: String) async throws {
    #expect(try await found(FrontMatterForm.self, Pack.sound.replacing(piece, with: other)) == [])
  }
}
