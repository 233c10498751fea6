import Experiments
import Foundation
import TestKit
import Testing
import ToyCourse

@testable import Lessons

@Suite(.mayHang) struct LessonFolderTests {
  private static func lesson(_ requires: String = "") -> String {
    "---\ntitle: T\nsummary: S\n\(requires.isEmpty ? "" : "requires: \(requires)\n")---\n# T\n"
  }

  private static func read(_ folder: borrowing ScratchFolder) throws -> (Syllabus, [String]) {
    let syllabus = try Syllabus.read(folder: folder.path, catalog: Toys.catalog)
    let prefix = folder.path + "/"
    return (syllabus, syllabus.allFaults.map { $0.text.replacing(prefix, with: "") })
  }

  // Folders that give nothing

  @Test func foldersThatGiveNothing() throws {
    let folder = try ScratchFolder()
    try folder.write("text", to: "file")
    let (path, catalog) = (folder.path, Toys.catalog)
    #expect(throws: LessonFolder.Problem.missing(folder: path + "/none")) {
      try Syllabus.read(folder: path + "/none", catalog: catalog)
    }
    #expect(throws: LessonFolder.Problem.missing(folder: "")) {
      try Syllabus.read(folder: "", catalog: catalog)
    }
    #expect(throws: LessonFolder.Problem.notAFolder(folder: path + "/file")) {
      try Syllabus.read(folder: path + "/file", catalog: catalog)
    }
    #expect(throws: LessonFolder.Problem.noLessons(folder: path)) {
      try Syllabus.read(folder: path, catalog: catalog)
    }
    try folder.write("text", to: "README.md")
    try folder.write("text", to: "pack.md")
    try folder.write("text", to: ".hidden.md")
    try folder.write("text", to: "01-a.txt")
    #expect(throws: LessonFolder.Problem.noLessons(folder: path)) {
      try Syllabus.read(folder: path, catalog: catalog)
    }
  }

  @Test(
    arguments: [
      .missing(folder: "f"), .notAFolder(folder: "f"), .noLessons(folder: "f"),
      .unreadable(folder: "f", reason: "r"), .tooMany(folder: "f", count: 2000),
    ] as [LessonFolder.Problem])
  func messagesAreOneLineAndNameTheFolder(problem: LessonFolder.Problem) {
    #expect(problem.message.contains(" f"))
    #expect(!problem.message.contains("\n"))
  }

  @Test func aFolderOfSomethingElseIsRefused() throws {
    let folder = try ScratchFolder()
    for number in 0...Limits.lessons { try folder.write("", to: "\(number).md") }
    #expect(throws: LessonFolder.Problem.tooMany(folder: folder.path, count: 1001)) {
      try Syllabus.read(folder: folder.path, catalog: Toys.catalog)
    }
  }

  // Files that give nothing

  @Test func whatIsNoTextFileIsAFaultAndNothingIsWaitedFor() throws {
    let folder = try ScratchFolder()
    let path = folder.path
    try folder.write(Self.lesson(), to: "01-good.md")
    try FileManager.default.createDirectory(
      atPath: path + "/02-folder.md", withIntermediateDirectories: true)
    #expect(mkfifo(path + "/03-pipe.md", 0o600) == 0)
    #expect(symlink("nowhere", path + "/04-dangling.md") == 0)
    #expect(symlink("05-loop.md", path + "/05-loop.md") == 0)
    #expect(symlink("/dev/zero", path + "/06-zero.md") == 0)
    try folder.write(Data(repeating: 97, count: Limits.fileBytes + 1), to: "07-large.md")
    #expect(symlink("01-good.md", path + "/08-link.md") == 0)
    let (syllabus, faults) = try Self.read(folder)
    let remedy = "; a lesson is a readable text file of at most 1 MiB"
    #expect(syllabus.lessons.map(\.name) == ["good", "link"])
    #expect(
      faults == [
        "02-folder.md:1:1: cannot be read: not a regular file\(remedy)",
        "03-pipe.md:1:1: cannot be read: not a regular file\(remedy)",
        "04-dangling.md:1:1: cannot be read: No such file or directory\(remedy)",
        "05-loop.md:1:1: cannot be read: Too many levels of symbolic links\(remedy)",
        "06-zero.md:1:1: a link that leads out of the folder of lessons; put the file itself here",
        "07-large.md:1:1: larger than 1 MiB; make two files of it",
      ])
  }

  @Test(
    arguments: [
      ([0xFF], 1, 1), ([97, 10, 98, 0xC3, 0x28], 2, 2), ([13, 10, 13, 0xE6, 0x97], 3, 1),
      ([0xE6, 0x97, 0xA5, 0x80], 1, 2), ([0xED, 0xA0, 0x80], 1, 1), ([0xC0, 0x80], 1, 1),
      ([0xFF, 0xFE, 45, 0], 1, 1), ([97, 0xF4, 0x90, 0x80, 0x80], 1, 2),
    ] as [([UInt8], Int, Int)])
  func invalidTextIsFoundWhereItBegins(bytes: [UInt8], line: Int, column: Int) throws {
    let folder = try ScratchFolder()
    try folder.write(Data(bytes), to: "01-a.md")
    let (_, faults) = try Self.read(folder)
    #expect(
      faults == [
        "01-a.md:\(line):\(column): not valid UTF-8 from here on; save the file as UTF-8"
      ])
  }

  @Test func aFileNameThatIsNoTextStopsNothing() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.lesson(), to: "01-good.md")
    let name: [CChar] = (folder.path + "/02-").utf8CString.dropLast() + [-1] + ".md".utf8CString
    let descriptor = open(name, O_CREAT | O_WRONLY, 0o600)
    if descriptor >= 0 { close(descriptor) }
    let (syllabus, _) = try Self.read(folder)
    #expect(syllabus.lessons.map(\.name) == ["good"])
  }

  // Lessons as a set

  @Test func orderIsByNumberThenName() throws {
    let folder = try ScratchFolder()
    for name in ["10-b.md", "2-c.md", "100-a.md", "02-a-first.md"] {
      try folder.write(Self.lesson(), to: name)
    }
    let (syllabus, faults) = try Self.read(folder)
    #expect(faults == [])
    #expect(syllabus.entries.map(\.name) == ["a-first", "c", "b", "a"])
    #expect(syllabus.lesson(after: "c")?.name == "b")
    #expect(syllabus.lesson(after: "a") == nil)
    #expect(syllabus.lesson(after: "none") == nil)
    #expect(syllabus["b"]?.name == "b")
    #expect(syllabus["none"] == nil)
  }

  @Test func faultsOfTheSetStandAtTheirLines() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.lesson("b, a"), to: "01-a.md")
    try folder.write(Self.lesson("a"), to: "02-b.md")
    try folder.write(Self.lesson("lerning"), to: "03-c.md")
    try folder.write(Self.lesson(), to: "04-learning.md")
    try folder.write(Self.lesson(), to: "0100-c.md")
    try folder.write("", to: "notes.md")
    try folder.write("", to: "05-empty.md")
    let (syllabus, faults) = try Self.read(folder)
    #expect(
      faults.map { $0.replacing(folder.path + "/", with: "") } == [
        "01-a.md:4:11: requires b, which does not stand before it; change the order",
        "01-a.md:4:14: a lesson cannot require itself; name one that stands before it",
        "0100-c.md:1:1: a lesson named c stands already in 03-c.md; give it another name",
        "03-c.md:4:11: requires \"lerning\", and there is no such lesson; did you mean learning?",
        "05-empty.md:1:1: the lesson does not begin with front matter; begin it with a line ---",
        "notes.md:1:1: not a lesson's file name; name it NN-name.md, such as 05-weight-decay.md",
      ])
    #expect(syllabus.lessons.map(\.name) == ["b", "learning"])
    #expect(syllabus.entries.count == 6)
  }

  @Test func aBrokenLessonHidesNoOther() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.lesson() + "```simulate nothing\n```\n", to: "01-a.md")
    try folder.write(
      Toys.goodLesson.replacing("requires: what-is-it, another\n", with: ""), to: "02-b.md")
    let (syllabus, faults) = try Self.read(folder)
    #expect(faults.count == 1)
    #expect(syllabus.lessons.map(\.name) == ["b"])
    #expect(syllabus.exercise("b/reach-the-floor")?.name == "reach-the-floor")
    #expect(syllabus.exercise("a/reach-the-floor") == nil)
    #expect(syllabus.exercises.count == 1)
  }
}
