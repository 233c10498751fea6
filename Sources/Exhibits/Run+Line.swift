import Experiments
import Tuning

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
