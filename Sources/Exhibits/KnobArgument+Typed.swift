import Experiments
import Plotting

extension KnobArgument {
  /// The knobs that a line of text turns, each with its value, in any form that people type:
  /// `batch-size 10, learning-rate 0.05`, `learning-rate = 0.1`, `--learning-rate 0.1 --steps 80`,
  /// `learning-rate=0.1 steps=80`.
  ///
  /// - Parameters:
  ///   - simulation: whose knobs they are.
  ///   - choices: those that may be turned; where there is one, its value alone is enough.
  package static func arguments(
    in text: String, of simulation: any Simulation.Type, choosing choices: [any AnyKnob]
  ) throws(Refusal) -> [KnobArgument] {
    var reader = LineOfKnobs(text, simulation.knobs.map(\.name))
    var arguments: [KnobArgument] = []
    while !reader.isAtEnd {
      let name: String
      if let found = reader.name() {
        name = found
      } else if arguments.isEmpty, choices.count == 1 {
        name = choices[0].name
      } else {
        throw Refusal("write knob = value, such as \(choices.exampleOfTurn)")
      }
      let value = reader.value()
      arguments.append(KnobArgument(knob: name, value: value))
    }
    return arguments
  }
}

extension [any AnyKnob] {
  /// The first with its default, as one types it.
  package var exampleOfTurn: String {
    first.map { "\($0.name) = \($0.defaultValue.text)" } ?? ""
  }
}

/// A line that names knobs and values, read from left to right.
private struct LineOfKnobs {
  /// A word, and what stands around it.
  private struct Word {
    var text: String

    /// Whether an equals sign or a colon follows.
    var isAssigned = false

    /// Whether a comma or a semicolon follows, which ends a value.
    var isLast = false
  }

  /// The names that are known.
  private let names: [String]
  private var words: ArraySlice<Word>

  /// What may stand between two knobs and means nothing.
  private static let links: Set<String> = ["and", "&", "with", "set"]

  /// The most words that a name is typed in.
  private static let mostWords = 6

  init(_ text: String, _ names: [String]) {
    self.names = names
    words = Self.words(of: text)[...]
    skipLinks()
  }

  var isAtEnd: Bool { words.isEmpty }

  /// The next name, known or not; nil where none can stand.
  mutating func name() -> String? {
    guard let (name, count) = nameAhead() else { return nil }
    words = words.dropFirst(count)
    return name
  }

  /// What is typed up to the next name; nil where there is nothing.
  mutating func value() -> String? {
    var parts: [String] = []
    while let word = words.first {
      // The first word is a value whatever it is, unless it is given one itself.
      if parts.isEmpty ? word.isAssigned : isLink(word) || nameAhead() != nil { break }
      parts.append(word.text)
      words.removeFirst()
      if word.isLast { break }
    }
    skipLinks()
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private mutating func skipLinks() {
    while let word = words.first, isLink(word) { words.removeFirst() }
  }

  private func isLink(_ word: Word) -> Bool { Self.links.contains(word.text.lowercased()) }

  /// The name with which the rest begins, and how many words it takes.
  private func nameAhead() -> (name: String, count: Int)? {
    for count in stride(from: min(Self.mostWords, words.count), to: 0, by: -1) {
      let ahead = words.prefix(count)
      guard ahead.dropLast().allSatisfy({ !$0.isAssigned && !$0.isLast }) else { continue }
      let folded = TypedNumber.folded(ahead.map(\.text).joined(separator: " "))
      if names.contains(folded) { return (folded, count) }
    }
    guard let first = words.first else { return nil }
    let bare = first.text.drop { $0 == "-" }
    guard bare.first?.isLetter ?? false, first.isAssigned || first.text.hasPrefix("--") else {
      return nil
    }
    return (String(bare), 1)
  }

  /// The text cut at spaces, at equals signs and colons, and at commas that are not inside a number.
  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var word = ""
    func end(assigned: Bool = false, last: Bool = false) {
      if !word.isEmpty { words.append(Word(text: word)) }
      word = ""
      guard let index = words.indices.last else { return }
      if assigned { words[index].isAssigned = true }
      if last { words[index].isLast = true }
    }
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let isInNumber =
        index > 0 && characters[index - 1].isNumber && index + 1 < characters.count
        && characters[index + 1].isNumber
      switch character {
      case "=", ":", "＝": end(assigned: true)
      case ",", ";":
        if isInNumber { word.append(character) } else { end(last: true) }
      case let character where character.isWhitespace: end()
      default: word.append(character)
      }
    }
    end()
    return words
  }
}
