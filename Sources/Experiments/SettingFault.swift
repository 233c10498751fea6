import Plotting

/// What can be wrong with a knob and a value that come from outside.
package enum SettingFault: Error, Hashable {
  case unknownKnob(String, known: [String])
  case missingValue(knob: String, domain: Domain)
  case notANumber(knob: String, text: String, domain: Domain)
  case notFinite(knob: String, text: String, domain: Domain)
  case notAShare(knob: String, text: String, domain: Domain)
  case notWhole(knob: String, text: String, domain: Domain)
  case outOfRange(knob: String, text: String, domain: Domain)
  case unknownChoice(knob: String, text: String, choices: [String])

  /// One line: what is wrong, and what would be right.
  package var message: String {
    switch self {
    case .unknownKnob(let name, let known):
      "no knob \(Quoted.text(name))\(NearestName.remedy(for: name, among: known))"
    case .missingValue(let knob, let domain):
      "\(knob) has no value; it takes \(domain.text)"
    case .notANumber(let knob, let text, let domain):
      "\(knob) \(Quoted.text(text)) is not a number; it takes \(domain.text)"
        + (DecimalNumber.spelling(of: text).map { ", \($0)" } ?? "")
    case .notFinite(let knob, let text, let domain):
      "\(knob) \(Quoted.bare(text)) is not a finite number; it takes \(domain.text)"
    case .notAShare(let knob, let text, let domain):
      "\(knob) \(Quoted.bare(text)) is in percent, and \(knob) is no share; it takes \(domain.text)"
    case .notWhole(let knob, let text, let domain):
      "\(knob) \(Quoted.bare(text)) is not a whole number; it takes \(domain.text)"
    case .outOfRange(let knob, let text, let domain):
      "\(knob) \(Quoted.bare(text)) is out of range; it takes \(domain.text)"
    case .unknownChoice(let knob, let text, let choices):
      "\(knob) cannot be \(Quoted.text(text))\(NearestName.remedy(for: text, among: choices))"
    }
  }
}

extension Domain {
  /// Reads a value from text in the one form in which files have it.
  ///
  /// Numbers are decimal, with an optional exponent: no hexadecimal, no `nan`, no `inf`, and no
  /// grouping.
  package func value(of text: String, for knob: String) throws(SettingFault) -> SettingValue {
    guard !text.allSatisfy(\.isWhitespace) else { throw .missingValue(knob: knob, domain: self) }
    if case .choice(let names) = self {
      guard names.contains(text) else {
        throw .unknownChoice(knob: knob, text: text, choices: names)
      }
      return .choice(text)
    }
    return try value(DecimalNumber.value(of: text), text, knob)
  }

  /// Reads a value as people type it: a number in any spelling that can mean only one, and with it
  /// a share in percent, or a choice in any case; the knob's own name may stand beside it.
  package func value(typed text: String, for knob: String) throws(SettingFault) -> SettingValue {
    let text = TypedNumber.answer(in: text, to: knob)
    guard !text.isEmpty else { throw .missingValue(knob: knob, domain: self) }
    if case .choice(let names) = self {
      let bare = TypedNumber.folded(text.filter { !"\"'`“”„‘’".contains($0) })
      guard
        let name = names.first(where: { $0 == text })
          ?? names.first(where: { TypedNumber.folded($0) == bare })
      else { throw .unknownChoice(knob: knob, text: text, choices: names) }
      return .choice(name)
    }
    let number = TypedNumber(text)
    if number?.isPercentage ?? false, !isShare {
      throw .notAShare(knob: knob, text: text, domain: self)
    }
    return try value(number?.value, text, knob)
  }

  /// Whether the values are shares of a whole, so that they can be said in percent.
  package var isShare: Bool {
    guard case .real(let range, _) = self else { return false }
    return range.lowerBound >= 0 && range.upperBound <= 1
  }

  /// A number as a value of the domain.
  private func value(_ number: Double?, _ text: String, _ knob: String) throws(SettingFault)
    -> SettingValue
  {
    guard let number else {
      throw DecimalNumber.isNameOfNonFinite(text)
        ? .notFinite(knob: knob, text: text, domain: self)
        : .notANumber(knob: knob, text: text, domain: self)
    }
    guard number.isFinite else { throw .notFinite(knob: knob, text: text, domain: self) }
    switch self {
    case .real(let range, _):
      guard range.contains(number) else {
        throw .outOfRange(knob: knob, text: text, domain: self)
      }
      return .real(number)
    case .integer(let range, _):
      guard number == number.rounded() else {
        throw .notWhole(knob: knob, text: text, domain: self)
      }
      guard let whole = Int(exactly: number), range.contains(whole) else {
        throw .outOfRange(knob: knob, text: text, domain: self)
      }
      return .integer(whole)
    case .choice: throw .notANumber(knob: knob, text: text, domain: self)
    }
  }
}
