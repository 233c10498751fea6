import Exhibits
import Grading
import Lessons
import Terminal
import TestKit
import Testing
import ToyCourse

import struct Grading.Progress

@testable import Screens

/// A list of lessons on a terminal of few rows.
@Suite struct LessonListViewTests {
  /// A course of so many lessons in each part; nil for lessons of no part.
  private static func syllabus(_ parts: [(String?, Int)]) throws -> Syllabus {
    let folder = try ScratchFolder()
    var number = 0
    for (title, count) in parts {
      for place in 0..<count {
        number += 1
        let line = title.map { place == 0 ? "part: \($0)\n" : "" } ?? ""
        try folder.write(
          "---\ntitle: Lesson \(number)\nsummary: S.\n\(line)---\n\n# T\n\nText.\n",
          to: "\(number)-l\(number).md")
      }
    }
    return try Syllabus.read(folder: folder.path, catalog: Toys.catalog)
  }

  /// The lines of the list where everything before a lesson, from 1, is done.
  private static func lines(
    _ syllabus: Syllabus, at lesson: Int, width: Int = 80, height: Int = 24,
    isTerminal: Bool = true, showsAll: Bool = false
  ) -> [String] {
    var progress = Progress()
    for key in syllabus.keys.prefix(lesson - 1) {
      progress.add(.place(lesson: key, section: 1))
    }
    let list = LessonList(syllabus, progress, showsAll: showsAll)
    var page = Page(Screen(width: width, height: height, isTerminal: isTerminal))
    page.set(list)
    return page.lines.map(\.text)
  }

  private static let course: [(String?, Int)] = [("First", 9), ("Second", 8), ("Third", 10)]

  @Test func theOtherPartsTakeALineEach() throws {
    let syllabus = try Self.syllabus(Self.course)
    let lines = Self.lines(syllabus, at: 11)
    #expect(lines.count < 24)
    #expect(lines.filter { $0.contains("First") }.count == 1)
    #expect(lines.contains { $0.hasPrefix("  ✓ 1 … 9 ") && $0.contains("First") })
    #expect(lines.contains { $0.hasPrefix("    18 … 27 ") && $0.contains("Third") })
    for number in 10...17 { #expect(lines.contains { $0.contains(" l\(number) ") }, "\(number)") }
    #expect(lines.contains { $0.hasPrefix("  → l11 ") })
    #expect(!lines.contains { $0.contains(" l9 ") || $0.contains(" l18 ") })
    #expect(lines.last?.contains("knobs lessons --all") == true)
  }

  /// Whatever the parts and the size, the arrow is in sight and nothing has scrolled away.
  @Test(
    arguments: [
      [(nil, 27)], course, [("Only", 40)], (1...40).map { ("Part \($0)", 2) },
      [(nil, 30), ("Last", 3)],
    ] as [[(String?, Int)]])
  func theArrowIsInSight(_ parts: [(String?, Int)]) throws {
    let syllabus = try Self.syllabus(parts)
    let count = syllabus.listings.count
    for lesson in [1, 2, count / 2, count - 1, count] {
      for (width, height) in [(80, 24), (50, 24), (80, 12), (120, 40), (20, 10)] {
        let lines = Self.lines(syllabus, at: lesson, width: width, height: height)
        let place = "\(lesson) of \(count) at \(width)×\(height): \(lines)"
        #expect(lines.count(where: { $0.contains("→ l\(lesson)") }) == 1, "\(place)")
        // Where a line of what to type next is wider than the screen, it takes three.
        if width >= 50, height >= 12 { #expect(lines.count < height, "\(place)") }
      }
    }
  }

  /// Pipes, `--all` and a screen with room enough list every lesson once.
  @Test func everyLessonIsListedElsewhere() throws {
    let syllabus = try Self.syllabus(Self.course)
    for lines in [
      Self.lines(syllabus, at: 11, isTerminal: false), Self.lines(syllabus, at: 11, showsAll: true),
      Self.lines(syllabus, at: 11, height: 40),
    ] {
      for number in 1...27 {
        let listed = lines.filter { $0.contains(" l\(number) ") && !$0.contains("knobs") }
        #expect(listed.count == 1, "\(number)")
      }
      #expect(!lines.contains { $0.contains("--all") })
    }
  }

  /// When everything is done there is no arrow, and all parts are folded.
  @Test func withoutAnArrowAllPartsAreFolded() throws {
    let lines = Self.lines(try Self.syllabus(Self.course), at: 28)
    #expect(lines.count(where: { $0.contains("✓") }) == 3)
  }
}
