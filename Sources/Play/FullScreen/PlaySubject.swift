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

extension Run {
  /// The command that makes the same run.
  package var line: String { Self.line(of: simulation, [settings], seed: seed) }

  /// The command that lays runs of one seed over each other, where they differ in one knob; else that of
  /// the first.
  package static func line(
    of simulation: any Simulation.Type, _ all: [Settings], seed: UInt64
  ) -> String {
    guard let first = all.first else { return "knobs run \(simulation.name)" }
    let idle = all.reduce(Set(simulation.knobs.map(\.name))) {
      $0.intersection(simulation.idleKnobs($1))
    }
    let varied = simulation.knobs.map(\.name).filter { name in
      !idle.contains(name) && all.contains { $0[name] != first[name] }
    }
    let shown = varied.count > 1 ? [first] : all
    let options = simulation.knobs.compactMap { knob -> String? in
      let values = shown.map { $0[knob.name] ?? knob.defaultValue }
      let isVaried = varied.contains(knob.name) && shown.count > 1
      guard !idle.contains(knob.name), isVaried || values[0] != knob.defaultValue else {
        return nil
      }
      let words = isVaried ? values.map(\.inList) : [values[0].text]
      return " --\(knob.name) \(words.joined(separator: ","))"
    }
    let chance = simulation.usesChance && seed != Seed.standard ? " --seed \(seed)" : ""
    return "knobs run \(simulation.name)\(options.joined())\(chance)"
  }
}

extension SettingValue {
  /// The value as it is typed among others, where a comma inside a number could be meant: `2.0`.
  fileprivate var inList: String {
    guard case .real = self, text.allSatisfy(\.isNumber) else { return text }
    return text + ".0"
  }
}
