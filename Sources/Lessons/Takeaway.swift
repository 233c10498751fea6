/// What a lesson gives to take along: it is read and looked up, and nothing of it runs.
package struct Takeaway: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    /// Sentences to keep, as Markdown.
    case recap([String])
    case library(LibraryNote)
    case words([Definition])
  }

  package let content: Content

  /// The line of the file on which it begins; 0 if it stands in none.
  package let line: Int

  package init(content: Content, line: Int = 0) {
    self.content = content
    self.line = line
  }
}

/// What a knob is called in libraries.
package struct LibraryNote: Sendable, Hashable {
  /// What is typed with one library.
  package struct Call: Sendable, Hashable {
    /// The library with its version, such as `PyTorch 2.9.1`.
    package let library: String

    /// The call with the argument at its default; nil where the library has none.
    package let code: String?

    /// What is to be said of it, as Markdown; empty if nothing is.
    package let note: String
  }

  package let calls: [Call]

  /// What to try first, as Markdown; nil if it is not said.
  package let first: String?

  /// What goes wrong easily, as Markdown; nil if it is not said.
  package let trap: String?
}

/// A term and what it means.
package struct Definition: Sendable, Hashable {
  package let term: String

  /// What it means, as Markdown.
  package let meaning: String

  /// The line of the file.
  package let line: Int

  /// The column at which the term begins, from 1.
  package let column: Int
}

extension Lesson {
  /// What the lesson defines, each with the section in which it stands, from zero.
  package var definitions: [(definition: Definition, section: Int)] {
    sections.enumerated().flatMap { index, section in
      section.elements.flatMap { element -> [(definition: Definition, section: Int)] in
        guard case .takeaway(let takeaway) = element, case .words(let all) = takeaway.content else {
          return []
        }
        return all.map { (definition: $0, section: index) }
      }
    }
  }

  /// The sentences to keep.
  package var recap: [String] {
    elements.flatMap { element -> [String] in
      guard case .takeaway(let takeaway) = element, case .recap(let sentences) = takeaway.content
      else { return [] }
      return sentences
    }
  }

  /// What the knobs of the lesson are called elsewhere.
  package var libraryNotes: [LibraryNote] {
    elements.compactMap { element in
      guard case .takeaway(let takeaway) = element, case .library(let note) = takeaway.content
      else { return nil }
      return note
    }
  }
}
