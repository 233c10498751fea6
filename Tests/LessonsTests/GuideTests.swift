import Authoring
import Course
import Experiments
import Foundation
import Markdown
import Simulations
import Testing

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
    for key in ["requires", "case", "seed", "tolerance", "pass-rate", "share", "order", "language"]
    {
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
    try await Self.withFolder { folder in
      try Data(example.utf8).write(to: folder.appending(path: "pack.md"))
      for name in lessons {
        let text = "---\ntitle: T\nsummary: S.\n---\n\n# T\n\nText.\n"
        try Data(text.utf8).write(to: folder.appending(path: name))
      }
      let syllabus = try Syllabus.read(folder: folder.path, catalog: .all)
      #expect(syllabus.allFaults.map(\.text) == [])
      #expect(syllabus.entries.map(\.lesson.name) == ["first-steps", "momentum"])
      #expect(syllabus.packs.first?.name == "optimizer-week")
    }
  }

  /// The limits it states are those there are.
  @Test func theLimitsAreThoseThereAre() {
    let stated = [
      "| \(Limits.packs) |", "| \(Limits.lessons) |", "\(Limits.packBytes >> 20) MiB of text",
      "| \(Limits.fileBytes >> 20) MiB |", "| \(Limits.directives) |",
      "\(Limits.exercises) of them exercises", "| \(Limits.fields) |",
      "at most \(Limits.valueBytes >> 10) KiB", "| \(Limits.nesting) |",
      "| \(NumberText.scientific(Double(Limits.checkWork), digits: 1)) |",
    ]
    for text in stated { #expect(Self.text.contains(text), "\(text)") }
  }

  private static func report(on text: String) async throws -> PackReport {
    try await withFolder { folder in
      try Data(text.utf8).write(to: folder.appending(path: "01-example.md"))
      return try await PackCheck.run(
        folder: folder.path, only: nil, catalog: .all, cache: .none)
    }
  }

  private static func withFolder<Result>(_ body: (URL) async throws -> Result) async throws
    -> Result
  {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "knobs-guide-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
  }
}
