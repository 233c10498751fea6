import Exhibits
import Experiments
import Grading
import Lessons

/// Help, from the tables that also read the command line.
enum Help {
  /// Every command with what it does.
  static var overview: HelpExhibit {
    var help = HelpExhibit()
    help.title = "Knobs"
    help.summary = "a course on hyperparameters in the terminal"
    help.usage = "knobs"
    help.behind = " [COMMAND] [OPTIONS]"
    help.isOverview = true
    help.tables = [
      .init("commands", Commands.named.map { [$0.name, $0.summary] }),
      .init("options", rows(Commands.home?.options ?? CommonOptions.options)),
      .init(
        "environment",
        [
          ["KNOBS_LESSONS", "other folders of lessons, joined by :"],
          ["KNOBS_STATE", "the folder that keeps your progress"],
          ["KNOBS_CACHE", "the folder that keeps what author check has searched"],
          ["NO_COLOR", "no colour, as with --no-color"],
          ["KNOBS_PLAIN", "all in words, as with --plain"],
          ["KNOBS_MARKS", "ascii, block or braille: what charts are drawn with"],
          ["KNOBS_MOTION", "none: nothing moves by itself"],
        ]),
    ]
    help.next = [
      NextStep("knobs", "where you are, and what to type next"),
      NextStep("knobs COMMAND --help", "more about a command"),
    ]
    return help
  }

  /// The commands of one group with what they do.
  static func overview(of group: [any Command.Type]) -> HelpExhibit {
    var help = HelpExhibit()
    help.tables = [.init("commands", group.map { ["knobs \($0.name)", $0.summary] })]
    help.next = group.prefix(1).map {
      NextStep("knobs \($0.name) --help", "more about a command")
    }
    return help
  }

  /// One command: its words, options, knobs and examples; all of them for the one without a word.
  ///
  /// - Parameter words: the words typed so far; where they name a simulation or an exercise, its
  ///   knobs are listed.
  static func page(on command: any Command.Type, words: [String], _ context: Context)
    throws(Refusal) -> HelpExhibit
  {
    if command.name.isEmpty { return overview }
    let knobs = try knobs(of: command, words: words, context)
    var help = HelpExhibit()
    help.title = "knobs \(command.name)"
    help.summary = command.summary
    help.usage = usage(command)
    help.paragraphs = command.discussion
    help.tables = [.init("options", rows(command.options))]
    if let knobs {
      help.tables.append(
        .init(
          "knobs", headings: ["range", "default", ""],
          knobs.map { ["--\($0.name)", $0.domain.text, $0.defaultValue.text, $0.summary] }))
    }
    help.next =
      command.examples.isEmpty || knobs != nil
      ? [NextStep("knobs", "where you are, and what to type next")]
      : command.examples.map { NextStep($0.line, $0.gloss) }
    return help
  }

  private static func rows(_ options: [any AnyOption]) -> [[String]] {
    options.map { option in
      [option.flag + (option.placeholder.map { " \($0)" } ?? ""), option.summary]
    }
  }

  private static func usage(_ command: any Command.Type) -> String {
    var words = ["knobs", command.name]
    words += command.arguments.map { $0.isRequired ? $0.placeholder : "[\($0.placeholder)]" }
    if command.knobs != nil { words.append("[--KNOB VALUE …]") }
    words.append("[OPTIONS]")
    return words.joined(separator: " ")
  }

  private static func knobs(of command: any Command.Type, words: [String], _ context: Context)
    throws(Refusal) -> [any AnyKnob]?
  {
    guard let name = words.first else { return nil }
    return switch command.knobs {
    case nil: nil
    case .simulation: try context.simulation(name).knobs
    case .exercise: try context.contents().findExercise(name).choices
    case .played:
      name.contains("/")
        ? try context.contents().findExercise(name).choices : try context.simulation(name).knobs
    }
  }
}
