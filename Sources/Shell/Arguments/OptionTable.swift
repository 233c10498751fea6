import Experiments

/// The options of a command: each is a stored property, and nothing else can be read.
///
/// ```swift
/// struct Options: OptionTable {
///   let knobs = KnobSource.simulation
///   let seed = Option.seed
///   let json = Option.json
/// }
/// ```
protocol OptionTable: Sendable {
  init()
}

extension OptionTable {
  /// The options in the order in which they are declared, which is that of help and of refusals.
  static var options: [any AnyOption] {
    Mirror(reflecting: Self()).children.flatMap { child in
      (child.value as? any AnyOption).map { [$0] }
        ?? (child.value as? any OptionGroup)?.options ?? []
    }
  }

  /// Whose knobs are options too; nil where none are.
  static var knobs: KnobSource? {
    Mirror(reflecting: Self()).children.lazy.compactMap { $0.value as? KnobSource }.first
  }
}

/// Options that are declared and read together.
protocol OptionGroup: Sendable {
  associatedtype Value

  var options: [any AnyOption] { get }

  /// What was typed for them, by their names.
  func value(of typed: [String: [String]]) -> Value
}

/// The table of a command that has no options of its own.
struct NoOptions: OptionTable {}

/// The options of every command.
struct CommonOptions: OptionTable {
  let lessons = Option(
    repeated: "lessons", "DIR", "use the lessons in another folder; may be repeated")
  let plain = Option("plain", "all in words, without charts, lines and colour, for screen readers")
  let noColour = Option("no-color", "no colour")
  let help = Option("help", "show this help")
}

/// Whose knobs a command takes as options.
enum KnobSource: Sendable, Hashable {
  /// Those of the simulation named first.
  case simulation

  /// Those that the exercise named first lets one choose.
  case exercise

  /// Either, as the name says.
  case played
}

extension Option<Bool> {
  static var json: Option { Option("json", "print one JSON document") }
}

extension Option<UInt64> {
  static var seed: Option {
    Option("seed", Seed.typed, default: Seed.standard, "the seed of chance")
  }
}

extension Option<String?> {
  static var show: Option {
    Option(
      "show", "FIGURES", naming: .figure,
      "which figures to draw, joined by commas, or all, or none; the first unless given")
  }

  /// Which metrics are shown, by their names.
  static func metrics(_ summary: String) -> Option {
    Option("metrics", "NAMES", naming: .metric, summary)
  }
}
