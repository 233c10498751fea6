import Exhibits
import Experiments
import Foundation
import Grading
import Lessons
import Play
import Screens
import Terminal
import Tuning

import struct Grading.Progress

/// What a command finds around it; everything is given, so that everything can be tested.
struct Context: Sendable {
  let catalog: Catalog
  let environment: [String: String]

  /// What standard output can show.
  let screen: Screen

  /// What standard error can show.
  let errorScreen: Screen

  /// Whether a person can answer on standard input, on a terminal where a line can be drawn over.
  let canAsk: Bool

  /// The folders that `--lessons` named.
  var lessonsOptions: [String] = []

  /// The multiply-adds that may be spent on a lesson or an exercise.
  var work = Limits.work

  /// The training whose time can be measured, if the program has any.
  var workload: Workload?

  /// How many runs are made side by side.
  var cores: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

  init(
    catalog: Catalog, environment: [String: String], screen: Screen, errorScreen: Screen,
    canAsk: Bool
  ) {
    self.catalog = catalog
    self.environment = environment
    self.screen = screen
    self.errorScreen = errorScreen
    self.canAsk = canAsk
  }

  /// What surrounds this process.
  static func ofProcess(catalog: Catalog, workload: Workload? = nil) -> Context {
    let environment = ProcessInfo.processInfo.environment
    let screen = Screen(descriptor: STDOUT_FILENO, environment: environment)
    var context = Context(
      catalog: catalog, environment: environment, screen: screen,
      errorScreen: Screen(descriptor: STDERR_FILENO, environment: environment),
      canAsk: isatty(STDIN_FILENO) == 1 && screen.movesCursor)
    context.workload = workload
    return context
  }

  /// Where a session is played.
  var terminal: PlayTerminal {
    PlayTerminal(environment: environment, errorScreen: errorScreen, cores: cores)
  }

  /// The lessons, wherever they are, all of them read.
  func syllabus() throws(Refusal) -> Syllabus { try contents().reading() }

  /// The lessons without their running text: enough to list them.
  func outline() throws(Refusal) -> Syllabus { try contents().reading(.outline) }

  /// The lessons, each of which is read when it is asked for.
  func contents() throws(Refusal) -> Syllabus {
    let folders = try LessonsFolder.folders(options: lessonsOptions, environment: environment)
    do throws(LessonFolder.Problem) {
      return try Syllabus.opening(folders, catalog: catalog)
    } catch {
      throw Refusal(error.message)
    }
  }

  /// The learner's journal.
  func journal() throws(Refusal) -> Journal {
    Journal(folder: try StateFolder.folder(environment: environment))
  }

  /// What the journal adds up to, with a note on lines that were set aside.
  func progress() throws(Refusal) -> (progress: Progress, notes: [StyledText]) {
    let contents = try entries()
    return (Progress(contents.entries), contents.notes)
  }

  /// Every entry of the journal, with a note on lines that were set aside.
  func entries() throws(Refusal) -> (entries: [JournalEntry], notes: [StyledText]) {
    let journal = try journal()
    do throws(Journal.Problem) {
      let contents = try journal.read()
      return (contents.entries, Self.notes(on: contents, of: journal))
    } catch {
      throw Refusal(error.message)
    }
  }

  /// Appends to the journal, and adds it up.
  @discardableResult
  func record(_ event: JournalEntry.Event) throws(Refusal) -> Progress {
    let journal = try journal()
    do throws(Journal.Problem) {
      return Progress(try journal.append(event).entries)
    } catch {
      throw Refusal(error.message)
    }
  }

  private static func notes(on contents: Journal.Contents, of journal: Journal) -> [StyledText] {
    guard let first = contents.setAside.first else { return [] }
    let more = contents.setAside.count - 1
    let others = more > 0 ? " (and \(NumberText.count(more, "more line")))" : ""
    return [
      StyledText(
        "knobs: \(Quoted.path(journal.path)):\(first.line): \(first.reason); set aside\(others)")
    ]
  }
}

extension Syllabus {
  /// The faults of the lessons, a line each, for standard error.
  var notes: [StyledText] { allFaults.map { StyledText($0.text) } }
}
