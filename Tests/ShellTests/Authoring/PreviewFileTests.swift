import Exhibits
import Foundation
import Play
import Testing

@testable import Shell

/// Which file is looked at, and what is printed of it.
@Suite struct PreviewFileTests {
  static func found(_ word: String?, _ folder: String) throws(Refusal) -> String {
    try PreviewFile.found(by: word, in: [folder], catalog: Fixture.catalog).path
  }

  @Test func aFileIsNamedByItsPathOrItsLesson() throws {
    let folder = Fixture.lessons
    #expect(try Self.found("\(folder)/02-tosses.md", "/nowhere") == "\(folder)/02-tosses.md")
    #expect(try Self.found("tosses", folder) == "\(folder)/02-tosses.md")
    #expect(throws: Refusal("no file toss; did you mean tosses?")) {
      try Self.found("toss", folder)
    }
    #expect(throws: Refusal("/dev/null is not a file")) { try Self.found("/dev/null", folder) }
    #expect(throws: Refusal.self) { try Self.found("/nowhere/01-x.md", folder) }
    #expect(throws: Refusal.self) { try Self.found("", folder) }
    #expect(throws: Refusal.self) { try Self.found(nil, "/nowhere") }
  }

  @Test func withoutANameItIsTheLessonChangedLast() async throws {
    try await Fixture.withFolder { folder in
      #expect(throws: Refusal.self) { try Self.found(nil, folder) }
      for (index, name) in ["02-b.md", "01-a.md", "03-c.md", "README.md", "x.txt"].enumerated() {
        try "text".write(to: folder + "/" + name)
        let date = Date(timeIntervalSince1970: [3000, 1000, 2000, 9000, 9000][index])
        try FileManager.default.setAttributes(
          [.modificationDate: date], ofItemAtPath: folder + "/" + name)
      }
      #expect(try Self.found(nil, folder) == folder + "/02-b.md")
      #expect(try Self.found(folder, "/nowhere") == folder + "/02-b.md")
      try "text".write(to: folder + "/01-a.md")
      #expect(try Self.found(nil, folder) == folder + "/01-a.md")
    }
  }

  @Test func theFolderIsTheOneThatWasNamed() throws {
    var context = Fixture.context()
    #expect(
      try AuthorTarget.folder(options: context.lessonsOptions, environment: context.environment)
        == Fixture.lessons)
    context.lessonsOptions = ["elsewhere"]
    #expect(
      try AuthorTarget.folder(options: context.lessonsOptions, environment: context.environment)
        == "elsewhere")
    context.lessonsOptions = [""]
    #expect(throws: Refusal.self) {
      try AuthorTarget.folder(options: context.lessonsOptions, environment: context.environment)
    }
  }

  @Test func aLessonWithoutFaultsIsPrintedAsTheLearnerSeesIt() async throws {
    let preview = try await Program.run(["author", "preview", "slides"], Fixture.context())
    let learn = try await Program.run(["learn", "slides"], Fixture.context())
    #expect(preview.status == .done && preview.text.count > 1000)
    // Below the lesson stands what is not checked.
    let end = try #require(preview.text.range(of: "\n  what runs would show", options: .backwards))
    #expect(learn.text.hasPrefix(preview.text[..<end.lowerBound]))
    let words = preview.text[end.lowerBound...].split(whereSeparator: \.isWhitespace)
    #expect(words.joined(separator: " ").contains("not checked here: knobs author check "))
  }

  @Test func theHelpSaysWhatIsNotChecked() {
    #expect(AuthorPreviewCommand.discussion.joined().contains("is left to knobs author check"))
  }

  @Test func faultsArePrintedFirst() async throws {
    try await Fixture.withFolder { folder in
      let path = folder + "/01-slides.md"
      let text = try String(contentsOfFile: Fixture.lessons + "/01-slides.md", encoding: .utf8)
        .replacing("pushes = 8", with: "pushes = 8000")
      try text.replacing("minutes: 5", with: "minutes: none").write(to: path)
      let report = try await Program.run(["author", "preview", path], Fixture.context())
      #expect(report.status == .notPassed)
      let lines = report.text.components(separatedBy: "\n")
      #expect(lines[0].hasPrefix("\(path):4:10: ") && lines[1].hasPrefix("\(path):23:15: "))
      #expect(lines[2].isEmpty && lines[3].hasPrefix("Slides: how hard to push"))
      #expect(lines.contains("✗ compare slide · line 22, 1 fault"))
      #expect(report.text.contains("exercise get-down"))
    }
  }

  @Test func aFileWithoutTextIsAFaultOnly() async throws {
    try await Fixture.withFolder { folder in
      let path = folder + "/01-slides.md"
      try Data([0x61, 0xFF]).write(to: URL(filePath: path))
      let report = try await Program.run(["author", "preview", path], Fixture.context())
      #expect(report.status == .notPassed)
      #expect(report.text.hasPrefix("\(path):1:2: not valid UTF-8"))
      #expect(report.text.split(separator: "\n").count == 1)
    }
  }

  @Test func watchingNeedsATerminal() async throws {
    await #expect(
      throws: Refusal("--watch needs a terminal; without it the lesson is printed")
    ) { try await Program.run(["author", "preview", "slides", "--watch"], Fixture.context()) }
  }
}
