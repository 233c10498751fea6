import Exhibits
import Experiments

/// A command line, taken apart into words, options and knobs; no value is looked at yet.
struct SplitArguments: Sendable, Hashable {
  /// The words that are no options.
  var words: [String] = []

  /// What was typed for each option, by its name, in the order of the line; a switch has an empty
  /// text.
  var options: [String: [String]] = [:]

  /// The options that belong to no table and so have to be knobs.
  var knobs: [KnobArgument] = []

  /// Takes the words and options after a command apart, by the conventions of POSIX and GNU:
  /// `--name value` or `--name=value`, anywhere; everything after `--` is a word.
  ///
  /// - Parameters:
  ///   - known: the options that there are.
  ///   - takesKnobs: whether any other option may be a knob.
  ///   - owner: what the options belong to, for a refusal.
  init(
    _ arguments: some Sequence<String>, options known: [any AnyOption], takesKnobs: Bool,
    owner: String
  ) throws(Refusal) {
    var rest = Array(arguments)[...]
    while let word = rest.popFirst() {
      if word == "--" {
        words += rest
        break
      }
      guard word.hasPrefix("-"), word.count > 1 else {
        if let flag = Self.flag(in: word) {
          throw Refusal("\(Quoted.text(word)) is no option; one is typed with two hyphens: \(flag)")
        }
        words.append(word)
        continue
      }
      let isShort = !word.hasPrefix("--")
      if isShort, word != "-h" {
        if takesKnobs, word.count > 2, let flag = Self.flag(in: word) {
          throw Refusal("\(Quoted.text(word)) is no option; one is typed with two hyphens: \(flag)")
        }
        throw Self.unknown(word, known, owner)
      }
      let halves = word.dropFirst(isShort ? 1 : 2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = isShort ? "help" : String(halves.first ?? "")
      let attached = halves.count > 1 ? String(halves[1]) : nil
      let option = known.first { $0.name == name }
      guard option != nil || takesKnobs else { throw Self.unknown(word, known, owner) }
      var value = attached
      if option?.isSwitch ?? false {
        if attached != nil { throw Refusal("--\(name) takes no value") }
      } else if attached == nil, let next = rest.first, !next.hasPrefix("--") {
        value = rest.removeFirst()
      }
      guard let option else {
        knobs.append(KnobArgument(knob: name, value: value, among: known.map(\.name)))
        continue
      }
      guard options[name] == nil || option.mayRepeat else {
        throw Refusal("--\(name) is given twice; keep one")
      }
      if let placeholder = option.placeholder, value?.isEmpty ?? true {
        throw Refusal("--\(name) has no value; it takes \(placeholder)")
      }
      options[name, default: []].append(value ?? "")
    }
  }

  /// The option that a word stands for whose hyphens became dashes, as in a text editor, or which has
  /// quotation marks or characters that do not show around it; nil where it is none.
  private static func flag(in word: String) -> String? {
    let plain = word.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      switch scalar {
      case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE58}", "\u{FE63}", "\u{FF0D}": "-"
      case "＝": "="
      case "“", "”", "„", "‘", "’", "«", "»", "\"", "'": nil
      default: scalar.properties.generalCategory == .format ? nil : scalar
      }
    }
    let name = plain.drop { $0 == "-" }.prefix { $0 != "=" }
    guard name.count < plain.count, plain.first == "-", let first = name.first, first.isASCII,
      first.properties.isAlphabetic
    else { return nil }
    return "--\(Quoted.bare(String(String.UnicodeScalarView(name))))"
  }

  private static func unknown(_ word: String, _ known: [any AnyOption], _ owner: String)
    -> Refusal
  {
    let typed = String(word.drop { $0 == "-" }.prefix { $0 != "=" })
    let remedy = NearestName.remedy(for: "--\(typed)", among: known.map(\.flag))
    return Refusal("no option \(Quoted.text(word)) for \(owner)\(remedy)")
  }
}
