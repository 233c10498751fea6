/// A command, described once: reading, help and completion all come from here.
protocol Command: Sendable {
  /// The word it is called by, or two: that of its group and its own.
  static var name: String { get }

  /// What it does, in a few words.
  static var summary: String { get }
  static var arguments: [Argument] { get }

  /// Its own options, beside ``Option/common``.
  static var options: [Option] { get }
  static var knobs: KnobSource { get }

  /// What help says beyond the tables; a paragraph each.
  static var discussion: [String] { get }

  /// Command lines that help shows, each with what it does.
  static var examples: [Example] { get }

  static func run(_ call: Call, _ context: Context) async throws(Refusal) -> Report
}

/// A command line, and what it does.
struct Example: Sendable, Hashable {
  let line: String
  let gloss: String

  init(_ line: String, _ gloss: String) {
    self.line = line
    self.gloss = gloss
  }
}

extension Command {
  static var arguments: [Argument] { [] }
  static var options: [Option] { [] }
  static var knobs: KnobSource { .none }
  static var discussion: [String] { [] }
  static var examples: [Example] { [] }
}

/// Every command, in the order of the help.
enum Commands {
  static let all: [any Command.Type] = [
    LearnCommand.self, LessonsCommand.self, SimulationsCommand.self, RunCommand.self,
    SweepCommand.self, ThroughputCommand.self, CheckCommand.self, HintCommand.self,
    SolutionCommand.self, ProgressCommand.self, LogCommand.self, ResetCommand.self,
    AuthorNewCommand.self, AuthorCheckCommand.self, AuthorPreviewCommand.self,
    AuthorCalibrateCommand.self, CompletionsCommand.self, HelpCommand.self,
  ]

  static func named(_ name: String) -> (any Command.Type)? { all.first { $0.name == name } }

  /// The first words of all commands, each once.
  static var words: [String] {
    var words: [String] = []
    for command in all {
      let word = String(command.name.prefix { $0 != " " })
      if !words.contains(word) { words.append(word) }
    }
    return words
  }

  /// The commands whose names have two words, of which this is the first.
  static func group(_ word: String) -> [any Command.Type] {
    all.filter { $0.name.hasPrefix(word + " ") }
  }

  /// The command that some words begin with, and how many of them are its name.
  static func beginning(_ words: [String]) -> (command: any Command.Type, words: Int)? {
    for count in [1, 2] where words.count >= count {
      if let command = named(words.prefix(count).joined(separator: " ")) {
        return (command, count)
      }
    }
    return nil
  }
}
