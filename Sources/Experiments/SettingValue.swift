/// The value a knob is turned to, whatever the knob's type.
package enum SettingValue: Sendable, Hashable {
  case real(Double)
  case integer(Int)
  case choice(String)

  /// The shortest text that reads back as the same value.
  package var text: String {
    switch self {
    case .real(let value): NumberText.shortest(value)
    case .integer(let value): String(value)
    case .choice(let value): value
    }
  }

  /// The value on the number line; nil for a choice.
  package var number: Double? {
    switch self {
    case .real(let value): value
    case .integer(let value): Double(value)
    case .choice: nil
    }
  }
}

extension SettingValue: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .real(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .choice(let value): try container.encode(value)
    }
  }
}

/// A Swift type that a knob can have.
package protocol KnobValue: Sendable {
  /// The value, its type set aside.
  var settingValue: SettingValue { get }

  /// The value with its type again; nil if it is of another kind.
  init?(_ settingValue: SettingValue)
}

extension Double: KnobValue {
  package var settingValue: SettingValue { .real(self) }

  package init?(_ settingValue: SettingValue) {
    guard case .real(let value) = settingValue else { return nil }
    self = value
  }
}

extension Int: KnobValue {
  package var settingValue: SettingValue { .integer(self) }

  package init?(_ settingValue: SettingValue) {
    guard case .integer(let value) = settingValue else { return nil }
    self = value
  }
}

extension KnobValue where Self: RawRepresentable<String> {
  package var settingValue: SettingValue { .choice(rawValue) }

  package init?(_ settingValue: SettingValue) {
    guard case .choice(let name) = settingValue else { return nil }
    self.init(rawValue: name)
  }
}
