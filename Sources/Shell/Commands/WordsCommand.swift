import Exhibits
import Experiments
import Lessons
import Screens

/// `knobs words`: what the terms of the lessons mean, and where they are explained.
enum WordsCommand: Command {
  static let name = "words"
  static let summary = "what the terms of the lessons mean"
  static let arguments = [Argument("WORD", .term, isRequired: false)]
  static let takesMoreWords = true
  struct Options: OptionTable { let json = Option.json }
  static let examples = [
    Example("knobs words learning rate", "what that is, and the lesson that explains it")
  ]

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    let all = Glossary(try context.contents().reading(.outline))
    guard !arguments.words.isEmpty else {
      guard !all.words.isEmpty || arguments.json else {
        throw Refusal("these lessons define no words; a block of words in a lesson does")
      }
      return try Report(all, asDocument: arguments.json, context)
    }
    let found = try all.looking(for: arguments.words.joined(separator: " "))
    return try Report(found, asDocument: arguments.json, context)
  }
}
