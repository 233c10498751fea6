import TestKit
import Testing
import ToyCourse

@testable import Lessons

/// Parts of a course, and the names of sections.
@Suite struct CoursePartTests {
  private static func lesson(_ part: String?, body: String = "# T\n\nText.\n") -> String {
    "---\ntitle: T\nsummary: S.\n\(part.map { "part: \($0)\n" } ?? "")---\n\n\(body)"
  }

  private static func parts(_ titles: [String?]) throws -> [String] {
    let folder = try ScratchFolder()
    for (index, title) in titles.enumerated() {
      try folder.write(Self.lesson(title), to: "0\(index + 1)-l\(index + 1).md")
    }
    let syllabus = try Syllabus.read(folder: folder.path, catalog: Toys.catalog)
    #expect(syllabus.allFaults.isEmpty)
    let parts = syllabus.parts
    #expect(parts.flatMap { Array($0.lessons) } == Array(titles.indices))
    return parts.map { "\($0.title ?? "-") \($0.lessons.count)" }
  }

  @Test(
    arguments: [
      ([nil, nil], ["- 2"]), (["A", nil, "B"], ["A 2", "B 1"]), (["A", "A", nil], ["A 3"]),
      ([nil, "A"], ["- 1", "A 1"]), (["A", "B", "A"], ["A 1", "B 1", "A 1"]),
      (["\"A: b\"", "'A: b'"], ["A: b 2"]),
    ] as [([String?], [String])])
  func lessonsBelongToThePartThatBeganLast(titles: [String?], parts: [String]) throws {
    #expect(try Self.parts(titles) == parts)
  }

  /// The part of one pack does not go on in the next.
  @Test func aPartEndsWithItsPack() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.lesson("A"), to: "one/01-a.md")
    try folder.write(Self.lesson(nil), to: "two/01-b.md")
    let folders = ["one", "two"].map { "\(folder.path)/\($0)" }
    let syllabus = try Syllabus.opening(folders, catalog: Toys.catalog).reading()
    #expect(syllabus.parts.map(\.title) == ["A", nil])
  }

  @Test func whatIsNoNameOfAPartIsAFault() throws {
    for (part, says) in [
      ("", "part has no value"), (String(repeating: "é", count: 65), "at most 64 letters"),
      ("A\npart: B", "part stands twice"),
    ] {
      let (lesson, faults) = LessonReader.read(
        Self.lesson(part), file: "f", name: "l", catalog: Toys.catalog)
      #expect(faults.count == 1 && faults[0].message.contains(says), "\(faults)")
      #expect(lesson.part == (part.hasPrefix("A") ? "A" : nil))
    }
  }

  private static func sections(_ body: String) -> Lesson {
    LessonReader.read(
      Self.lesson(nil, body: body), file: "f", name: "l", catalog: Toys.catalog
    ).lesson
  }

  @Test(arguments: [
    ("# T\n\n## Past the edge\n\n## What, and how?\n", ["t", "past-the-edge", "what-and-how"]),
    ("# A\n\n## A\n\n## A\n\n## A-1\n", ["a", "a-1", "a-2", "a-1-1"]),
    ("# ?\n\n## ÜBER ½\n\n## 2\n", ["section-1", "über-", "2"]), ("Text.\n", ["t"]),
  ])
  func sectionsAreNamedByTheirHeadings(body: String, names: [String]) {
    #expect(Self.sections(body).sectionNames == names)
  }

  @Test func aSectionIsFoundByNameHeadingOrNumber() {
    let lesson = Self.sections("# T\n\n## Past the edge\n\n## 1\n")
    for (typed, place) in [
      ("past-the-edge", 1), ("Past the edge", 1), ("PAST-THE-EDGE", 1), ("2", 1), ("1", 2),
      ("t", 0),
    ] {
      #expect(lesson.section(named: typed) == place, "\(typed)")
    }
    for typed in ["", "0", "-1", "4", "99999999999999999999", "past", "\u{1B}", "é"] {
      #expect(lesson.section(named: typed) == nil, "\(typed)")
    }
  }
}
