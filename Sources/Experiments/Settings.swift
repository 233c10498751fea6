/// The position of every knob of one simulation; a knob nobody has turned has its default.
///
/// Values are checked on their way in, so a simulation can trust what it reads.
package struct Settings: Sendable {
  /// The simulation's knobs, in its order.
  package let knobs: [any AnyKnob]

  /// The knobs that were turned.
  package private(set) var turned: [String: SettingValue] = [:]

  package init(_ knobs: [any AnyKnob]) { self.knobs = knobs }

  package subscript<Value>(_ knob: Knob<Value>) -> Value {
    turned[knob.name].flatMap(Value.init) ?? knob.standard
  }

  /// Every knob with its value, in the simulation's order.
  package var values: [(name: String, value: SettingValue)] {
    knobs.map { ($0.name, turned[$0.name] ?? $0.defaultValue) }
  }

  /// The value of a knob by name; nil if there is no such knob.
  package subscript(_ name: String) -> SettingValue? {
    knobs.first { $0.name == name }.map { turned[$0.name] ?? $0.defaultValue }
  }

  /// Turns a knob to a value as people type it.
  ///
  /// - Throws: ``SettingFault`` if there is no such knob or it cannot take the value.
  package mutating func turn(_ name: String, typed text: String) throws(SettingFault) {
    let knob = try knob(named: name)
    turned[name] = try knob.domain.value(typed: text, for: name)
  }

  /// Turns a knob to a value given as text in the form of files.
  ///
  /// - Throws: ``SettingFault`` if there is no such knob or it cannot take the value.
  package mutating func turn(_ name: String, to text: String) throws(SettingFault) {
    let knob = try knob(named: name)
    turned[name] = try knob.domain.value(of: text, for: name)
  }

  /// Turns a knob to a value.
  ///
  /// - Throws: ``SettingFault`` if there is no such knob or the value is not in its domain.
  package mutating func turn(_ name: String, to value: SettingValue) throws(SettingFault) {
    let knob = try knob(named: name)
    guard knob.domain.contains(value) else {
      throw .outOfRange(knob: name, text: value.text, domain: knob.domain)
    }
    turned[name] = value
  }

  /// The same settings with other knobs turned on top.
  package func overlaid(by other: Settings) -> Settings {
    var sum = self
    sum.turned.merge(other.turned) { $1 }
    return sum
  }

  private func knob(named name: String) throws(SettingFault) -> any AnyKnob {
    guard let knob = knobs.first(where: { $0.name == name }) else {
      throw .unknownKnob(name, known: knobs.map(\.name))
    }
    return knob
  }
}

extension Settings: Equatable {
  package static func == (left: Settings, right: Settings) -> Bool {
    left.values.elementsEqual(right.values) { $0.name == $1.name && $0.value == $1.value }
  }
}
