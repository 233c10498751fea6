import Foundation

/// Words that are searched for, and texts as they are searched: letters and digits alone, without case,
/// accents and other forms of the same letter.
struct SearchWords: Sendable, Hashable {
  /// The words, each once, in the order in which they were typed.
  let words: [String]

  /// The most words that are searched for at once.
  static let most = 20

  init(_ typed: [String]) {
    var seen = Set<String>()
    words = Array(
      typed.flatMap(Self.tokens).filter { seen.insert($0).inserted }.prefix(Self.most))
  }

  /// The words of a text as they are compared.
  static func tokens(_ text: String) -> [String] {
    let plain: String
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      plain = text.lowercased()
    } else {
      plain = text.decomposedStringWithCompatibilityMapping
        .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
    return plain.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// How well a word stands among some: whole 3, as the beginning of another 2, not at all 0.
  static func fit(_ word: String, _ tokens: [String]) -> Int {
    var best = 0
    for token in tokens where token.utf8.starts(with: word.utf8) {
      if token.utf8.count == word.utf8.count { return 3 }
      best = 2
    }
    return best
  }

  /// How well each word stands among some.
  func fits(_ tokens: [String]) -> [Int] { words.map { Self.fit($0, tokens) } }

  /// How well all words stand among some together: each by itself, and those next to each other more.
  func fit(_ tokens: [String]) -> Int {
    var sum = fits(tokens).reduce(0, +)
    for (first, second) in zip(words, words.dropFirst()) {
      let isPair = zip(tokens, tokens.dropFirst()).contains {
        $0.hasPrefix(first) && $1.hasPrefix(second)
      }
      if isPair { sum += 2 }
    }
    return sum
  }

  /// The pieces of a text, those that begin with one of the words marked.
  func marked(_ text: String) -> [(text: Substring, isMarked: Bool)] {
    var pieces: [(text: Substring, isMarked: Bool)] = []
    var rest = text[...]
    while let first = rest.first {
      let isWord = first.isLetter || first.isNumber
      let piece = rest.prefix { ($0.isLetter || $0.isNumber) == isWord }
      let tokens = isWord ? Self.tokens(String(piece)) : []
      pieces.append((piece, isWord && fits(tokens).contains { $0 > 0 }))
      rest = rest[piece.endIndex...]
    }
    return pieces
  }
}
