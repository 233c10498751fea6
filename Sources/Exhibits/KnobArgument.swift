import Experiments
import Grading

/// A knob and the value that somebody typed for it, neither of which need exist.
package struct KnobArgument: Sendable, Hashable {
  /// The name that was typed.
  package let knob: String

  /// The value that was typed; nil where the line ends before it.
  package let value: String?

  /// The options that stood beside it, of which it may be a misspelt one.
  private let options: [String]

  /// A knob as it was typed.
  package init(knob: String, value: String?, among options: [String] = []) {
    self.knob = knob
    self.value = value
    self.options = options
  }

  /// Turns the knob.
  package func turn(in settings: inout Settings, of simulation: any Simulation.Type) throws(Refusal)
  {
    do throws(SettingFault) {
      try settings.turn(knob, typed: value ?? "")
    } catch .unknownKnob(let name, let known) {
      if NearestName.of(name, among: known) == nil,
        let option = NearestName.of(name, among: options)
      {
        throw Refusal(
          "no option or knob \(Quoted.text("--" + name)); did you mean --\(option)?")
      }
      let remedy = NearestName.remedy(for: name, among: known)
      throw Refusal("no knob \(Quoted.text(name)) in \(simulation.name)\(remedy)")
    } catch {
      throw Refusal(error.message)
    }
  }
}

extension [KnobArgument] {
  /// The knobs turned as the line says, each at most once.
  ///
  /// - Parameter settings: what the knobs are turned on top of; the defaults unless given.
  package func settings(of simulation: any Simulation.Type, on settings: Settings? = nil)
    throws(Refusal) -> Settings
  {
    var settings = settings ?? simulation.defaults
    for argument in try distinct() { try argument.turn(in: &settings, of: simulation) }
    return settings
  }

  /// The knobs of an exercise turned as the line says.
  package func choices(for exercise: Exercise) throws(Refusal) -> Settings {
    var settings = exercise.simulation.defaults
    for argument in try distinct() {
      let names = exercise.choices.map(\.name)
      if !names.contains(argument.knob), settings[argument.knob] != nil {
        let choices = exercise.choices.map { "\($0.name) (\($0.domain.text))" }
        throw Refusal(
          "\(argument.knob) is not yours to choose in \(exercise.id); choose \(choices.listed)")
      }
      guard names.contains(argument.knob) else {
        let remedy = NearestName.remedy(for: argument.knob, among: names)
        throw Refusal("no knob \(Quoted.text(argument.knob)) in \(exercise.id)\(remedy)")
      }
      try argument.turn(in: &settings, of: exercise.simulation)
    }
    return settings
  }

  /// The arguments, none of which names a knob a second time.
  package func distinct() throws(Refusal) -> [KnobArgument] {
    var seen = Set<String>()
    for argument in self where !seen.insert(argument.knob).inserted {
      throw Refusal("\(Quoted.bare(argument.knob)) is given twice; keep one")
    }
    return self
  }
}

extension [String] {
  /// The names as a sentence lists them: `a`, `a and b`, `a, b and c`.
  package var listed: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
