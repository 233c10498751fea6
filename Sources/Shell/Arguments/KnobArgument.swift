import Course
import Experiments

extension Call {
  /// The knobs turned as the line says, each at most once.
  func settings(of simulation: any Simulation.Type) throws(Refusal) -> Settings {
    var settings = simulation.defaults
    for turn in try distinctTurns() {
      try Self.turn(turn, in: &settings, of: simulation)
    }
    return settings
  }

  /// The knobs of an exercise turned as the line says.
  func choices(for exercise: Exercise) throws(Refusal) -> Settings {
    var settings = exercise.simulation.defaults
    for turn in try distinctTurns() {
      let names = exercise.choices.map(\.name)
      if !names.contains(turn.knob), settings[turn.knob] != nil {
        let choices = exercise.choices.map { "\($0.name) (\($0.domain.text))" }
        throw Refusal(
          "\(turn.knob) is not yours to choose in \(exercise.id); choose \(choices.listed)")
      }
      guard names.contains(turn.knob) else {
        let remedy = NearestName.remedy(for: turn.knob, among: names)
        throw Refusal("no knob \(Quoted.text(turn.knob)) in \(exercise.id)\(remedy)")
      }
      try Self.turn(turn, in: &settings, of: exercise.simulation)
    }
    return settings
  }

  /// The turns, none of which names a knob a second time.
  func distinctTurns() throws(Refusal) -> [Turn] {
    var seen = Set<String>()
    for turn in turns where !seen.insert(turn.knob).inserted {
      throw Refusal("\(Quoted.bare(turn.knob)) is given twice; keep one")
    }
    return turns
  }

  /// Turns one knob.
  static func turn(
    _ turn: Turn, in settings: inout Settings, of simulation: any Simulation.Type
  ) throws(Refusal) {
    do throws(SettingFault) {
      try settings.turn(turn.knob, to: turn.value ?? "")
    } catch .unknownKnob(let name, let known) {
      let remedy = NearestName.remedy(for: name, among: known)
      throw Refusal("no knob \(Quoted.text(name)) in \(simulation.name)\(remedy)")
    } catch {
      throw Refusal(error.message)
    }
  }
}

extension [String] {
  /// The names as a sentence lists them: `a`, `a and b`, `a, b and c`.
  var listed: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
