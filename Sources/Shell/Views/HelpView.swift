import Course
import Experiments
import Terminal

/// Help, from the tables that also read the command line.
enum HelpView {
  /// Every command with what it does.
  static func overview(_ screen: Screen) -> Page {
    var page = Page(screen)
    page.text(
      StyledText("Knobs", .bold) + " · a course on hyperparameters in the terminal", indent: 0)
    page.blank()
    page.text(StyledText("knobs", .accent) + StyledText(" [COMMAND] [OPTIONS]"))
    page.table("commands", ["", ""], Commands.named.map { [$0.name, $0.summary] })
    page.table("options", ["", ""], rows(Commands.home?.options ?? CommonOptions.options))
    page.table(
      "environment", ["", ""],
      [
        ["KNOBS_LESSONS", "other folders of lessons, joined by :"],
        ["KNOBS_STATE", "the folder that keeps your progress"],
        ["KNOBS_CACHE", "the folder that keeps what author check has searched"],
        ["NO_COLOR", "no colour"],
      ])
    page.blank()
    page.next([
      ("knobs", "where you are, and what to type next"),
      ("knobs COMMAND --help", "more about a command"),
    ])
    return page
  }

  /// The commands of one group with what they do.
  static func overview(of group: [any Command.Type], _ screen: Screen) -> Page {
    var page = Page(screen)
    page.table("commands", ["", ""], group.map { ["knobs \($0.name)", $0.summary] })
    page.blank()
    page.next(group.prefix(1).map { ("knobs \($0.name) --help", "more about a command") })
    return page
  }

  /// One command: its words, options, knobs and examples; all of them for the one without a word.
  ///
  /// - Parameter words: the words typed so far; where they name a simulation or an exercise, its
  ///   knobs are listed.
  static func page(on command: any Command.Type, words: [String], _ context: Context)
    throws(Refusal) -> Page
  {
    if command.name.isEmpty { return overview(context.screen) }
    var page = Page(context.screen)
    page.heading("knobs \(command.name)", [command.summary])
    page.blank()
    let words = try knobs(of: command, words: words, context)
    page.text(StyledText(usage(command), .accent))
    for paragraph in command.discussion {
      page.blank()
      page.text(StyledText(paragraph))
    }
    page.table("options", ["", ""], rows(command.options))
    if let words {
      page.table(
        "knobs", ["", "range", "default", ""],
        words.map { ["--\($0.name)", $0.domain.text, $0.defaultValue.text, $0.summary] })
    }
    if !command.examples.isEmpty, words == nil {
      page.blank()
      page.next(command.examples.map { ($0.line, $0.gloss) })
    } else {
      page.blank()
      page.next([("knobs", "where you are, and what to type next")])
    }
    return page
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
    }
  }
}
