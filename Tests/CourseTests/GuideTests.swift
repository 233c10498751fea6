import Authoring
import Experiments
import Foundation
import Lessons
import Markdown
import Simulations
import TestKit
import Testing
import Tuning

/// That every example of the guide for authors is as the program has it.
@Suite struct GuideTests {
  private static let text =
    (try? String(contentsOfFile: Bundled.folder + "/README.md", encoding: .utf8)) ?? ""

  /// The fenced blocks of a kind.
  private static func examples(_ kind: String) -> [String] {
    Document(text).blocks.compactMap { block in
      guard case .code(kind, let text, fenced: true, _) = block.kind else { return nil }
      return text
    }
  }

  private static let lessons = examples("markdown")

  @Test func thereAreExamplesOfEverything() {
    #expect(Self.lessons.count >= 7)
    for word in ["simulate", "compare", "predict", "exercise"] {
      #expect(Self.lessons.contains { $0.hasPrefix("```\(word) ") }, "\(word)")
    }
    for word in ["recap", "library", "words"] {
      #expect(Self.lessons.contains { $0.hasPrefix("```\(word)\n") }, "\(word)")
    }
    for key in [
      "requires", "case", "metrics", "seed", "tolerance", "pass-rate", "share", "guess", "order",
      "language", "part", "able", "vary", "vary-factor",
      "keep", "in", "first", "trap",
    ] {
      #expect(Self.text.contains("| `\(key)`"), "\(key)")
    }
  }

  /// Every lesson and every block, as a pack of its own, passes everything that is asked.
  @Test(arguments: lessons.indices)
  func everyExamplePassesTheCheck(index: Int) async throws {
    let example = Self.lessons[index]
    let isLesson = example.hasPrefix("---")
    let text =
      isLesson
      ? example
      : "---\ntitle: Example\nsummary: An example.\nminutes: 3\n---\n\n# Example\n\n\(example)"
    let report = try await Self.report(on: text)
    #expect(report.faults.map(\.text) == [])
  }

  /// The example of a `pack.md` is one.
  @Test func theExampleOfAPackIsOne() async throws {
    let example = try #require(Self.examples("").first { $0.contains("order:") })
    let lessons = ["01-momentum.md", "02-first-steps.md"]
    let folder = try ScratchFolder()
    try folder.write(example, to: "pack.md")
    for name in lessons {
      try folder.write("---\ntitle: T\nsummary: S.\n---\n\n# T\n\nText.\n", to: name)
    }
    let syllabus = try Syllabus.read(folder: folder.path, catalog: .all)
    #expect(syllabus.allFaults.map(\.text) == [])
    #expect(syllabus.entries.map(\.lesson.name) == ["first-steps", "momentum"])
    #expect(syllabus.packs.first?.name == "optimizer-week")
  }

  /// The limits it states are those there are.
  @Test func theLimitsAreThoseThereAre() {
    let stated = [
      "| \(Limits.packs) |", "| \(Limits.lessons) |", "\(Limits.packBytes >> 20) MiB of text",
      "| \(Limits.fileBytes >> 20) MiB |", "| \(Limits.directives) |",
      "\(Limits.exercises) of them exercises", "| \(Limits.fields) |",
      "at most \(Limits.valueBytes >> 10) KiB", "| \(Limits.nesting) |",
      "| \(Limits.labelLetters) | letters", "| \(Limits.columns) | columns",
      "| \(NumberText.scientific(Double(Limits.checkWork), digits: 1)) |",
      "| \(NumberText.scientific(Double(Limits.work), digits: 1)) |",
      "at least \(PlannedRuns.least) a run",
      "as take \(Limits.faultFactor) times", "the file and \(Limits.faultBytes >> 10) KiB",
    ]
    for text in stated { #expect(Self.text.contains(text), "\(text)") }
  }

  private static func report(on text: String) async throws -> PackReport {
    let folder = try ScratchFolder()
    try folder.write(text, to: "01-example.md")
    return try await PackCheck.run(folder: folder.path, only: nil, catalog: .all, cache: .none)
  }
}
