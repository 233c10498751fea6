import Experiments
import Foundation
import Lessons
import TestKit
import Testing
import ToyCourse

@testable import Exhibits

/// The terms that lessons define.
@Suite struct GlossaryTests {
  private static func glossary(_ blocks: [String]) throws -> Glossary {
    let folder = try ScratchFolder()
    for (index, block) in blocks.enumerated() {
      try folder.write(
        "---\ntitle: T\nsummary: S.\n---\n\n# T\n\nText.\n\n## On edges\n\n\(block)\n",
        to: "0\(index + 1)-l\(index + 1).md")
    }
    return Glossary(try Syllabus.read(folder: folder.path, catalog: Toys.catalog))
  }

  private static let both = [
    "```words\nlearning rate: the length of a step\nÄra: a\n```",
    "```words\nedge: an end\nrate of decay: b\nit's: c\n```",
  ]

  @Test func termsStandInTheOrderOfTheAlphabet() throws {
    let glossary = try Self.glossary(Self.both)
    #expect(
      glossary.words.map(\.term) == ["Ära", "edge", "it's", "learning rate", "rate of decay"])
    #expect(glossary.words.map(\.lesson) == ["l1", "l2", "l2", "l1", "l2"])
    #expect(Set(glossary.words.map(\.section)) == ["On edges"])
    #expect(
      glossary.words.map(\.typed) == [
        "Ära", "edge", "'it'\\''s'", "learning-rate", "rate-of-decay",
      ])
  }

  @Test(arguments: [
    ("edge", ["edge"]), ("EDGE", ["edge"]), ("learning-rate", ["learning rate"]),
    ("learning  rate", ["learning rate"]), ("ara", ["Ära"]),
    ("rate", ["learning rate", "rate of decay"]), ("rate learning", ["learning rate"]),
    ("'s", ["it's"]),
  ])
  func whatIsMeantIsFound(_ asked: String, _ terms: [String]) throws {
    let found = try Self.glossary(Self.both).looking(for: asked)
    #expect(found.words.map(\.term) == terms)
    #expect(found.next.allSatisfy { $0.line.hasPrefix("knobs learn l") })
  }

  @Test(arguments: [
    ("edgy", "did you mean edge?"), ("zebra", "knobs words lists all"),
    ("", "knobs words lists all"),
    ("-", "knobs words lists all"), (String(repeating: "x", count: 5000), "knobs words lists all"),
  ])
  func whatNoLessonExplainsIsRefused(_ asked: String, _ says: String) throws {
    let glossary = try Self.glossary(Self.both)
    let refusal = try #require(
      #expect(throws: Refusal.self) { try glossary.looking(for: asked) })
    #expect(refusal.message.contains(says) && refusal.message.count < 300, "\(refusal.message)")
  }

  @Test func lessonsWithoutWordsHaveNone() throws {
    let glossary = try Self.glossary(["Text."])
    #expect(glossary.words.isEmpty && glossary.next.isEmpty)
  }
}
