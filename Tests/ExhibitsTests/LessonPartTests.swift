import Course
import Testing

@testable import Shell

/// A lesson cut into what is set as one.
@Suite struct LessonPartTests {
  static func kinds(_ parts: [LessonPart]) -> [String] {
    parts.map { part in
      switch part.content {
      case .opening: "opening"
      case .prose: "prose"
      case .simulate: "simulate"
      case .compare: "compare"
      case .predict: "predict"
      case .exercise: "exercise"
      case .faulty: "faulty"
      }
    }
  }

  static func parts(_ text: String) -> [LessonPart] {
    let (lesson, faults) = LessonReader.read(
      text, file: "f", name: "f", catalog: Fixture.catalog)
    return LessonPart.parts(of: lesson, faults: faults)
  }

  @Test func everyPieceIsAPart() throws {
    let lesson = try #require(try Fixture.syllabus()["slides"])
    let parts = LessonPart.parts(of: lesson)
    #expect(
      Self.kinds(parts) == [
        "opening", "prose", "prose", "simulate", "prose", "compare", "prose", "predict", "prose",
        "prose", "exercise",
      ])
    let sections = parts.map { $0.section ?? "" }
    #expect(sections[0] == "Slides: how hard to push" && sections[2] == "A run")
    #expect(parts.count { $0.section != nil } == lesson.sections.count)
    #expect(parts.map(\.runs.count) == [0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 0])
  }

  /// Directives that cannot be read keep their places, also side by side.
  @Test func faultyDirectivesKeepTheirPlaces() throws {
    let text = """
      ---
      title: T
      summary: S
      minutes: 1
      ---

      ```simulate sled
      ```

      # T

      ```simulate slide
      ```

      ```simulate slide
      set: rate = 1e9
      show: nothing
      ```

      ```compare slide
      ```

      ```simulate slide
      ```

      Words.

      ```predict x
      ```
      """
    let parts = Self.parts(text)
    #expect(
      Self.kinds(parts) == [
        "opening", "faulty", "simulate", "faulty", "faulty", "simulate", "prose", "faulty",
      ])
    let faulty = parts.compactMap { part -> LessonPart.FaultyDirective? in
      if case .faulty(let directive) = part.content { directive } else { nil }
    }
    #expect(
      faulty.map(\.words) == ["simulate sled", "simulate slide", "compare slide", "predict x"])
    #expect(faulty.map(\.lines.lowerBound) == [7, 15, 20, 28])
    #expect(faulty.map(\.faults.isEmpty) == [false, false, false, false])
    #expect(faulty[1].faults.map(\.line) == [16, 17])
  }

  @Test func aLessonOfNothingIsItsTitle() {
    #expect(Self.kinds(Self.parts("")) == ["opening"])
  }
}
