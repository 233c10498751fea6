import Experiments
import Lessons

/// The sections of all lessons in which some words stand, the best first.
package struct SearchExhibit: Exhibit {
  /// A section in which all words stand.
  package struct Hit: Encodable, Sendable {
    /// The lesson and the section by their names.
    let lesson: String
    let section: String

    /// What the section is called.
    package let title: String

    /// What its lesson is called.
    package let lessonTitle: String

    /// Whether the section is called as its lesson is.
    package var isOpening: Bool { title == lessonTitle }

    /// The file and the line of it where most of the words stand.
    let file: String
    let line: Int

    /// What stands there; nil where the words stand in titles alone.
    package let text: String?

    /// What opens the section.
    package let command: String
  }

  /// The most sections that are listed.
  static let mostListed = 100

  /// The most sentences with one of the words that count.
  private static let mostCounted = 6

  /// The most letters of a title or a line that are shown.
  private static let longestText = 240

  /// What was typed.
  private let typed: [String]

  /// The words that were searched for, as they are compared.
  let words: [String]

  /// How many sections there are, listed or not.
  package let total: Int

  /// The best of them, the best first.
  package let hits: [Hit]

  /// A word near one that stands nowhere, if there is one.
  let suggestion: String?

  /// Whether all hits are shown, wherever they are shown.
  package let showsAll: Bool

  private enum CodingKeys: CodingKey { case words, total, hits, suggestion }

  /// Searches lessons that were read in whole.
  ///
  /// - Parameters:
  ///   - typed: what is searched for.
  ///   - showsAll: whether a screen too shows all of them.
  /// - Returns: nil where nothing that was typed is a word.
  package init?(_ typed: [String], in syllabus: Syllabus, showsAll: Bool = false) {
    let search = SearchWords(typed)
    guard !search.words.isEmpty else { return nil }
    words = search.words
    self.typed = typed
    self.showsAll = showsAll
    var found: [(score: Int, place: Int, hit: Hit)] = []
    var place = 0
    for entry in syllabus.entries where entry.isSound {
      let names = entry.lesson.sectionNames
      for (index, section) in entry.lesson.sections.enumerated() {
        place += 1
        guard let (score, hit) = Self.hit(search, section, index, names[index], of: entry) else {
          continue
        }
        found.append((score, place, hit))
      }
    }
    total = found.count
    found.sort { ($1.score, $0.place) < ($0.score, $1.place) }
    hits = found.prefix(Self.mostListed).map(\.hit)
    suggestion = found.isEmpty ? Self.suggestion(for: search, in: syllabus) : nil
  }

  /// A section as a hit with what it is worth; nil where one of the words does not stand in it.
  private static func hit(
    _ search: SearchWords, _ section: Lesson.Section, _ index: Int, _ name: String,
    of entry: Syllabus.Entry
  ) -> (score: Int, hit: Hit)? {
    let lesson = entry.lesson
    let inTitle = search.fits(SearchWords.tokens(section.title))
    let inLesson = search.fits(SearchWords.tokens(lesson.title))
    let text = SectionText(section, summary: index == 0 ? lesson.summary : nil)
    var inText = search.words.map { _ in 0 }
    var often = 0
    var best: (score: Int, sentence: SectionText.Sentence)?
    for sentence in text.sentences {
      let tokens = SearchWords.tokens(sentence.text)
      for (place, fit) in search.fits(tokens).enumerated() {
        inText[place] = max(inText[place], fit)
      }
      let score = search.fit(tokens)
      if score > 0 { often += 1 }
      if score > best?.score ?? 0 { best = (score, sentence) }
    }
    var score = 0
    var isHere = false
    for place in search.words.indices {
      let (title, own, whole) = (inTitle[place], inText[place], inLesson[place])
      guard max(title, own, whole) > 0 else { return nil }
      isHere = isHere || title > 0 || own > 0
      score += 4 * title + 2 * own + whole
    }
    // Words of the lesson's title alone are found where the lesson begins.
    guard isHere || index == 0 else { return nil }
    // A word that is said once is mentioned; what a section is about is said again and again.
    score += 3 * (best?.score ?? 0) + 2 * min(often, mostCounted)
    return (
      score,
      Hit(
        lesson: entry.name, section: name, title: shortened(section.title),
        lessonTitle: shortened(lesson.title), file: entry.file,
        line: best?.sentence.line ?? text.line,
        text: (best?.sentence.text).map { excerpt($0, around: search) },
        command: "knobs learn \(entry.name)#\(name)")
    )
  }

  private static func shortened(_ text: String) -> String {
    text.unicodeScalars.count <= longestText
      ? text : String(text.unicodeScalars.prefix(longestText)) + "…"
  }

  /// A sentence, of which a long one is cut to what stands around the first of the words.
  private static func excerpt(_ sentence: String, around search: SearchWords) -> String {
    guard sentence.unicodeScalars.count > longestText else { return sentence }
    var before = 0
    for piece in search.marked(sentence) {
      if piece.isMarked { break }
      before += piece.text.unicodeScalars.count
    }
    let skipped = max(0, min(before, sentence.unicodeScalars.count) - longestText / 2)
    let rest = sentence.unicodeScalars.dropFirst(skipped)
    let end = rest.count > longestText ? "…" : ""
    return (skipped > 0 ? "…" : "") + String(String.UnicodeScalarView(rest.prefix(longestText)))
      + end
  }

  /// How many words of lessons are looked at for one that was meant.
  private static let mostKnown = 20_000

  /// What was probably meant by the first of the words that stands nowhere.
  private static func suggestion(for search: SearchWords, in syllabus: Syllabus) -> String? {
    var known: [String: Int] = [:]
    for entry in syllabus.entries where entry.isSound {
      for section in entry.lesson.sections {
        let text = SectionText(section, summary: entry.lesson.summary)
        for part in [section.title, entry.lesson.title] + text.sentences.map(\.text) {
          for token in SearchWords.tokens(part) where token.count > 2 && token.utf8.count <= 64 {
            known[token, default: 0] += 1
          }
        }
        guard known.count < mostKnown else { return nil }
      }
    }
    // Of words that are equally near the one that is said most is meant.
    let names = known.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    for word in search.words where !names.contains(where: { $0.hasPrefix(word) }) {
      return NearestName.of(word, among: names)
    }
    return nil
  }

  /// What is said above the hits.
  package var heading: String {
    let quoted = typed.prefix(SearchWords.most).map(Quoted.bare).joined(separator: " ")
    guard total > 0 else {
      let meant = suggestion.map { "; did you mean \(Quoted.name($0))?" } ?? ""
      return "No section has "
        + (words.count == 1 ? "\"\(quoted)\"" : "all of \"\(quoted)\"") + meant
    }
    return "\(NumberText.count(total, "section")) with \"\(quoted)\""
  }

  /// The pieces of a text, those that were searched for marked.
  package func marked(_ text: String) -> [(text: Substring, isMarked: Bool)] {
    SearchWords(words).marked(text)
  }

  /// What to type next.
  package var next: [NextStep] {
    total > 0 ? [] : [NextStep("knobs lessons --all", "all lessons by their titles")]
  }
}
