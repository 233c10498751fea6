import Authoring
import Exhibits
import Foundation
import Lessons
import Play
import TestKit
import Testing

@testable import Shell

/// What a check says, in its three formats.
@Suite struct AuthorCheckCommandTests {
  static let sound = """
    ---
    title: Slides
    summary: A lesson.
    minutes: 4
    ---

    # Slides

    Words.

    ```exercise one
    simulation: slide
    task: Do it.
    choose: rate
    pass: height < 0.1
    hint: Try one.
    ```

    """

  static let report = PackReport(
    folder: "Le,ss:ons", files: ["Le,ss:ons/01-a.md", "Le,ss:ons/02-b.md"],
    found: [
      .init(
        rule: "links",
        fault: LessonFault(
          file: "Le,ss:ons/02-b.md", line: 9, column: 2, message: "100 % wrong,\r\nso: mend it")),
      .init(
        rule: "numbers",
        fault: LessonFault(
          file: "Le,ss:ons/02-b.md", line: 4, column: 1, message: "a\u{1B}[31mb",
          severity: .advice)),
      .init(
        rule: "again",
        fault: LessonFault(
          file: "Le,ss:ons/02-b.md", line: 9, column: 2, message: "100 % wrong,\r\nso: mend it")),
    ])

  static let list = FaultList([report], again: "")

  @Test func workflowCommandsAreEscaped() {
    #expect(
      Self.list.workflowCommands == """
        ::warning file=Le%2Css%3Aons/02-b.md,line=4,col=1::a\u{241B}[31mb
        ::error file=Le%2Css%3Aons/02-b.md,line=9,col=2::100 %25 wrong,%0D%0Aso: mend it
        1 fault in 1 of 2 lessons, 1 piece of advice

        """)
  }

  /// Signs that end something stay signs of the text, whatever joins them to one character.
  @Test func nothingGetsOutOfItsPlace() throws {
    let report = PackReport(
      folder: "p", files: ["a.md"],
      found: Garbage.followedSigns.enumerated().map { line, sign in
        .init(
          rule: "r",
          fault: LessonFault(
            file: "a\(sign)b.md", line: line + 1, column: 1, message: "x\(sign)::error::y"))
      })
    let list = FaultList([report], again: "")
    let lines = Array(list.workflowCommands.utf8).split(separator: 0x0A)
    #expect(lines.count == Garbage.followedSigns.count + 1)
    for line in lines.dropLast() {
      #expect(line.starts(with: Array("::error file=a".utf8)))
      // A colon in the path would end the properties, a comma part them.
      let properties = String(decoding: line.dropFirst(2), as: UTF8.self)
      let head = properties.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1).first ?? [][...]
      #expect(head.count { $0 == UInt8(ascii: ",") } == 2)
      #expect(!line.contains(0x0D) && !line.contains(0x1B))
    }
    let faults = try #require(Fixture.fields(try Report(json: list).text)["faults"] as? [Any])
    let files = faults.compactMap { ($0 as? [String: Any])?["file"] as? String }
    let expected = list.packs.flatMap(\.findings).map { Array($0.file.utf8) }
    #expect(files.map { Array($0.utf8) } == expected)
  }

  @Test func theDocumentHasEverything() throws {
    let text = try Report(json: Self.list).text
    let fields = try Fixture.fields(text)
    #expect(fields["folder"] as? String == "Le,ss:ons")
    #expect(fields["lessons"] as? Int == 2)
    let faults = try #require(fields["faults"] as? [[String: Any]])
    #expect(faults.map { $0["severity"] as? String } == ["advice", "fault"])
    #expect(faults.map { $0["rule"] as? String } == ["numbers", "links"])
    #expect(faults.map { $0["line"] as? Int } == [4, 9])
    #expect(faults.map { $0["column"] as? Int } == [1, 2])
    #expect(faults.last?["message"] as? String == "100 % wrong,\r\nso: mend it")
    let counts = try #require(fields["counts"] as? [String: Int])
    #expect(counts == ["faults": 1, "advice": 1, "faultyFiles": 1])
    #expect(!text.dropLast().contains { $0.isNewline } && !text.contains("\u{1B}"))
  }

  @Test(arguments: [
    ([], [], "no faults in 2 lessons"),
    (["a"], [], "1 fault in 1 of 2 lessons"),
    (["a", "a", "b"], ["a", "b"], "3 faults in 2 of 2 lessons, 2 pieces of advice"),
    ([], ["a"], "no faults in 2 lessons, 1 piece of advice"),
    (["a", "notes"], [], "2 faults in 2 files"),
  ]) func sumsUp(_ faults: [String], _ advice: [String], _ summary: String) {
    let found =
      faults.enumerated().map { index, file in
        LessonFault(file: file, line: index + 1, column: 1, message: "")
      }
      + advice.map { LessonFault(file: $0, line: 1, column: 1, message: "", severity: .advice) }
    let report = PackReport(
      folder: "", files: ["a", "b"], found: found.map { .init(rule: "r", fault: $0) })
    #expect(FaultList([report], again: "").packs[0].summary == summary)
  }

  static func run(_ line: [String]) async throws -> Report {
    try await Program.run(["author", "check"] + line, Fixture.context(width: 200))
  }

  @Test func textIsALineAFault() async throws {
    try await Fixture.withFolder { folder in
      try Self.sound.replacing("hint: Try one.\n", with: "").replacing(
        "minutes: 4", with: "minutes: 9"
      )
      .write(to: folder + "/01-a.md")
      try Self.sound.replacing("one", with: "two").write(to: folder + "/02-b.md")
      let report = try await Self.run([folder])
      let lines = report.text.replacing(folder, with: "F").split(separator: "\n")
      #expect(report.status == .notPassed && report.notes.isEmpty)
      #expect(lines.first?.hasPrefix("F/01-a.md:4:10: advice: minutes: 9, but ") == true)
      #expect(
        lines.contains("F/01-a.md:11:1: exercise one has no hint; add a line \"hint: …\""))
      #expect(lines.contains { $0.contains("fault") && $0.contains(" of 2 lessons") })
      #expect(lines.contains { $0.contains("knobs author check F") })
      let json = try await Self.run([folder + "/01-a.md", "--json"])
      #expect(json.status == .notPassed)
      #expect(try Fixture.fields(json.text)["lessons"] as? Int == 1)
      let same = try await Self.run([folder + "/01-a.md", "--format", "json"])
      #expect(same.text == json.text)
      let notes = try await Self.run([folder, "--format=github"])
      #expect(notes.status == .notPassed)
      #expect(notes.text.hasPrefix("::warning file=\(folder)/01-a.md,line=4,col=10::"))
    }
  }

  @Test func aLessonIsFoundByItsNameAndItsFile() async throws {
    try await Fixture.withFolder { folder in
      try Self.sound.write(to: folder + "/01-a.md")
      try Self.sound.replacing("one", with: "two").write(to: folder + "/02-b.md")
      for word in ["b", "02-b.md", folder + "/02-b.md"] {
        let report = try await Self.run([word, "--lessons", folder, "--json"])
        #expect(try Fixture.fields(report.text)["lessons"] as? Int == 1, "\(word)")
      }
    }
  }

  /// Two packs, each with a lesson named `same`; the second is at fault.
  static func withTwoPacks(_ body: (String, String) async throws -> Void) async throws {
    try await Fixture.withFolder { folder in
      let (a, b) = (folder + "/a", folder + "/b")
      for pack in [a, b] {
        try FileManager.default.createDirectory(atPath: pack, withIntermediateDirectories: true)
      }
      try sound.write(to: a + "/01-same.md")
      try sound.replacing("one", with: "two").write(to: b + "/01-same.md")
      try sound.replacing("one", with: "three").replacing("hint: Try one.\n", with: "")
        .replacing("hint: Try three.\n", with: "").write(to: b + "/02-other.md")
      try await body(a, b)
    }
  }

  @Test func everyPackIsChecked() async throws {
    try await Self.withTwoPacks { a, b in
      let screen = Fixture.context().screen
      let fromEnvironment = Context(
        catalog: Fixture.catalog, environment: ["KNOBS_LESSONS": "\(a):\(b)"], screen: screen,
        errorScreen: screen, canAsk: false)
      let report = try await Program.run(["author", "check"], fromEnvironment)
      let typed = try await Self.run(["--lessons", a, "--lessons", b])
      for text in [report.text, typed.text] {
        #expect(text.contains("\(b)/02-other.md:11:1: exercise three has no hint"))
        #expect(text.contains("\(a): ") && text.contains("\(b): "))
      }
      #expect(report.status == .notPassed && typed.status == .notPassed)
      #expect(typed.text.contains("knobs author check --lessons"))
      let json = try await Self.run(["--lessons", a, "--lessons", b, "--json"])
      let fields = try Fixture.fields(json.text)
      #expect(fields["lessons"] as? Int == 3 && fields["folders"] as? [String] == [a, b])
      await #expect(throws: Refusal.self) { try await Self.run(["--lessons", a, "--lessons", a]) }
    }
  }

  @Test func lessonsOfAnyPackAreFound() async throws {
    try await Self.withTwoPacks { a, b in
      let place = { try AuthorTarget.named($0, in: [a, b]).map(\.file) }
      #expect(try place("other") == [b + "/02-other.md"])
      #expect(try place("b:same") == [b + "/01-same.md"])
      #expect(throws: Refusal("\"same\" is in more than one pack; did you mean a:same or b:same?"))
      {
        try place("same")
      }
      let find = {
        try PreviewFile.found(by: $0, in: [a, b], catalog: Fixture.catalog).path
      }
      #expect(try find("other") == b + "/02-other.md")
      #expect(try find("a:same") == a + "/01-same.md")
      let packs = ["--lessons", a, "--lessons", b]
      for id in ["other/three", "b:same/two", "a:same/one", "b:other/three"] {
        let report = try await Program.run(
          ["author", "calibrate", id, "--json"] + packs, Fixture.context())
        #expect(report.status == .done, "\(id)")
      }
      await #expect(throws: Refusal.self) {
        try await Program.run(["author", "calibrate", "same/one"] + packs, Fixture.context())
      }
    }
  }

  @Test func aNewLessonIsWrittenIntoOnePack() async throws {
    try await Self.withTwoPacks { a, b in
      await #expect(throws: Refusal.self) {
        try await Program.run(
          ["author", "new", "fresh", "--lessons", a, "--lessons", b], Fixture.context())
      }
      #expect(AuthorTarget.files(in: a) == ["01-same.md"])
      var context = Fixture.context()
      context.lessonsOptions = [a, "b c"]
      #expect(context.lessonsWords == " --lessons \(a) --lessons 'b c'")
    }
  }

  @Test func wrongRequestsAreRefused() async throws {
    try await Fixture.withFolder { folder in
      try Self.sound.write(to: folder + "/01-a.md")
      try "# Readme\n".write(to: folder + "/README.md")
      try FileManager.default.createDirectory(
        atPath: folder + "/empty", withIntermediateDirectories: true)
      for line in [
        ["nowhere"], [""], [folder + "/empty"], [folder + "/README.md"], ["--format", "xml"],
        ["--format", "github", "--json"], ["--lessons", folder + "/none"], ["a", "b"],
      ] {
        await #expect(throws: Refusal.self, "\(line)") { try await Self.run(line) }
      }
    }
  }

  @Test(arguments: ["check", "--format"]) func wordsAreCompleted(_ last: String) {
    let words = Completion(Fixture.context()).candidates(
      for: last == "check" ? ["author", ""] : ["author", "check", "--format", ""])
    #expect(last == "check" ? words.contains("check") : words == ["text", "json", "github"])
  }
}

@Suite struct AuthorTargetTests {
  @Test func foldersInTheirOrder() async throws {
    try await Fixture.withFolder { folder in
      let environment = ["KNOBS_LESSONS": "/e"]
      func place(_ option: String?, _ environment: [String: String]) throws -> String {
        try AuthorTarget.folder(
          options: option.map { [$0] } ?? [], environment: environment, current: folder)
      }
      #expect(try place("/o", environment) == "/o")
      #expect(try place(nil, environment) == "/e")
      #expect(try place(nil, ["KNOBS_LESSONS": ""]) == folder)
      #expect(throws: Refusal.self) { try place("", environment) }
      #expect(throws: Refusal.self) { try place(nil, ["KNOBS_LESSONS": "/a:/b"]) }
      #expect(
        try AuthorTarget.folders(options: [], environment: ["KNOBS_LESSONS": "/a::/b"])
          == ["/a", "/b"])
      #expect(throws: Refusal.self) {
        try AuthorTarget.folder(options: ["/a", "/b"], environment: [:])
      }
      try FileManager.default.createDirectory(
        atPath: folder + "/Lessons", withIntermediateDirectories: true)
      #expect(try place(nil, [:]) == folder + "/Lessons")
    }
  }
}
