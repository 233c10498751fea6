import Lessons
import Testing
import ToyCourse

@testable import Exhibits

/// A lesson cut into what is set as one.
@Suite struct LessonPartTests {
  static func kinds(_ parts: some Sequence<LessonPart>) -> [String] {
    parts.map { part in
      switch part.content {
      case .opening: "opening"
      case .empty: "empty"
      case .prose: "prose"
      case .simulate: "simulate"
      case .compare: "compare"
      case .predict: "predict"
      case .exercise: "exercise"
      case .takeaway: "takeaway"
      case .faulty: "faulty"
      }
    }
  }

  static func parts(_ text: String) -> [LessonPart] {
    let (lesson, faults) = LessonReader.read(
      text, file: "f", name: "f", catalog: ToyCourse.catalog)
    return LessonPart.parts(of: lesson, faults: faults)
  }

  @Test func everyPieceIsAPart() throws {
    let lesson = try #require(try ToyCourse.syllabus()["slides"])
    let parts = LessonPart.parts(of: lesson)
    #expect(
      Self.kinds(parts) == [
        "opening", "prose", "prose", "simulate", "prose", "compare", "prose", "predict", "prose",
        "prose", "exercise", "prose", "takeaway", "takeaway", "takeaway",
      ])
    let openings = parts.map { $0.opening ?? "" }
    #expect(openings[0] == "Slides: how hard to push" && openings[2] == "A run")
    #expect(parts.count { $0.opening != nil } == lesson.sections.count)
    #expect(parts.map(\.section) == [0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4])
    #expect(parts.map(\.runs.count) == [0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0])
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

  @Test func aStepEndsAtADirective() throws {
    let lesson = try #require(try ToyCourse.syllabus()["slides"])
    let steps = LessonPart.steps(of: lesson)
    #expect(steps.map { $0.first?.section } == [0, 1, 1, 2, 3, 4])
    #expect(steps.map { $0.first?.opening != nil } == [true, true, false, true, true, true])
    #expect(
      steps.map { Self.kinds($0.suffix(1)) } == [
        ["prose"], ["simulate"], ["compare"], ["predict"], ["exercise"], ["takeaway"],
      ])
  }

  @Test func stepsAreTheWholeLesson() throws {
    for lesson in try ToyCourse.syllabus().lessons {
      let steps = LessonPart.steps(of: lesson)
      #expect(Self.kinds(Array(steps.joined())) == Self.kinds(LessonPart.parts(of: lesson)))
      for step in steps {
        #expect(Set(step.map(\.section)).count == 1)
        #expect(!step.dropLast().contains { $0.isActivity })
        #expect(!step.dropFirst().contains { $0.opening != nil })
      }
      #expect(
        steps.count { $0.first?.opening != nil } == lesson.sections.count)
    }
  }

  /// What stands behind a fence that is never closed is shown with what is wrong.
  @Test func whatAnOpenFenceTakesInIsShown() {
    let text = "---\ntitle: T\nsummary: S\n---\n# T\n\n```\na\n\n## B\n\nWords.\n"
    let parts = Self.parts(text)
    #expect(Self.kinds(parts) == ["opening", "faulty", "prose"])
    guard case .prose(let block)? = parts.last?.content else { return }
    #expect(block.lines == 7...12)
  }

  @Test func aLessonOfNothingIsItsTitle() {
    #expect(Self.kinds(Self.parts("")) == ["opening"])
  }

  /// A title that stands below words has a section to itself, in which nothing is left to show.
  @Test func aSectionOfItsTitleAloneIsAPart() {
    let matter = "---\ntitle: T\nsummary: S\n---\n"
    let parts = Self.parts(matter + "Words.\n\n# T\n\n## A\n\nMore.\n")
    #expect(Self.kinds(parts) == ["opening", "prose", "empty", "prose", "prose"])
    #expect(parts.map(\.section) == [0, 0, 1, 2, 2])
    #expect(parts.map(\.opening) == ["T", nil, "T", "A", nil])
  }

  /// The heading is shown unless the title has its words already; a second one always is.
  @Test(arguments: [
    ("Short", "A heading that says much more", true), ("Short", "Short", false),
    ("Momentum: a ball that remembers", "Momentum", false), ("Short", "", false),
    ("Short *one*", "short one", true), ("A Ball", "*A* ball!", false), ("C", "C++", true),
    ("Learning", "Learn", true),
  ])
  func aHeadingThatSaysMoreIsShown(_ title: String, _ heading: String, _ isShown: Bool) {
    let text = "---\ntitle: \(title)\nsummary: S\n---\n# \(heading)\n\nWords.\n\n# \(title)\n"
    let parts = Self.parts(text)
    let first = isShown ? ["opening", "prose", "prose"] : ["opening", "prose"]
    #expect(Self.kinds(parts) == first + ["prose"])
  }

  /// Comments are for no learner: they make no part, and no section before the first heading.
  @Test func commentsAreNoParts() {
    let comment = "<!-- for teachers: 0.19 -->\n\n"
    let text = "---\ntitle: T\nsummary: S\n---\n\(comment)# T\n\n\(comment)## A\n\n\(comment)"
    let parts = Self.parts(text + "More. \(comment)")
    #expect(Self.kinds(parts) == ["opening", "prose", "prose"])
    #expect(parts.map(\.section) == [0, 1, 1])
  }
}
