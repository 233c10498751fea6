import Experiments

/// A command line, taken apart by the tables of its command.
struct Call: Sendable, Hashable {
  /// An option that belongs to no table of the command and so has to be a knob.
  struct Turn: Sendable, Hashable {
    let knob: String

    /// Nil where the line ends before the value.
    let value: String?
  }

  /// The words that are no options.
  var words: [String] = []

  /// Values by option name; switches have an empty one.
  var options: [String: String] = [:]

  /// Values of the options that may be given more than once, in their order.
  var repeated: [String: [String]] = [:]
  var turns: [Turn] = []

  func has(_ option: Option) -> Bool { options[option.name] != nil }

  /// The values of an option that may be given more than once.
  func values(_ option: Option) -> [String] { repeated[option.name] ?? [] }

  func value(_ option: Option) -> String? { options[option.name] }

  var wantsJSON: Bool { has(.json) }

  /// A whole number given to an option.
  func whole(_ option: Option, _ range: ClosedRange<UInt64>) throws(Refusal) -> UInt64? {
    guard let text = value(option) else { return nil }
    guard let number = UInt64(text), range.contains(number) else {
      throw Refusal(
        "\(option.name) \(Quoted.text(text)) is not a whole number "
          + "\(range.lowerBound) … \(range.upperBound)")
    }
    return number
  }

  func seed() throws(Refusal) -> UInt64 { try whole(.seed, Seed.typed) ?? Seed.standard }

  /// Takes the words and options after a command apart, by the conventions of POSIX and GNU:
  /// `--name value` or `--name=value`, anywhere; everything after `--` is a word.
  static func read(_ arguments: some Sequence<String>, for command: any Command.Type)
    throws(Refusal) -> Call
  {
    try read(
      arguments, options: command.options + Option.common,
      takesKnobs: command.knobs != .none, owner: "knobs \(command.name)")
  }

  static func read(
    _ arguments: some Sequence<String>, options known: [Option], takesKnobs: Bool, owner: String
  ) throws(Refusal) -> Call {
    var call = Call()
    var rest = Array(arguments)[...]
    while let word = rest.popFirst() {
      if word == "--" {
        call.words += rest
        break
      }
      guard word.hasPrefix("-"), word.count > 1 else {
        call.words.append(word)
        continue
      }
      let isShort = !word.hasPrefix("--")
      if isShort, word != "-h" { throw unknown(word, known, takesKnobs, owner) }
      let halves = word.dropFirst(isShort ? 1 : 2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = isShort ? Option.help.name : String(halves.first ?? "")
      let attached = halves.count > 1 ? String(halves[1]) : nil
      let option = known.first { $0.name == name }
      guard option != nil || takesKnobs else { throw unknown(word, known, takesKnobs, owner) }
      var value = attached
      if option?.placeholder != nil || option == nil {
        if attached == nil, let next = rest.first, !next.hasPrefix("--") {
          value = rest.removeFirst()
        }
      } else if attached != nil {
        throw Refusal("--\(name) takes no value")
      }
      guard let option else {
        call.turns.append(Turn(knob: name, value: value))
        continue
      }
      guard call.options[name] == nil else { throw Refusal("--\(name) is given twice; keep one") }
      if option.placeholder != nil, value?.isEmpty ?? true {
        throw Refusal("--\(name) has no value; it takes \(option.placeholder ?? "one")")
      }
      if option.mayRepeat {
        call.repeated[name, default: []].append(value ?? "")
      } else {
        call.options[name] = value ?? ""
      }
    }
    return call
  }

  private static func unknown(
    _ word: String, _ known: [Option], _ takesKnobs: Bool, _ owner: String
  ) -> Refusal {
    let typed = String(word.drop { $0 == "-" }.prefix { $0 != "=" })
    let names = known.map { "--\($0.name)" }
    let remedy = NearestName.remedy(for: "--\(typed)", among: names)
    return Refusal("no option \(Quoted.text(word)) for \(owner)\(remedy)")
  }
}
