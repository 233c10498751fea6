import Course
import Testing

@testable import Shell

/// How a lesson is cut into steps.
@Suite struct LearnStepTests {
  static func kind(_ step: LearnStep) -> String {
    switch step.directive {
    case .simulate: "simulate"
    case .compare: "compare"
    case .predict: "predict"
    case .exercise: "exercise"
    case .prose: "prose"
    case nil: "nothing"
    }
  }

  @Test func aStepEndsAtADirective() throws {
    let steps = LearnStep.steps(of: try Fixture.syllabus().findLesson("slides"))
    #expect(steps.map(\.section) == [0, 1, 1, 2, 3])
    #expect(steps.map(\.opensSection) == [true, true, false, true, true])
    #expect(steps.map(Self.kind) == ["nothing", "simulate", "compare", "predict", "exercise"])
  }

  @Test func everyLessonIsCutWithoutLoss() throws {
    let syllabus = try Syllabus.read(folder: Fixture.lessons, catalog: Fixture.catalog)
    for lesson in syllabus.lessons {
      let steps = LearnStep.steps(of: lesson)
      #expect(Set(steps.map(\.section)) == Set(lesson.sections.indices))
      #expect(steps.count(where: \.opensSection) == lesson.sections.count)
      #expect(!steps.contains { Self.kind($0) == "prose" })
      let exercises = steps.compactMap { step -> String? in
        if case .exercise(let exercise) = step.directive { exercise.id } else { nil }
      }
      #expect(exercises == lesson.exercises.map(\.id))
    }
  }
}
