import Experiments
import Lessons
import Plotting

/// The terms that lessons define, each with where that is.
package struct Glossary: Exhibit {
  /// A term with its definition.
  package struct Word: Encodable, Sendable, Hashable {
    package let term: String

    /// What it means, as Markdown.
    package let meaning: String

    /// The lesson that defines it, by the name by which it is opened.
    package let lesson: String

    /// The heading of the section, and what opens it.
    package let section: String
    package let command: String

    /// The term as one word of a command line.
    package var typed: String {
      Escaping.shellWord.text(
        term.split(whereSeparator: \.isWhitespace).joined(separator: "-"))
    }
  }

  /// The terms in the order of the alphabet.
  package let words: [Word]

  /// What was asked for; nil where everything was.
  package let asked: String?

  /// What to type next.
  package var next: [NextStep] = []

  private enum CodingKeys: CodingKey { case words }

  /// Every term of the lessons.
  package init(_ syllabus: Syllabus) { self.init(Self.all(in: syllabus), asked: nil) }

  private init(_ words: [Word], asked: String?) {
    self.words = words
    self.asked = asked
    if asked == nil {
      if let first = words.first {
        next = [NextStep("knobs words \(first.typed)", "one word, and where it is explained")]
      }
    } else {
      var seen = Set<String>()
      next = words.filter { seen.insert($0.command).inserted }.prefix(Self.mostLessons).map {
        NextStep($0.command, "the section in which it is explained")
      }
    }
  }

  /// The most sections that are pointed to.
  private static let mostLessons = 3

  /// What is meant by some words: the term itself, or else every term that has them in it.
  ///
  /// - Throws: ``Refusal`` if no term has.
  package func looking(for words: String) throws(Refusal) -> Glossary {
    let asked = words.folded
    let exact = self.words.filter { $0.term.folded == asked }
    if !exact.isEmpty { return Glossary(exact, asked: words) }
    let parts = asked.split(separator: " ")
    let near = self.words.filter { word in
      !parts.isEmpty && parts.allSatisfy { word.term.folded.contains($0) }
    }
    if !near.isEmpty { return Glossary(near, asked: words) }
    let remedy =
      NearestName.of(words, among: self.words.map(\.term))
      .map { "; did you mean \(Quoted.bare($0))?" }
      ?? "; knobs words lists all, knobs find looks through the lessons"
    throw Refusal("no lesson explains \(Quoted.text(words))\(remedy)")
  }

  private static func all(in syllabus: Syllabus) -> [Word] {
    let words = syllabus.lessons.flatMap { lesson in
      lesson.definitions.map { definition, section in
        Word(
          term: definition.term, meaning: definition.meaning, lesson: lesson.name,
          section: lesson.sections[section].title,
          command: "knobs learn \(lesson.name)#\(lesson.sectionNames[section])")
      }
    }
    return words.enumerated().sorted { one, other in
      (one.element.term.folded, one.offset) < (other.element.term.folded, other.offset)
    }.map(\.element)
  }
}

extension String {
  /// The text by which terms are compared.
  fileprivate var folded: String { SearchWords.tokens(self).joined(separator: " ") }
}
