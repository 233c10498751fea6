import Foundation
import Markdown
import TestKit
import Testing
import ToyCourse

@testable import Lessons

@Suite struct LessonTextTests {
  @Test func placesAreThoseOfTheFile() {
    let text = LessonText(page: "---\ntitle: T\n# a: b\nno key\n---\n\n# One\r\nWords.\r\n")
    #expect(
      text.lines == ["---", "title: T", "# a: b", "no key", "---", "", "# One", "Words.", ""])
    #expect(text.frontMatter.map(\.key) == ["title"])
    #expect(text.frontMatter.map { [$0.line, $0.column] } == [[2, 8]])
    #expect(text.document.blocks.map(\.lines) == [7...7, 8...8])
  }

  @Test(arguments: [
    ("", []), ("# One\n", []), ("---\n---\n", []), ("---\na: b\n\n# One: c\n", ["a"]),
    ("---", []), ("---\na: b", ["a"]), ("\u{FEFF}---\na: b\n---\nc: d", ["a"]),
    ("a: b\n---", []), ("---\na: b\nc: d\na: e\n---", ["a", "c", "a"]),
  ]) func frontMatter(_ text: String, _ keys: [String]) {
    #expect(LessonText(page: text).frontMatter.map(\.key) == keys)
  }

  /// A lesson keeps the text it was read from if it is asked to, and the lesson is the same.
  @Test(arguments: [LessonReader.Depth.outline, .whole, .text])
  func onlyWhoAsksForTheTextGetsIt(_ depth: LessonReader.Depth) {
    let text = "---\ntitle: T\nsummary: S\n---\n\n# T\n\n```simulate none\nset: x\n```\n"
    let (lesson, faults) = LessonReader.read(
      text, file: "f", name: "n", catalog: Toys.catalog, depth: depth)
    #expect(faults.map(\.line) == [8])
    #expect((lesson.text != nil) == (depth == .text))
    #expect(lesson.text?.frontMatter.map(\.value) ?? ["T", "S"] == ["T", "S"])
    #expect(lesson.text?.directives.map(\.line) ?? [8] == [8])
  }

  @Test func onlyPlainFilesOfTextAreRead() throws {
    let folder = try ScratchFolder()
    try folder.write("ä", to: "text.md")
    try folder.write(Data([0xFF]), to: "bytes.md")
    try folder.write(Data(repeating: 0x20, count: Limits.fileBytes + 1), to: "large.md")
    #expect(LessonText.page(inFile: folder.path + "/text.md")?.lines == ["ä"])
    for name in ["bytes.md", "large.md", "none.md", ""] {
      #expect(LessonText.page(inFile: folder.path + "/" + name) == nil, "\(name)")
    }
    #expect(LessonText.page(inFile: "/dev/zero") == nil)
  }
}

/// Directives as they stand in the file.
@Suite struct FencedBlockTests {
  private static func directives(_ text: String) -> [FencedBlock] {
    LessonText(page: text).directives
  }

  @Test func whatIsBrokenIsReadAllTheSame() throws {
    let text = "x\n\n~~~ exercise  one\n# hint: no\ntask: a: b\n\nhint\n hint : c\n~~~\n"
    let block = try #require(Self.directives(text).first)
    #expect(block.kind == .exercise && block.name == "one")
    #expect(block.line == 3 && block.nameColumn == 15)
    #expect(block.fields.map(\.key) == ["task", "hint"])
    #expect(block.fields.map(\.value) == ["a: b", "c"])
    #expect(block.fields.map { [$0.line, $0.keyColumn, $0.column] } == [[5, 1, 7], [8, 2, 9]])
  }

  @Test(arguments: [
    ("```exercise\n```", "", 0), ("```exercise a b\n```", "", 0), ("```predict a", "a", 0),
    ("```compare a\ncase: x\n\ncase: y", "a", 1),
    ("```compare a\ncase: x\n\ncase: y\n```", "a", 2),
    ("```simulate a\ncase: x\n~~~\ncase: y", "a", 1),
    ("```simulate a\ncase: x\n\ncase: y\n~~~\ncase: z\n```", "a", 2),
  ]) func namesAndEnds(_ text: String, _ name: String, _ fields: Int) {
    let blocks = Self.directives(text)
    #expect(blocks.map(\.name) == [name])
    #expect(blocks.map(\.fields.count) == [fields])
  }

  /// What stands behind a blank line is doubtful only if a fence opens inside.
  @Test func onlyLinesThatBelongToItForSureAreItsOwn() {
    let text = "```simulate a\ncase: x\n\ncase: y\n~~~\ncase: z\n```"
    #expect(Self.directives(text).map(\.ownLines.count) == [1])
    #expect(Self.directives(text.replacing("~~~\n", with: "")).map(\.ownLines.count) == [3])
  }

  @Test(arguments: [
    "", "    exercise a", "```swift\n```", "> ```exercise a\n> ```", "- ```exercise a\n  ```",
    "```\nexercise a",
  ])
  func othersAreNone(_ text: String) { #expect(Self.directives(text).isEmpty) }

  /// What is not run inside a list is known for what it is all the same.
  @Test(arguments: ["- a\n  ```predict a\n  ask: b\n  ```", "- ```predict a\n  ask: b\n  ```"])
  func directivesOfListsAreFound(_ text: String) throws {
    let lesson = LessonText(page: "```swift\n```\n\n" + text)
    guard case .list(let list) = try #require(lesson.document.blocks.last).kind else {
      Issue.record("no list")
      return
    }
    let found = list.items.joined().compactMap { lesson.directive(of: $0) }
    #expect(found.map { $0.fields.map(\.value) } == [["b"]])
    #expect(lesson.document.blocks.allSatisfy { lesson.directive(of: $0) == nil })
  }
}
