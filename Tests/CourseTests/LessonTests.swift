import Authoring
import Experiments
import Grading
import Lessons
import Testing

@Suite struct LessonTests {
  @Test func everyLessonIsSound() throws {
    let syllabus = try #require(Bundled.syllabus)
    #expect(syllabus.allFaults.map(\.text) == [])
    #expect(syllabus.entries.map(\.number) == syllabus.entries.map(\.number).sorted())
    let first = [
      "what-is-a-hyperparameter", "learning-rate", "batch-size", "epochs",
    ]
    #expect(Array(syllabus.entries.map(\.name).prefix(4)) == first)
  }

  /// Form and truth over seeds, lesson by lesson.
  ///
  /// Fairness takes a search of a minute, which `.ci/run` makes by `knobs author check`; that every
  /// exercise fails at first and can be passed is part of a learner's whole session.
  @Test(arguments: Bundled.entries.map(\.file))
  func aCheckFindsNoFaults(file: String) async throws {
    let report = try await PackCheck.run(
      folder: Bundled.folder, only: file, catalog: .all,
      rules: Rules.all.filter { $0 != Fairness.self }, cache: .none)
    #expect(report.faults.map(\.text) == [])
    #expect(report.findings.filter { $0.rule == GivenAway.name }.map(\.fault.text) == [])
    #expect(report.lessons == 1)
  }

  @Test(arguments: Bundled.entries.map(\.name))
  func aLessonHasRunsAPredictionAndExercises(name: String) throws {
    let lesson = try #require(Bundled.syllabus?[name])
    let runs = lesson.elements.count {
      switch $0 {
      case .simulate, .compare: true
      case .prose, .predict, .exercise, .takeaway: false
      }
    }
    #expect(runs >= 2)
    #expect(lesson.predictions.count >= 1)
    #expect(lesson.exercises.count >= 2)
    for exercise in lesson.exercises {
      #expect(exercise.hints.count >= 2, "\(exercise.id)")
    }
  }
}
