import Experiments
import Foundation
import TestKit
import Testing
import ToyCourse

@testable import Lessons

@Suite(.mayHang) struct PackTests {
  static func lesson(_ requires: String = "") -> String {
    "---\ntitle: T\nsummary: S\n\(requires.isEmpty ? "" : "requires: \(requires)\n")---\n# T\n"
  }

  /// A pack of lessons `a`, `b`, `c` with a `pack.md`.
  private static func read(_ text: String) throws -> (Syllabus, [String]) {
    let folder = try ScratchFolder()
    for (number, name) in ["a", "b", "c"].enumerated() {
      try folder.write(lesson(), to: "0\(number)-\(name).md")
    }
    try folder.write(text, to: "pack.md")
    let syllabus = try Syllabus.read(folder: folder.path, catalog: Toys.catalog)
    return (syllabus, syllabus.allFaults.map { $0.text.replacing(folder.path + "/", with: "") })
  }

  @Test func saysWhatItIs() throws {
    let (syllabus, faults) = try Self.read(
      "---\nname: deep\ntitle: Deep: more\nauthor: A. B.\nlanguage: pt-BR\n# no\norder: c\n"
        + "order: a\n---\n\nAll of *it*.\n")
    let pack = try #require(syllabus.packs.first)
    #expect(faults == [])
    #expect(pack.name == "deep" && pack.isNamed)
    #expect(pack.title == "Deep: more" && pack.author == "A. B." && pack.language == "pt-BR")
    #expect(pack.description == "All of *it*.")
    #expect(syllabus.entries.map(\.name) == ["c", "a", "b"])
  }

  @Test func nothingHasToBeSaid() throws {
    let (syllabus, faults) = try Self.read("---\n---\n")
    let pack = try #require(syllabus.packs.first)
    #expect(faults == [])
    #expect(!pack.isNamed && pack.title == nil && pack.language == nil && pack.description == "")
    #expect(pack.name.hasPrefix("knobs-test-"))
    #expect(syllabus.entries.map(\.name) == ["a", "b", "c"])
  }

  /// Each mistake at its place, and the lessons stand whatever is wrong.
  @Test(
    arguments: [
      ("", ["1:1: pack.md does not begin with front matter; begin it with a line ---"]),
      ("---\ntitle: T\n", ["1:1: the front matter has no end; close it with a line ---"]),
      ("---\ntitle\n---", ["2:1: expected \"key: value\", not \"title\"; begin a comment with #"]),
      ("---\n titel: T\n---", ["2:2: no key \"titel\" in front matter; did you mean title?"]),
      ("---\ntitle:\n---", ["2:7: title has no value; write one or leave it out"]),
      ("---\nname: a\nname: b\n---", ["3:1: name stands twice in front matter; keep one"]),
      (
        "---\nname: Deep One\n---",
        [
          "2:7: \"Deep One\" is not a name; "
            + "use at most 64 lowercase letters, digits and hyphens between them"
        ]
      ),
      (
        "---\nlanguage: en_GB\n---",
        ["2:11: \"en_GB\" is not a language tag; write one such as en or pt-BR"]
      ),
      (
        "---\norder: b, zzz, b\norder: a, 00-c\n---",
        [
          "2:11: no lesson \"zzz\" in this pack; there are a, b, c",
          "2:16: b stands twice in the order; keep one",
          "3:11: no lesson \"00-c\" in this pack; there are a, b, c",
        ]
      ),
      (
        "---\ntitle: \u{1B}[2J\nauthor: \u{202E}x\n---\n\u{2066}",
        [
          "2:8: control character U+001B in the text; remove it",
          "3:9: control character U+202E in the text; remove it",
          "5:1: control character U+2066 in the text; remove it",
        ]
      ),
    ] as [(String, [String])])
  func mistakesHaveTheirPlaces(text: String, expected: [String]) throws {
    let (syllabus, faults) = try Self.read(text)
    #expect(faults == expected.map { "pack.md:\($0)" })
    #expect(Set(syllabus.lessons.map(\.name)) == ["a", "b", "c"])
  }

  @Test func requirementsGoByTheOrder() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.lesson("b"), to: "01-a.md")
    try folder.write(Self.lesson(), to: "02-b.md")
    try folder.write(Self.lesson("a"), to: "03-c.md")
    func faults(_ order: String) throws -> [String] {
      try folder.write("---\norder: \(order)\n---\n", to: "pack.md")
      return try Syllabus.read(folder: folder.path, catalog: Toys.catalog).allFaults
        .map { $0.text.replacing(folder.path + "/", with: "") }
    }
    #expect(try faults("b") == [])
    #expect(
      try faults("c, b") == [
        "03-c.md:4:11: requires a, which does not stand before it; change the order"
      ])
    #expect(
      try faults("a") == [
        "01-a.md:4:11: requires b, which does not stand before it; change the order"
      ])
  }

  @Test(
    arguments: [
      ("My Lessons", "my-lessons"), ("lessons", "lessons"), ("Über_3", "ber-3"), ("日本", "pack"),
      ("--a--", "a"),
      (String(repeating: "ab-", count: 40), String(repeating: "ab-", count: 21) + "a"),
    ])
  func foldersGiveNames(folder: String, name: String) {
    #expect(Pack.name(ofFolder: "/nowhere/\(folder)/") == name)
    #expect(LessonName.isValid(name))
  }

  // What is no ordinary file

  @Test func aPackFileThatCanNotBeReadHidesNothing() throws {
    for kind in 0..<4 {
      let folder = try ScratchFolder()
      try folder.write(Self.lesson(), to: "01-a.md")
      let path = folder.path + "/pack.md"
      switch kind {
      case 0: #expect(mkfifo(path, 0o600) == 0)
      case 1: #expect(symlink("/etc/hostname", path) == 0)
      case 2: try folder.write(Data(repeating: 97, count: Limits.fileBytes + 1), to: "pack.md")
      default: try folder.write(Data([0xFF]), to: "pack.md")
      }
      let syllabus = try Syllabus.read(folder: folder.path, catalog: Toys.catalog)
      #expect(syllabus.lessons.map(\.name) == ["a"])
      #expect(syllabus.allFaults.map(\.file) == [path])
    }
  }

  @Test func linksStayInTheFolder() throws {
    let folder = try ScratchFolder()
    let other = try ScratchFolder()
    try other.write(Self.lesson(), to: "outside.md")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/drafts", withIntermediateDirectories: true)
    try folder.write(Self.lesson(), to: "drafts/inside.md")
    #expect(symlink("drafts/inside.md", folder.path + "/01-inside.md") == 0)
    #expect(symlink(other.path + "/outside.md", folder.path + "/02-outside.md") == 0)
    let up = "../" + (other.path as NSString).lastPathComponent + "/outside.md"
    #expect(symlink(up, folder.path + "/03-up.md") == 0)
    #expect(symlink("02-outside.md", folder.path + "/04-twice.md") == 0)
    #expect(symlink(folder.path, other.path + "/folder") == 0)
    for path in [folder.path, other.path + "/folder"] {
      let syllabus = try Syllabus.read(folder: path, catalog: Toys.catalog)
      #expect(syllabus.lessons.map(\.name) == ["inside"])
      #expect(
        syllabus.allFaults.map { $0.text.replacing(path + "/", with: "") }
          == ["02-outside", "03-up", "04-twice"].map {
            "\($0).md:1:1: a link that leads out of the folder of lessons; put the file itself here"
          })
    }
  }
}
