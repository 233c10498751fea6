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
    if let (command, words) = Commands.beginning(call.words) {
      let rest = Array(call.words.dropFirst(words))
      return Report(try HelpView.page(on: command, words: rest, context))
    }
    let group = Commands.group(name)
    if call.words.count == 1, !group.isEmpty {
      return Report(HelpView.overview(of: group, context.screen))
    }
    let typed = group.isEmpty ? [name] : call.words.prefix(2)
    let command = try Program.command(typed.joined(separator: " "))
    return Report(try HelpView.page(on: command, words: [], context))
  }
}
