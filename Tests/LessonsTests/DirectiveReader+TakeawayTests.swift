import Experiments
import Testing
import ToyCourse

@testable import Lessons

/// Blocks of what stays: recap, library and words.
@Suite struct DirectiveReaderTakeawayTests {
  private static func read(_ block: String) -> (lesson: Lesson, faults: [String]) {
    Toys.read("---\ntitle: T\nsummary: S\n---\n# T\n\n## First\n\nText.\n\n## Last\n\n\(block)\n")
  }

  @Test func aRecapKeepsItsSentencesInOrder() {
    let (lesson, faults) = Self.read("```recap\n# a comment\nkeep: One: a.\nkeep: `two`\n```")
    #expect(faults == [] && lesson.recap == ["One: a.", "`two`"])
    #expect(lesson.sections.map(\.title) == ["T", "First", "Last"])
  }

  @Test func aLibraryHoldsCalls() throws {
    let (lesson, faults) = Self.read(
      """
      ```library
      in: PyTorch 2.9 | torch.optim.SGD(lr=0.001)
      in: Keras 3 | none | it has | no such thing
      in: My own | none
      first: Try it.
      trap: Do not.
      ```
      """)
    #expect(faults == [])
    let note = try #require(lesson.libraryNotes.first)
    #expect(note.calls.map(\.library) == ["PyTorch 2.9", "Keras 3", "My own"])
    #expect(note.calls.map(\.code) == ["torch.optim.SGD(lr=0.001)", nil, nil])
    #expect(note.calls.map(\.note) == ["", "it has | no such thing", ""])
    #expect(note.first == "Try it." && note.trap == "Do not.")
  }

  @Test func wordsKnowTheirSections() {
    let (lesson, faults) = Self.read(
      "```words\nlearning rate: the length: of a step\nβ₁: a share\n```\n\n```words\nedge: an end\n```"
    )
    #expect(faults == [])
    #expect(lesson.definitions.map(\.definition.term) == ["learning rate", "β₁", "edge"])
    #expect(lesson.definitions.map(\.section) == [2, 2, 2])
    #expect(lesson.definitions.first?.definition.meaning == "the length: of a step")
    #expect(lesson.definitions.map(\.definition.line) == [14, 15, 19])
  }

  @Test(arguments: [
    ("```recap\n```", "recap has no keep; add a line \"keep: …\""),
    ("```recap\nkeep:\n```", "keep has no value"),
    ("```recap\nhold: a\n```", "no key \"hold\" in recap"),
    (
      "```recap\n" + String(repeating: "keep: a\n", count: 6) + "```",
      "a recap keeps at most 5 sentences"
    ),
    ("```recap it\nkeep: a\n```", "expected \"recap\" behind the fence, not \"recap it\""),
    ("```library\nfirst: a\n```", "library has no in; add a line"),
    ("```library\nin: PyTorch\n```", "expected \"LIBRARY VERSION | CALL\""),
    ("```library\nin: | f(x=1)\n```", "expected \"LIBRARY VERSION | CALL\""),
    ("```library\nin: A 1 | f\n```", "expected a call with its arguments in brackets, or none"),
    ("```library\nin: A 1 | none\ntrap: a\ntrap: b\n```", "trap stands twice in library"),
    ("```words\n```", "words defines nothing; add a line \"term: what it means\""),
    ("```words\nedge\n```", "expected \"key: value\", not \"edge\""),
    ("```words\n: nothing\n```", "no term stands before the colon"),
    ("```words\nedge:\n```", "edge has no meaning"),
    ("```words\nedge: a\nEdge: b\n```", "Edge stands twice; keep one"),
    (
      "```words\n" + String(repeating: "a", count: 65) + ": b\n```",
      "a term takes at most 64 letters"
    ),
    ("```libary\nin: A 1 | none\n```", "no directive \"libary\"; did you mean library?"),
  ])
  func whatIsWrongIsSaid(_ block: String, _ says: String) {
    let (_, faults) = Self.read(block)
    #expect(faults.contains { $0.contains(says) }, "\(faults)")
  }

  /// Whatever stands in them, reading ends, with a fault or without.
  @Test(arguments: ["recap", "library", "words"])
  func garbageIsReadToItsEnd(kind: String) {
    let pieces = [
      "keep", "in", ":", "|", "(", ")", "none", "\u{202E}", "e\u{301}", "🧑‍🤝‍🧑", " ", "\t", "\r",
      "term", "\n", "#", "=", "`", "first: ", "trap: ",
    ]
    for seed in 0..<200 {
      var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
      var block = "```\(kind)\n"
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        block += pieces[Int(state >> 33) % pieces.count]
      }
      let (lesson, faults) = Self.read(block + "\n```")
      let isEmpty =
        lesson.recap.isEmpty && lesson.libraryNotes.isEmpty && lesson.definitions.isEmpty
      #expect(!faults.isEmpty || !isEmpty, "\(block)")
    }
  }
}
