import Exhibits

/// A command, described once: reading, help and completion all come from here.
protocol Command: Sendable {
  /// The word it is called by, or two: that of its group and its own; none for the program alone.
  static var name: String { get }

  /// What it does, in a few words.
  static var summary: String { get }
  static var arguments: [Argument] { get }

  /// Whether more words may follow than the arguments name; the command itself reads them.
  static var takesMoreWords: Bool { get }

  /// Its own options, beside ``CommonOptions``.
  associatedtype Options: OptionTable = NoOptions

  /// What help says beyond the tables; a paragraph each.
  static var discussion: [String] { get }

  /// Command lines that help shows, each with what it does.
  static var examples: [Example] { get }

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
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
  static var takesMoreWords: Bool { false }
  static var discussion: [String] { [] }
  static var examples: [Example] { [] }

  /// Every option that may be typed after it: its own, then the common ones.
  static var options: [any AnyOption] { Options.options + CommonOptions.options }

  /// Whose knobs are options too; nil where none are.
  static var knobs: KnobSource? { Options.knobs }

  /// Takes a line apart by the tables of the command.
  static func split(_ arguments: some Sequence<String>) throws(Refusal) -> SplitArguments {
    try SplitArguments(
      arguments, options: options, takesKnobs: knobs != nil,
      owner: name.isEmpty ? "knobs" : "knobs \(name)")
  }

  /// Runs with a line that was taken apart.
  static func run(_ split: SplitArguments, _ context: Context) async throws(Refusal) -> Report {
    try await run(ParsedArguments<Options>(split), context)
  }
}

/// Every command, in the order of the help.
enum Commands {
  static let all: [any Command.Type] = [
    HomeCommand.self,
    LearnCommand.self, LessonsCommand.self, FindCommand.self, SimulationsCommand.self,
    RunCommand.self, PlayCommand.self,
    SweepCommand.self, TuneCommand.self, ThroughputCommand.self, CheckCommand.self,
    HintCommand.self,
    SolutionCommand.self, WordsCommand.self, ReviewCommand.self, ProgressCommand.self,
    LogCommand.self,
    ResetCommand.self, PublishCommand.self,
    AuthorNewCommand.self, AuthorCheckCommand.self, AuthorPreviewCommand.self,
    AuthorCalibrateCommand.self, CompletionsCommand.self, HelpCommand.self,
  ]

  /// What the program does without a command's word.
  static var home: (any Command.Type)? { all.first { $0.name.isEmpty } }

  /// The commands that have a word.
  static var named: [any Command.Type] { all.filter { !$0.name.isEmpty } }

  static func named(_ name: String) -> (any Command.Type)? { named.first { $0.name == name } }

  /// The first words of all commands, each once.
  static var words: [String] {
    var words: [String] = []
    for command in named {
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
