import Exhibits
import Experiments
import Files
import Grading
import Lessons
import Terminal

import struct Grading.Progress

/// What there is to know of a learner, and what is to be said of how it is known.
struct KnownProgress: Sendable {
  var contents = Journal.Contents()

  /// Why nothing is known; nil where it is known.
  var problem: Journal.Problem?

  /// A line each, for standard error.
  var warnings: [StyledText] = []

  /// What the journal adds up to; nothing where it cannot be read.
  var progress: Progress { contents.progress }

  var isKnown: Bool { problem == nil }
}

extension Context {
  /// The learner's journal; where there is no place for it, one that can be neither read nor written.
  var journal: Journal {
    do throws(Refusal) {
      return Journal(
        folder: try StateFolder.folder(environment: environment), patience: patience, lock: lock)
    } catch {
      return Journal(absent: FileProblem(message: error.message))
    }
  }

  /// What the journal adds up to, for what can be shown without it: where it cannot be read, that is
  /// said, and nothing is known.
  ///
  /// - Parameter body: is given every entry in turn; without it no attempt is known in full.
  func progress(_ body: ((JournalEntry) -> Void)? = nil) -> KnownProgress {
    do throws(Journal.Problem) {
      return try read(body)
    } catch {
      let warning = Self.warning("your progress cannot be read: \(error.message)")
      return KnownProgress(problem: error, warnings: [warning])
    }
  }

  /// What the journal adds up to, for what cannot do without it.
  ///
  /// - Parameter body: is given every entry in turn.
  func requiredProgress(_ body: ((JournalEntry) -> Void)? = nil) throws(Refusal)
    -> KnownProgress
  {
    do throws(Journal.Problem) {
      return try read(body)
    } catch {
      throw Refusal(error.message)
    }
  }

  /// Appends to the journal what is shown whether or not it is kept.
  ///
  /// - Parameter known: what the journal holds, as far as it was read.
  /// - Returns: what is to be said of that.
  /// - Throws: a refusal where it may be kept if the same is tried again.
  func keep(_ event: JournalEntry.Event, after known: KnownProgress) throws(Refusal)
    -> [StyledText]
  {
    do throws(Journal.Problem) {
      return Self.warnings(onWriting: try journal.append(event, after: known.contents))
    } catch {
      guard !error.isPassing else { throw Refusal(error.message) }
      return [Self.warning("this is not kept: \(error.message)")]
    }
  }

  /// Appends to the journal what is done by nothing else.
  ///
  /// - Parameter known: what the journal holds, as far as it was read.
  /// - Returns: what is to be said of that.
  func record(_ events: [JournalEntry.Event], after known: KnownProgress = .init())
    throws(Refusal) -> [StyledText]
  {
    do throws(Journal.Problem) {
      return Self.warnings(onWriting: try journal.append(events, after: known.contents))
    } catch {
      throw Refusal(error.message)
    }
  }

  /// A line for standard error.
  static func warning(_ text: String) -> StyledText { StyledText("knobs: \(text)") }

  private func read(_ body: ((JournalEntry) -> Void)?) throws(Journal.Problem)
    -> KnownProgress
  {
    let journal = journal
    let contents = try journal.read(body)
    guard let first = contents.setAside.first else { return KnownProgress(contents: contents) }
    let more = contents.setAsideCount - 1
    let others = more > 0 ? " (and \(NumberText.count(more, "more line")))" : ""
    let warning = Self.warning(
      "\(Quoted.path(journal.path)):\(first.line): \(first.reason); set aside\(others)")
    return KnownProgress(contents: contents, warnings: [warning])
  }

  private static func warnings(onWriting contents: Journal.Contents) -> [StyledText] {
    contents.lockProblem.map { [warning("\($0.message); use one program at a time")] } ?? []
  }
}
