import Exhibits
import Experiments
import Files
import Foundation
import Grading
import Lessons
import Play
import Screens
import Terminal
import Tuning

/// What a command finds around it; everything is given, so that everything can be tested.
struct Context: Sendable {
  let catalog: Catalog
  private(set) var environment: [String: String]

  /// What standard output can show.
  private(set) var screen: Screen

  /// What standard error can show.
  private(set) var errorScreen: Screen

  /// Whether a person can answer on standard input, on a terminal where a line can be drawn over.
  let canAsk: Bool

  /// What time it is, and where days begin.
  var now = Date()
  var zone = TimeZone.current

  /// The folders that `--lessons` named.
  var lessonsOptions: [String] = []

  /// What somebody types and is told line by line; nil where nobody does.
  var dialogue: PlayTalk.Dialogue?

  /// The multiply-adds that may be spent on a lesson or an exercise.
  var work = Limits.work

  /// The training whose time can be measured, if the program has any.
  var workload: Workload?

  /// How other programs are kept out of the journal, and how long one is waited for.
  var lock = FileLock.system
  var patience = Duration.seconds(5)

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
    context.dialogue = .standard
    return context
  }

  /// The context as the words of a command line have it: in words alone, or without colour.
  ///
  /// An option that takes a value never takes one of these for it.
  func adapted(to words: [String]) -> Context {
    let options = CommonOptions()
    let typed = words.prefix { $0 != "--" }
    var context = self
    if typed.contains(options.noColour.flag) {
      context.environment["NO_COLOR"] = "1"
      context.screen.usesColour = false
      context.errorScreen.usesColour = false
    }
    if typed.contains(options.plain.flag) {
      context.environment["KNOBS_PLAIN"] = "1"
      context.screen.bePlain()
      context.errorScreen.bePlain()
    }
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
}

extension Syllabus {
  /// The faults of the lessons, a line each, for standard error.
  var notes: [StyledText] { allFaults.map { StyledText($0.text) } }
}
