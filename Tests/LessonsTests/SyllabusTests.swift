import Experiments
import Foundation
import TestKit
import Testing
import ToyCourse
import Tuning

@testable import Lessons

/// Several packs at once.
@Suite struct SyllabusTests {
  /// Folders with an exercise in each lesson, by the names of their lessons.
  private struct Packs: ~Copyable {
    let home: ScratchFolder

    init() throws { home = try ScratchFolder() }

    func add(_ folder: String, _ lessons: [String], name: String? = nil) throws {
      try FileManager.default.createDirectory(
        atPath: "\(home.path)/\(folder)", withIntermediateDirectories: true)
      for (index, lesson) in lessons.enumerated() {
        try home.write(
          Toys.goodLesson.replacing("requires: what-is-it, another\n", with: ""),
          to: "\(folder)/\(index + 1)-\(lesson).md")
      }
      if let name { try home.write("---\nname: \(name)\n---\n", to: "\(folder)/pack.md") }
    }

    func open(_ folders: String...) throws -> Syllabus {
      try Syllabus.opening(folders.map { "\(home.path)/\($0)" }, catalog: Toys.catalog)
    }
  }

  private static func standard() throws -> Packs {
    let packs = try Packs()
    try packs.add("Lessons", ["intro", "rate"], name: "knobs")
    try packs.add("named", ["intro", "depth"], name: "deep")
    try packs.add("plain", ["intro", "width"])
    try packs.add("Other", ["width", "end"])
    return packs
  }

  @Test func namesAreQualifiedWhereTheyAreShared() throws {
    let packs = try Self.standard()
    #expect(try packs.open("Lessons").listings.map(\.name) == ["intro", "rate"])
    #expect(
      try packs.open("named", "Lessons").listings.map(\.name)
        == ["deep:intro", "depth", "knobs:intro", "rate"])
    #expect(
      try packs.open("plain", "Other").listings.map(\.name)
        == ["intro", "plain:width", "other:width", "end"])
  }

  /// The course is kept under its lessons' names, a pack that names itself under its own, one that does
  /// not under that of its folder with a mark; none of them depends on the other packs.
  @Test func keysStay() throws {
    let packs = try Self.standard()
    let mark = FolderPlace(packs.home.path + "/plain").mark
    let own: [String: [String]] = [
      "Lessons": ["intro", "rate"], "named": ["deep:intro", "deep:depth"],
      "plain": ["plain@\(mark):intro", "plain@\(mark):width"],
      "Other": ["width", "end"].map {
        "other@\(FolderPlace(packs.home.path + "/Other").mark):\($0)"
      },
    ]
    for first in own.keys {
      for second in own.keys where second != first {
        let keys = try packs.open(first, second).listings.map(\.key)
        #expect(keys == (own[first] ?? []) + (own[second] ?? []))
        #expect(Set(keys).count == keys.count)
      }
      #expect(try packs.open(first).listings.map(\.key) == own[first])
    }
    #expect(mark.utf8.count == 16 && mark.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func lessonsAndExercisesAreFoundByEitherName() throws {
    let packs = try Self.standard()
    let syllabus = try packs.open("Lessons", "named")
    for name in ["knobs:intro", "deep:intro", "rate", "knobs:rate", "depth", "deep:depth"] {
      let exercise = try #require(syllabus.exercise("\(name)/reach-the-floor"))
      #expect(exercise.id.hasSuffix("/reach-the-floor"))
      #expect(syllabus[name]?.exercises.first?.id == exercise.id)
    }
    for name in ["intro", "deep:rate", "other:intro", "knobs:", ":intro", "knobs:knobs:intro"] {
      #expect(syllabus[name] == nil)
      #expect(syllabus.exercise("\(name)/reach-the-floor") == nil)
    }
    let exercise = try #require(syllabus.exercise("knobs:intro/reach-the-floor"))
    #expect(exercise.id == "knobs:intro/reach-the-floor")
    #expect(exercise.key == "intro/reach-the-floor")
    #expect(syllabus.exercise("depth/reach-the-floor")?.key == "deep:depth/reach-the-floor")
    #expect(syllabus.lesson(after: "rate")?.name == "deep:intro")
    #expect(syllabus.lesson(after: "knobs:rate")?.key == "deep:intro")
    #expect(syllabus.lesson(after: "depth") == nil)
  }

  @Test func requirementsStayInThePack() throws {
    let packs = try Self.standard()
    try packs.home.write(PackTests.lesson("rate"), to: "named/3-more.md")
    try packs.home.write(PackTests.lesson("intro"), to: "named/4-most.md")
    let faults = try packs.open("Lessons", "named").allFaults
    #expect(
      faults.map(\.message) == [
        "requires \"rate\", and there is no such lesson; there are intro, depth, more, most"
      ])
  }

  @Test func packsThatCanNotStandTogetherAreRefused() throws {
    let packs = try Self.standard()
    let home = packs.home.path
    try packs.add("again", ["x"], name: "deep")
    try packs.add("plain-", ["x"])
    #expect(symlink("named", home + "/link") == 0)
    func problem(_ folders: [String]) -> LessonFolder.Problem? {
      do throws(LessonFolder.Problem) {
        _ = try Syllabus.opening(folders.map { "\(home)/\($0)" }, catalog: Toys.catalog)
        return nil
      } catch {
        return error
      }
    }
    let named = home + "/named"
    #expect(
      problem(["named", "again"]) == .sameName("deep", folder: named, other: home + "/again"))
    #expect(
      problem(["plain", "plain-"])
        == .sameName("plain", folder: home + "/plain", other: home + "/plain-"))
    #expect(problem(["named", "Lessons", "named"]) == .given(folder: named, again: named))
    #expect(problem(["named", "named/"]) == .given(folder: named, again: named + "/"))
    #expect(problem(["named", "link"]) == .given(folder: named, again: home + "/link"))
    #expect(problem(["named", "none"]) == .missing(folder: home + "/none"))
    let many = Limits.packs + 1
    #expect(problem(Array(repeating: "named", count: many)) == .tooManyPacks(count: many))
    for text in [
      problem(["named", "again"]), problem(["named", "link"]), .tooManyPacks(count: many),
    ] {
      #expect(text?.message.contains("name") == true)
      #expect(text?.message.contains("\n") == false)
    }
  }

  /// One lesson at a time, all at once, in outline: the same lessons and the same faults.
  @Test func whatIsReadDoesNotDependOnWhen() throws {
    let packs = try Self.standard()
    try packs.home.write(Toys.goodLesson, to: "plain/2-again.md")
    try packs.home.write(Toys.goodLesson, to: "plain/9-again.md")
    try packs.home.write("# nothing\n\n> ```simulate line\n> ```\n", to: "plain/10-bad.md")
    let opened = try packs.open("Lessons", "plain", "Other")
    let whole = opened.reading()
    let outline = opened.reading(.outline)
    #expect(whole.entries.count == 9)
    #expect(whole.allFaults.count > 5)
    for index in opened.listings.indices {
      let (one, all, brief) = (
        opened.entry(at: index), whole.entries[index], outline.entries[index]
      )
      #expect(one.faults == all.faults)
      #expect(brief.faults == all.faults)
      #expect(one.name == all.name && brief.name == all.name && one.pack == all.pack)
      #expect(one.lesson.exercises.map(\.key) == all.lesson.exercises.map(\.key))
      #expect(brief.lesson.exercises.map(\.id) == all.lesson.exercises.map(\.id))
      #expect(brief.lesson.sections.map(\.title) == all.lesson.sections.map(\.title))
      let directives = all.lesson.elements.count { if case .prose = $0 { false } else { true } }
      #expect(brief.lesson.elements.count == directives)
      #expect(brief.lesson.title == all.lesson.title)
    }
    #expect(opened.allFaults == whole.allFaults)
    #expect(opened.lessons.map(\.name) == outline.lessons.map(\.name))
  }

  /// A lesson is opened by the names of the others alone: what they hold is not looked at.
  @Test func oneLessonIsOpenedWithoutReadingTheOthers() throws {
    let packs = try Self.standard()
    let syllabus = try packs.open("Lessons")
    #expect(unlink("\(packs.home.path)/Lessons/1-intro.md") == 0)
    #expect(syllabus["rate"]?.name == "rate")
    #expect(syllabus["intro"] == nil)
  }
}
