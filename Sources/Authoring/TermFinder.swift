/// Finds terms in running text, whole words whatever their case, in the singular or with an s.
///
/// What stands in quotation marks is somebody else's, such as the title of a paper.
struct TermFinder: Sendable {
  /// The terms by their first word, each as its words.
  private let byFirstWord: [String: [[String]]]

  /// - Parameter terms: keys of terms.
  init(_ terms: some Sequence<String>) {
    var found: [String: [[String]]] = [:]
    for term in terms {
      let words = Self.words(of: term).map(\.text)
      if let first = words.first { found[first, default: []].append(words) }
    }
    byFirstWord = found
  }

  /// What two spellings of a term have in common: its words in lowercase, a space between them.
  static func key(of term: String) -> String {
    words(of: term).map(\.text).joined(separator: " ")
  }

  /// The terms that a text uses, each with how many bytes stand before it.
  func terms(in text: String) -> [(term: String, offset: Int)] {
    let words = Self.words(of: text)
    var found: [(term: String, offset: Int)] = []
    for index in words.indices {
      for form in Self.forms(of: words[index].text) {
        for term in byFirstWord[form] ?? [] where Self.stands(term, at: index, in: words) {
          found.append((term.joined(separator: " "), words[index].offset))
        }
      }
    }
    return found
  }

  private static func stands(
    _ term: [String], at index: Int, in words: [(text: String, offset: Int)]
  ) -> Bool {
    guard index + term.count <= words.count else { return false }
    return zip(term, words[index...]).allSatisfy { forms(of: $1.text).contains($0) }
  }

  /// A word as it stands, and without the s of a plural.
  private static func forms(of word: String) -> [String] {
    var forms = [word]
    if word.count > 3, word.hasSuffix("s") { forms.append(String(word.dropLast())) }
    if word.count > 4, word.hasSuffix("es") { forms.append(String(word.dropLast(2))) }
    return forms
  }

  /// The marks that begin what is somebody else's, each with the one that ends it.
  private static let quotationMarks: [Character: Character] = ["\"": "\"", "“": "”", "„": "“"]

  /// The words of a text in lowercase, hyphens parting them, each with how many bytes stand before it.
  private static func words(of text: String) -> [(text: String, offset: Int)] {
    var words: [(text: String, offset: Int)] = []
    var word = ""
    var start = 0
    var offset = 0
    var closing: Character?
    for character in text {
      if character == closing {
        closing = nil
      } else if closing == nil {
        closing = quotationMarks[character]
      }
      let isInWord = character.isLetter || character.isNumber || character == "\u{FFFC}"
      if closing == nil, isInWord {
        if word.isEmpty { start = offset }
        word.append(character)
      } else if !word.isEmpty {
        words.append((word.lowercased(), start))
        word = ""
      }
      offset += character.utf8.count
    }
    if !word.isEmpty { words.append((word.lowercased(), start)) }
    return words
  }
}
