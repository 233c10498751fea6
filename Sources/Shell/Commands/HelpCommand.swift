import Terminal

/// `knobs help`: the same as `--help`.
enum HelpCommand: Command {
  static let name = "help"
  static let summary = "how to use knobs, or one of its commands"
  static let arguments = [
    Argument("COMMAND", .command, isRequired: false),
    Argument("NAME", .simulation, isRequired: false),
  ]

  static func run(_ call: Call, _ context: Context) async throws(Refusal) -> Report {
    guard let name = call.words.first else { return Report(HelpView.overview(context.screen)) }
    let command = try Program.command(name)
    return Report(try HelpView.page(on: command, words: Array(call.words.dropFirst()), context))
  }
}
