/// An option of a command, as typed after two hyphens.
struct Option: Sendable, Hashable {
  let name: String

  /// What stands for its value in help; nil for a switch.
  let placeholder: String?
  let summary: String

  /// Whether it may be given more than once.
  let mayRepeat: Bool

  init(
    _ name: String, _ placeholder: String? = nil, mayRepeat: Bool = false, _ summary: String
  ) {
    self.name = name
    self.placeholder = placeholder
    self.mayRepeat = mayRepeat
    self.summary = summary
  }

  static let help = Option("help", "show this help")
  static let lessons = Option(
    "lessons", "DIR", mayRepeat: true, "use the lessons in another folder; may be repeated")
  static let json = Option("json", "print one JSON document")
  static let seed = Option("seed", "N", "the seed of chance, 0 … 4294967295; 1 unless given")
  static let show = Option(
    "show", "FIGURES", "which figures to draw, joined by commas, or all; the first unless given")

  static let svg = Option("svg", "FILE", "write each figure drawn as an SVG picture")
  static let csv = Option("csv", "FILE", "write the samples of the figures drawn as a CSV table")

  /// What stands for every figure after `--show`.
  static let allFigures = "all"

  /// The options of every command.
  static let common = [lessons, help]
}

extension Option {
  init(_ name: String, _ summary: String) { self.init(name, nil, summary) }
}

/// A word that a command takes.
struct Argument: Sendable, Hashable {
  /// What a word names, for completion.
  enum Kind: Sendable, Hashable {
    case lesson

    /// A name for what is not there yet.
    case lessonName
    case exercise
    case simulation
    case shell
    case command

    /// A path, which the shell itself completes.
    case file
  }

  let placeholder: String
  let kind: Kind
  let isRequired: Bool

  init(_ placeholder: String, _ kind: Kind, isRequired: Bool = true) {
    self.placeholder = placeholder
    self.kind = kind
    self.isRequired = isRequired
  }
}

/// Whose knobs a command takes as options.
enum KnobSource: Sendable, Hashable {
  case none

  /// Those of the simulation named first.
  case simulation

  /// Those that the exercise named first lets one choose.
  case exercise
}
