import Exhibits
import Experiments
import Grading
import Tuning

/// What is played: a simulation, or the exercise that asks for its knobs.
package struct PlaySubject: Sendable {
  package let simulation: any Simulation.Type

  /// Where the knobs stand at first.
  package var settings: Settings
  package var seed: UInt64

  /// What is graded; nil where nothing is.
  package let exercise: Exercise?

  /// What stands beside it from the beginning; nil for nothing.
  package var pinned: Settings?

  /// The figure that is shown first, by its name; the simulation's first unless given.
  package var figure: String?

  /// A simulation, its knobs at some settings.
  package init(
    _ simulation: any Simulation.Type, _ settings: Settings, seed: UInt64 = Seed.standard
  ) {
    self.simulation = simulation
    self.settings = settings
    self.seed = seed
    exercise = nil
  }

  /// An exercise, its choices at some settings and what it gives where it gives it.
  package init(_ exercise: Exercise, _ choices: Settings, seed: UInt64 = Seed.standard) {
    simulation = exercise.simulation
    settings = choices.overlaid(by: exercise.given)
    self.seed = seed
    self.exercise = exercise
  }

  /// The knobs that are not the learner's to turn.
  var locked: Set<String> {
    guard let exercise else { return [] }
    return Set(simulation.knobs.map(\.name)).subtracting(exercise.choices.map(\.name))
  }
}

/// A run with what came of it.
struct PlayedRun: Sendable {
  let run: Run
  let outcome: Outcome

  func labelled(_ label: String) -> LabelledRun {
    LabelledRun(label: label, settings: run.settings, outcome: outcome)
  }
}
