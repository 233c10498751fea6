import Exhibits
import Grading
import Lessons
import Testing

@testable import Shell

/// How names are found, and what is said of those that are not.
@Suite struct LookupTests {
  @Test func knownNamesAreFound() throws {
    let syllabus = try Fixture.syllabus()
    #expect(syllabus.allFaults.map(\.text) == [])
    #expect(try syllabus.findLesson("slides").name == "slides")
    #expect(try syllabus.findExercise("slides/get-down").id == "slides/get-down")
    #expect(try Fixture.context().simulation("slide").name == "slide")
    #expect(try Program.command("check").name == "check")
  }

  @Test(arguments: [
    ("slide", "no lesson \"slide\"; did you mean slides?"),
    ("xyzzy", "no lesson \"xyzzy\"; there are slides, tosses"),
    ("", "no lesson \"\"; there are slides, tosses"),
  ])
  func unknownLessons(_ name: String, _ message: String) throws {
    let syllabus = try Fixture.syllabus()
    #expect(throws: Refusal(message)) { try syllabus.findLesson(name) }
  }

  @Test(arguments: [
    ("slides/get-dwn", "no exercise \"get-dwn\" in slides; did you mean get-down?"),
    ("slids/get-down", "no lesson \"slids\"; did you mean slides?"),
    ("get-down", "expected LESSON/EXERCISE; did you mean slides/get-down?"),
    ("slides/get-dow/x", "no exercise \"get-dow/x\" in slides; did you mean get-down?"),
    ("xyzzy", "no exercise \"xyzzy\"; there are slides/get-down, tosses/load-it"),
  ])
  func unknownExercises(_ id: String, _ message: String) throws {
    let syllabus = try Fixture.syllabus()
    #expect(throws: Refusal(message)) { try syllabus.findExercise(id) }
  }

  @Test func unknownSimulationsAndCommands() {
    #expect(throws: Refusal("no simulation \"slyde\"; did you mean slide?")) {
      try Fixture.context().simulation("slyde")
    }
    #expect(throws: Refusal("no command \"chek\"; did you mean check?")) {
      try Program.command("chek")
    }
  }
}
