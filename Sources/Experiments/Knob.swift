/// A hyperparameter a simulation lets one turn, described once: flags, help, ranges, JSON names,
/// completions, prompts and sweeps all come from here.
package struct Knob<Value: KnobValue>: AnyKnob {
  package let name: String
  package let domain: Domain
  package let summary: String

  /// The value while nobody has turned the knob.
  package let standard: Value

  package var defaultValue: SettingValue { standard.settingValue }
}

/// A knob whose type is set aside, for whoever lists knobs.
package protocol AnyKnob: Sendable {
  /// The name as it is typed, in lowercase words joined by hyphens.
  var name: String { get }
  var domain: Domain { get }
  var defaultValue: SettingValue { get }

  /// What the knob does, in a few words.
  var summary: String { get }
}

extension Knob<Double> {
  package init(_ name: String, _ domain: Domain, default standard: Double, _ summary: String) {
    self.init(name: name, domain: domain, summary: summary, standard: standard)
  }
}

extension Knob<Int> {
  package init(
    _ name: String, _ range: ClosedRange<Int>, _ scale: Scale.Kind = .linear, default standard: Int,
    _ summary: String
  ) {
    self.init(name: name, domain: .integer(range, scale), summary: summary, standard: standard)
  }
}

extension Knob where Value: CaseIterable & RawRepresentable<String> {
  package init(_ name: String, default standard: Value, _ summary: String) {
    self.init(
      name: name, domain: .choice(Value.allCases.map(\.rawValue)), summary: summary,
      standard: standard)
  }
}
