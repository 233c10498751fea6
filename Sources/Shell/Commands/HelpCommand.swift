import Terminal

/// `knobs help`: the same as `--help`.
enum HelpCommand: Command {
  static let name = "help"
  static let summary = "how to use knobs, or one of its commands"
  static let arguments = [
    Argument("COMMAND", .command, isRequired: false),
    Argument("NAME", .simulation, isRequired: false),
  ]

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    guard let name = arguments.words.first else { return Report(HelpView.overview(context.screen)) }
    if let (command, words) = Commands.beginning(arguments.words) {
      let rest = Array(arguments.words.dropFirst(words))
      return Report(try HelpView.page(on: command, words: rest, context))
    }
    let group = Commands.group(name)
    if arguments.words.count == 1, !group.isEmpty {
      return Report(HelpView.overview(of: group, context.screen))
    }
    let typed = group.isEmpty ? [name] : arguments.words.prefix(2)
    let command = try Program.command(typed.joined(separator: " "))
    return Report(try HelpView.page(on: command, words: [], context))
  }
}
