import Experiments
import Foundation
import Grading
import Lessons
import Simulations
import Testing

@testable import Exhibits

/// Which exercise a run leads to.
@Suite struct NextStepsAfterRunsTests {
  static func exercises() throws -> [Exercise] {
    let folder = URL(filePath: #filePath).appending(path: "../../../Lessons").standardizedFileURL
    return try Syllabus.read(folder: folder.path, catalog: .all).exercises
  }

  /// Whoever runs what an exercise gives, and turns what it lets choose, is at that exercise.
  @Test func theSettingsOfAnExerciseLeadToIt() throws {
    for exercise in try Self.exercises() {
      var settings = exercise.given
      for choice in exercise.choices { try settings.turn(choice.name, to: choice.defaultValue) }
      #expect(exercise.distance(from: [settings]) == 0)
    }
  }

  @Test func aHiddenRunLeadsToItsOwnExercise() throws {
    let mysteries = try Self.exercises().filter { $0.given.turned["mystery"] != nil }
    #expect(mysteries.count > 1)
    for exercise in mysteries {
      let nearest = mysteries.min { one, other in
        one.distance(from: [exercise.given]) < other.distance(from: [exercise.given])
      }
      #expect(nearest?.name == exercise.name)
    }
  }

  /// A run that no exercise gives leads to none: its right answer would be called wrong there.
  @Test(arguments: ["second", "third", "fifth"])
  func aHiddenRunThatIsNotAskedAboutLeadsToNoExercise(mystery: String) throws {
    var settings = TrainingRun.defaults
    try settings.turn("mystery", to: mystery)
    let outcome = Outcome()
    let runs = ShownRuns(
      simulation: TrainingRun.self, common: settings, varied: [], seed: 1,
      runs: [LabelledRun(label: "", settings: settings, outcome: outcome)], figures: [])
    let lines = try runs.next(among: Self.exercises(), Progress()).map(\.line)
    #expect(!lines.isEmpty && !lines.contains { $0.contains("check") }, "\(lines)")
  }

  /// Whatever is suggested after a run holds its knobs where the run has them.
  @Test func whatIsSuggestedIsAboutTheRun() throws {
    let exercises = try Self.exercises()
    for exercise in exercises {
      #expect(exercise.isAbout([exercise.given]))
      for other in exercises where other.simulation.name == exercise.simulation.name {
        let agrees = exercise.given.turned.allSatisfy { other.given[$0.key] == $0.value }
        #expect(exercise.isAbout([other.given]) == agrees)
      }
    }
  }

  @Test func ofSeveralRunsTheNearestCounts() throws {
    let exercises = try Self.exercises()
    let exercise = try #require(exercises.first { $0.given.turned.count > 1 })
    let untouched = exercise.simulation.defaults
    #expect(exercise.distance(from: [untouched, exercise.given]) <= 1)
    #expect(exercise.distance(from: []) == 0)
  }
}
