import Course
import Markdown
import Testing

@testable import Authoring

@Suite struct DirectiveBlockTests {
  static func blocks(_ text: String) -> [DirectiveBlock] {
    let source = LessonSource(text)
    return source.document.blocks.compactMap { DirectiveBlock($0, in: source.lines) }
  }

  @Test func whatIsBrokenIsReadAllTheSame() throws {
    let text = "x\n\n~~~ exercise  one\n# hint: no\ntask: a: b\n\nhint\nhint : c\n~~~\n"
    let block = try #require(Self.blocks(text).first)
    #expect(block.word == "exercise" && block.name == "one" && block.key == "exercise one")
    #expect(block.line == 3 && block.nameColumn == 15)
    #expect(block.entries.map(\.key) == ["task", "hint"])
    #expect(block.entries.map(\.value) == ["a: b", "c"])
    #expect(block.entries.map(\.line) == [5, 8])
    #expect(block.has("hint") && !block.has("choose"))
  }

  @Test(arguments: [
    ("```exercise\n```", ""), ("```exercise a b\n```", ""), ("```predict a", "a"),
    ("```compare a\ncase: x\n\ncase: y", "a"), ("```simulate a\ncase: x\n~~~\ncase: y", "a"),
  ]) func namesAndEnds(_ text: String, _ name: String) {
    let blocks = Self.blocks(text)
    #expect(blocks.map(\.name) == [name])
    #expect(blocks.allSatisfy { $0.entries.count <= 1 })
  }

  @Test(arguments: [
    "", "    exercise a", "```swift\n```", "> ```exercise a\n> ```", "```\nexercise a",
  ])
  func othersAreNone(_ text: String) { #expect(Self.blocks(text).isEmpty) }
}
