import Exhibits
import Experiments
import Plotting

/// An option as it is typed after two hyphens: help, reading, refusals and completion come from it.
///
/// It is a stored property of a command's ``OptionTable``, and read as a property of the parsed
/// arguments: `let points = Option("points", 2...201, default: 25, "how many values")` is
/// `arguments.points`, an `Int` within the range.
struct Option<Value: OptionValue>: AnyOption {
  let name: String
  let placeholder: String?
  let summary: String
  let domain: OptionDomain
  let mayRepeat: Bool

  /// The value where nothing is typed.
  let standard: Value

  private init(
    _ name: String, _ placeholder: String?, _ domain: OptionDomain, mayRepeat: Bool = false,
    standard: Value, _ summary: String
  ) {
    self.name = name
    self.placeholder = placeholder
    self.domain = domain
    self.mayRepeat = mayRepeat
    self.standard = standard
    self.summary = summary
  }

  /// The value of what was typed, none of which was refused.
  func value(of typed: [String]) -> Value { Value(typed: typed) ?? standard }
}

extension Option<Bool> {
  /// A switch, which takes no value.
  init(_ name: String, _ summary: String) {
    self.init(name, nil, .flag, standard: false, summary)
  }
}

extension Option where Value: FixedWidthInteger & Sendable {
  /// A whole number in a range; help says both the range and the default.
  init(_ name: String, _ range: ClosedRange<Value>, default standard: Value, _ summary: String) {
    let bounds = UInt64(range.lowerBound)...UInt64(range.upperBound)
    self.init(
      name, "N", .whole(bounds), standard: standard,
      "\(summary), \(OptionDomain.text(bounds)); \(standard) unless given")
  }
}

extension Option<Int?> {
  /// A whole number in a range; nil where it is not given.
  ///
  /// - Parameter silent: what help says of that.
  init(_ name: String, _ range: ClosedRange<Int>, silent: String, _ summary: String) {
    let bounds = UInt64(range.lowerBound)...UInt64(range.upperBound)
    self.init(
      name, "N", .whole(bounds), standard: nil,
      "\(summary), \(OptionDomain.text(bounds)); \(silent) unless given")
  }
}

extension Option<String?> {
  /// A text; nil where it is not given.
  ///
  /// - Parameter naming: what of a simulation it names, for completion.
  init(
    _ name: String, _ placeholder: String, naming: SimulationPart? = nil, _ summary: String
  ) {
    self.init(name, placeholder, .text(naming), standard: nil, summary)
  }
}

extension Option<[String]> {
  /// Texts, of which there may be any number.
  init(repeated name: String, _ placeholder: String, _ summary: String) {
    self.init(name, placeholder, .text(nil), mayRepeat: true, standard: [], summary)
  }
}

extension Option {
  /// One of several names; nil where it is not given.
  init<Choice: RawRepresentable<String> & CaseIterable>(
    choice name: String, _ placeholder: String, _ summary: String
  ) where Value == Choice? {
    self.init(
      name, placeholder, .choice(Choice.allCases.map(\.rawValue)), standard: nil, summary)
  }
}

/// An option of some type of value.
protocol AnyOption: Sendable {
  var name: String { get }

  /// What stands for its value in help; nil for a switch.
  var placeholder: String? { get }
  var summary: String { get }
  var domain: OptionDomain { get }

  /// Whether it may be given more than once.
  var mayRepeat: Bool { get }
}

extension AnyOption {
  /// The name as it is typed.
  var flag: String { "--\(name)" }

  var isSwitch: Bool { domain == .flag }

  /// What is wrong with a value that was typed; nil where nothing is.
  func refusal(of text: String) -> Refusal? {
    switch domain {
    case .flag, .text: return nil
    case .whole(let range):
      if let number = UInt64(text), range.contains(number) { return nil }
      let meant = DecimalNumber.meant(by: text).flatMap(DecimalNumber.value)
        .flatMap { UInt64(exactly: $0) }.flatMap { range.contains($0) ? $0 : nil }
      return Refusal(
        "\(name) \(Quoted.text(text)) is not a whole number \(OptionDomain.text(range))"
          + (meant.map { "; write \($0)" } ?? ""))
    case .choice(let names):
      if names.contains(text) { return nil }
      let remedy = NearestName.remedy(for: text, among: names)
      return Refusal("no \(name) \(Quoted.text(text))\(remedy)")
    }
  }
}

/// What may be typed for an option.
enum OptionDomain: Sendable, Hashable {
  /// Nothing: it is given or it is not.
  case flag

  /// A whole number in a range.
  case whole(ClosedRange<UInt64>)

  /// One of these names.
  case choice([String])

  /// Any text; where it names a part of a simulation, completion offers those there are.
  case text(SimulationPart?)

  /// A range as help and refusals say it.
  static func text(_ range: ClosedRange<UInt64>) -> String {
    "\(range.lowerBound) … \(range.upperBound)"
  }
}

/// The parts of a simulation that an option may name.
enum SimulationPart: Sendable, Hashable {
  case figure, metric

  func names(in simulation: any Simulation.Type) -> [String] {
    switch self {
    case .figure: simulation.figures.map(\.name)
    case .metric: simulation.metrics.map(\.name)
    }
  }
}

/// A type of value that an option gives.
protocol OptionValue: Sendable {
  /// The value of the texts that were typed, in their order; nil where there is none.
  init?(typed: [String])
}

extension Bool: OptionValue {
  init?(typed: [String]) { self = !typed.isEmpty }
}

extension Int: OptionValue {
  init?(typed: [String]) { self.init(typed.last ?? "") }
}

extension UInt64: OptionValue {
  init?(typed: [String]) { self.init(typed.last ?? "") }
}

extension String: OptionValue {
  init?(typed: [String]) {
    guard let text = typed.last else { return nil }
    self = text
  }
}

extension OptionValue where Self: RawRepresentable<String> {
  init?(typed: [String]) { self.init(rawValue: typed.last ?? "") }
}

extension [String]: OptionValue {
  init?(typed: [String]) { self = typed }
}

extension Optional: OptionValue where Wrapped: OptionValue {
  init?(typed: [String]) { self = Wrapped(typed: typed) }
}
