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
    ("a[^1] b[^2]", 2, "a footnote without its text is shown as it is written (and 1 more place);"),
    ("> [!INFO]\n> a", 3, "the kind of an alert is shown"),
    ("[[_TOC_]]", 1, "the mark of a table of contents"),
    ("[TOC]", 1, "the mark of a table"), ("see [[a page]]", 5, "a link in double brackets"),
    ("a {{< b >}}", 3, "a template's tag"), ("{% a %}", 1, "a template's tag"),
    ("a {{site.url}}", 3, "a template's tag"),
    ("# a {#b}", 5, "a list of attributes"), ("{: .a}", 1, "a list of attributes"),
    ("::: a\nb", 1, "the mark of a container"), ("!!! note", 1, "the mark of a container"),
    ("a\n: b", 1, "a definition behind a colon"),
    ("a :smile: b", 3, "an emoji's name"), ("- [ ] :tada:", 7, "an emoji's name"),
    ("|a|b|\n|-|-|\n|c|:x2:|", 4, "an emoji's name"), ("*a :+1x:*", 4, "an emoji's name"),
    ("a ~b c~", 3, "~ around deleted text"), ("a ==b c== d", 3, "== around marked text"),
    ("a ++b++", 3, "++ around inserted text"), ("a %%b%% c", 3, "%% around a comment"),
    ("H~2~O", 2, "a letter set high or low"), ("x^2^", 2, "a letter set high or low"),
    ("a {++b++} c", 3, "a change between braces"), ("{>>b<<}", 1, "a change between braces"),
    ("a^[b c]", 2, "a footnote"), ("see [@smith, p. 3]", 5, "the key of a citation"),
    ("{math}`a`", 1, "a role of code"), (":ref:`a`", 1, "a role of code"),
    ("`<b>`{=html}", 6, "a role of code"), ("```{note}\na\n```", 1, "a directive of other tools"),
    ("```mermaid\na\n```", 1, "the text of a diagram"),
    ("- ```Dot x\n  a\n  ```", 1, "the text of a"),
    ("*[HTML]: a", 1, "the meaning of an abbreviation"), ("a\n\n:   b", 1, "a definition behind"),
    ("+---+\n| a |", 1, "a line of a table"), ("| a | b |\n| c | d |", 1, "a line of a table"),
  ])
  func isNamed(_ words: String, _ column: Int, _ says: String) async throws {
    let all = try await Self.said(of: words)
    #expect(all.count == 1, "\(all)")
    #expect(all.first?.contains(":\(column): advice: \(says)") == true, "\(all)")
  }

  @Test(arguments: [
    "a <!-- b --> c", "<!-- a -->", "`<b> [^1] :smile: {{ a }}`", "- [ ] a", "a ~~b~~",
    "a[^1]\n\n[^1]: b",
    "> [!NOTE]\n> a",
    "$a_{.5}$ and $\\mathbf{{x}}$",
    "at 10:30:15, a::b", "[a](b \"c\")", "a ~ b ~ c", "1. a: b: c", "[a], [b] and (c)", "a[1]",
    "<https://example.org>", "```text\n<b> {{ a }} [^1]\n```", "> [a]", "f[i][j]", "a == b == c",
    "x^2 + y^2", "2^10", "C++ and C++", "i++ or ++i", "a % b %% c", "~5 and ~6", "|x| and |y|",
    "||w||", "a: `b`", "{`a`}", "10:`a`", "```python\na\n```", "[1]: `a`", "* [a]", "a@b.org",
    "1+1",
    "a === b === c", "{a}", "{ ++i }", "* * *",
  ])
  func isNothing(_ words: String) async throws {
    #expect(try await Self.said(of: words) == [])
  }

  @Test(arguments: [
    ("```\na\n\n```text\nb\n```", 12), ("~~~ text\n~~~~ text\n~~~", 10),
    ("```text\n``\n  ```python\n```", 11),
  ])
  func codeThatWasNotClosedIsNamed(_ words: String, _ line: Int) async throws {
    let says =
      "9:1: advice: code that begins here takes in the fence of line \(line); "
      + "close it before that, or begin it with more marks"
    #expect(try await Self.said(of: words) == [says])
  }

  @Test(arguments: [
    "```\nb\n```", "````\n```text\n```\n````", "~~~\n```text\n~~~", "```\n    ```a`b\n```",
    "```\na ```text\n```",
  ])
  func codeThatWasClosedIsNot(_ words: String) async throws {
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

  @Test(arguments: [
    ("title: One", "title:One", "2:1: advice: to other readers of YAML a colon and a space"),
    ("title: One", "title:\u{A0}One", "2:1: advice: to other readers of YAML a colon and a space"),
    ("title: One", "  title: One", "3:1: advice: to other readers of YAML what stands further in"),
    ("title: One", "title: .inf", "2:8: advice: to other readers of YAML a value such as .inf"),
    ("title: One", "title: 0o17", "2:8: advice: to other readers of YAML a value such as 0o17"),
    (
      "title: One", "title: 2024-01-01 10",
      "2:8: advice: to other readers of YAML a value such as 2"
    ),
  ])
  func isAdviceToo(_ piece: String, _ other: String, _ says: String) async throws {
    let all = try await found(FrontMatterForm.self, Pack.sound.replacing(piece, with: other))
    #expect(all.first?.hasPrefix(says) == true, "\(all)")
  }
}
