import Exhibits
import Experiments

/// A command line as a table of options understands it: words, and a typed value for each option.
///
/// An option is read as a property, by the name under which the table declares it; what a table
/// does not declare cannot be read. Every value has passed its option's range when this exists.
@dynamicMemberLookup
struct ParsedArguments<Options: OptionTable>: Sendable {
  /// The words that are no options.
  let words: [String]

  private let typed: [String: [String]]
  private let knobArguments: [KnobArgument]
  private let options = Options()

  /// - Throws: what is wrong with the first value that an option refuses.
  init(_ split: SplitArguments) throws(Refusal) {
    words = split.words
    knobArguments = split.knobs
    typed = split.options
    for option in Options.options {
      for text in split.options[option.name] ?? [] {
        if let refusal = option.refusal(of: text) { throw refusal }
      }
    }
  }

  /// The value of an option: what was typed, else its default.
  subscript<Value>(dynamicMember path: KeyPath<Options, Option<Value>>) -> Value {
    let option = options[keyPath: path]
    return option.value(of: typed[option.name] ?? [])
  }

  /// The value of options that are read together.
  subscript<Group: OptionGroup>(dynamicMember path: KeyPath<Options, Group>) -> Group.Value {
    options[keyPath: path].value(of: typed)
  }

  /// The knobs that were typed, for a table that takes any.
  subscript(dynamicMember path: KeyPath<Options, KnobSource>) -> [KnobArgument] { knobArguments }
}
