import Experiments
import Foundation
import TestKit
import Testing
import ToyCourse

@testable import Lessons

/// Every limit admits what stands below it, and is hit with one line.
@Suite struct LimitsTests {
  private static let front = "---\ntitle: T\nsummary: S\n---\n# T\n\n"

  private static func faults(_ text: String) -> [String] {
    LessonReader.read(text, file: "f", name: "n", catalog: Toys.catalog).faults.map(\.text)
  }

  private static func exercise(_ number: Int) -> String {
    "```exercise e\(number)\nsimulation: line\ntask: T.\nchoose: x\npass: x > 0.5\n```\n\n"
  }

  @Test func directives() {
    let simulate = "```simulate line\n```\n"
    let most = Self.front + String(repeating: simulate, count: Limits.directives)
    #expect(Self.faults(most) == [])
    let line = 7 + 2 * Limits.directives
    #expect(
      Self.faults(most + simulate + simulate)
        == ["f:\(line):4: more than 200 directives in one lesson; make two lessons of it"])
  }

  @Test func exercises() {
    let most = Self.front + (0..<Limits.exercises).map(Self.exercise).joined()
    #expect(Self.faults(most) == [])
    let more = most + Self.exercise(-1) + Self.exercise(-2) + "```simulate line\nx: 1\n```\n"
    let line = 7 + 7 * Limits.exercises
    #expect(
      Self.faults(more) == [
        "f:\(line):4: more than 50 exercises in one lesson; make two lessons of it",
        "f:\(line + 15):1: no key \"x\" in simulate line; there are set, show, metrics, seed, "
          + "expect",
      ])
  }

  @Test func fields() {
    let promise = "expect: x < 2\n"
    let most = Self.front + "```simulate line\n" + String(repeating: promise, count: Limits.fields)
    #expect(Self.faults(most + "# more\n```\n") == [])
    #expect(
      Self.faults(most + promise + promise + "```\n") == [
        "f:\(8 + Limits.fields):1: simulate line has more than 200 lines; "
          + "the rest is not read, leave some out"
      ])
  }

  @Test func values() {
    func text(_ count: Int) -> String {
      Self.front.replacing("summary: S", with: "summary: " + String(repeating: "s", count: count))
    }
    #expect(Self.faults(text(Limits.valueBytes)) == [])
    #expect(
      Self.faults(text(Limits.valueBytes + 1)).first
        == "f:3:10: summary takes at most 32768 bytes, here are 32769; say it in fewer")
  }

  @Test func nesting() {
    let most = String(repeating: "> ", count: Limits.nesting)
    #expect(Self.faults(Self.front + most + "text\n") == [])
    #expect(
      Self.faults(Self.front + most + "> text\n\n" + most + "- a\n")
        == [7, 9].map {
          "f:\($0):1: quotes and lists stand more than 10 deep in each other; make them flatter"
        })
  }

  @Test func columns() {
    func table(_ columns: Int) -> String {
      let row = "|" + String(repeating: "-|", count: columns) + "\n"
      return Self.front + row.replacing("-", with: "a") + row
    }
    #expect(Self.faults(table(Limits.columns)) == [])
    #expect(
      Self.faults(table(Limits.columns + 1))
        == ["f:7:1: a table of more than 50 columns; make it narrower"])
  }

  @Test func labels() {
    func text(_ count: Int) -> String {
      Self.front + "```compare line\ncase: \(String(repeating: "l", count: count)) | x = 1\n"
        + "case: b | x = 0\n```\n"
    }
    #expect(Self.faults(text(Limits.labelLetters)) == [])
    #expect(
      Self.faults(text(Limits.labelLetters + 1)) == [
        "f:8:7: the label of a case takes at most 64 letters, here are 65; say it in fewer"
      ])
  }

  @Test func requirements() throws {
    let folder = try ScratchFolder()
    let many = "S\nrequires: a" + String(repeating: ", a", count: 2 * Limits.faults)
    try folder.write(Self.front.replacing("S\n", with: many + "\n"), to: "01-b.md")
    let syllabus = try Syllabus.read(folder: folder.path, catalog: Toys.catalog)
    #expect(syllabus.allFaults.total == Limits.faults)
  }

  @Test func faultsAreNotListedWithoutEnd() {
    let text = Self.front + String(repeating: "\u{7}\n", count: 3 * Limits.faults)
    let faults = Self.faults(text)
    let shown = faults.count - 1
    #expect(
      faults.last
        == "f:\(6 + shown):1: and \(3 * Limits.faults - shown) more faults from here on; "
        + "mend those above first")
    let length = faults.reduce(0) { $0 + $1.utf8.count }
    #expect(length < Limits.faultFactor * text.utf8.count + Limits.faultBytes)
  }

  @Test func lessons() throws {
    let folder = try ScratchFolder()
    for number in 1...Limits.lessons { try folder.write("", to: "\(number)-a\(number).md") }
    let opened = try Syllabus.opening([folder.path], catalog: Toys.catalog)
    #expect(opened.listings.count == Limits.lessons)
    #expect(opened.entry(at: 499).name == "a500")
  }

  @Test func packs() throws {
    let folder = try ScratchFolder()
    let paths = (1...Limits.packs).map { "\(folder.path)/p\($0)" }
    for path in paths {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try Data().write(to: URL(filePath: path + "/01-a.md"))
    }
    let syllabus = try Syllabus.opening(paths, catalog: Toys.catalog)
    #expect(syllabus.listings.count == Limits.packs)
    #expect(Set(syllabus.listings.map(\.key)).count == Limits.packs)
  }

  @Test func theTextOfAPack() throws {
    let folder = try ScratchFolder()
    let most = Limits.packBytes / Limits.fileBytes
    for number in 10...(10 + most) {
      // Without blocks of their own on the disk.
      let path = "\(folder.path)/\(number)-a\(number).md"
      #expect(FileManager.default.createFile(atPath: path, contents: nil))
      #expect(truncate(path, off_t(Limits.fileBytes)) == 0)
    }
    let opened = try Syllabus.opening([folder.path], catalog: Toys.catalog)
    #expect(opened.excess == [most])
    #expect(
      opened.refused(opened.listings[most]).faults.map(\.message) == [
        "not read: the lessons of this pack have more than 33554432 bytes by here; "
          + "make two packs of it"
      ])
  }
}
