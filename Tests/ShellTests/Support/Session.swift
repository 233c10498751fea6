import Exhibits
import Files
import Foundation

@testable import Shell

/// Lessons on the simulations of the tests, written for one test.
enum Written {
  /// A lesson on slides that no check finds fault with.
  ///
  /// - Parameters:
  ///   - exercises: the names of its exercises, each of which a rate of 1 passes.
  ///   - hints: how many hints each has.
  static func lesson(_ title: String, _ exercises: [String], hints: Int = 2) -> String {
    let blocks = exercises.enumerated().map { index, name in
      """
      ```exercise \(name)
      simulation: slide
      task: Bring the sledge down, for the \(name) time.
      choose: rate
      given: pushes = \(10 + index)
      pass: height <= 1e-6 (7 points)
      pass: landing in 1 ... 5 (3 points)
      \((0..<hints).map { "hint: What does push \($0 + 1) multiply the distance by?\n" }.joined())```
      """
    }
    return """
      ---
      title: \(title)
      summary: How hard to push a sledge.
      minutes: 5
      ---

      # \(title)

      A sledge stands on a slope.

      \(blocks.joined(separator: "\n\n"))

      """
  }

  /// A lesson that cannot be taken: it names a simulation that there is not.
  static let broken = lesson("Broken", ["one"]).replacing(
    "simulation: slide", with: "simulation: x")

  /// Writes lessons by the names of their files into a folder, which is made.
  static func write(_ lessons: [String: String], to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, text) in lessons { try text.write(to: "\(folder)/\(name).md") }
  }
}

/// Command lines that are run one after the other, with lessons and a journal of their own.
struct Session: Sendable {
  let folder: String
  var context: Context
  var environment: [String: String] { didSet { renew() } }

  /// How other programs are kept out of the journal, and how long they are waited for.
  var lock = FileLock.system { didSet { renew() } }
  var patience = Duration.seconds(5) { didSet { renew() } }

  /// - Parameter lessons: the folders of lessons, joined by colons.
  init(folder: String, lessons: String = Fixture.lessons, width: Int = 120) {
    self.folder = folder
    let screen = Fixture.context(width: width).screen
    environment = ["KNOBS_LESSONS": lessons, "KNOBS_STATE": folder + "/state"]
    context = Context(
      catalog: Fixture.catalog, environment: environment, screen: screen, errorScreen: screen,
      canAsk: false)
    context.workload = ThroughputCommandTests.workload
  }

  private mutating func renew() {
    var other = Context(
      catalog: context.catalog, environment: environment, screen: context.screen,
      errorScreen: context.errorScreen, canAsk: context.canAsk)
    other.workload = context.workload
    other.lock = lock
    other.patience = patience
    context = other
  }

  /// What a line comes to; the text of a refusal where it is refused.
  func run(_ line: String) async -> (status: ExitStatus, text: String) {
    let (status, text, _) = await report(line)
    return (status, text)
  }

  /// What a line comes to, with what is said on standard error beside it.
  func report(_ line: String) async -> (status: ExitStatus, text: String, notes: [String]) {
    let words = line.replacing("FOLDER", with: folder).split(separator: " ").map(String.init)
    do throws(Refusal) {
      let report = try await Program.run(words, context)
      return (report.status, report.text, report.notes.map(\.text))
    } catch {
      return (.refused, error.message.replacing(folder, with: "FOLDER"), [])
    }
  }

  /// What the last of some lines comes to.
  func last(of lines: [String]) async -> (status: ExitStatus, text: String) {
    var last = (status: ExitStatus.done, text: "")
    for line in lines { last = await run(line) }
    return last
  }

  /// The lines to type next that the last of some lines ends with, each with its gloss.
  func next(after lines: [String]) async -> [String] {
    let text = await last(of: lines).text
    let paragraph = text.replacing("\n\n", with: "\u{0}").split(separator: "\u{0}").last ?? ""
    return paragraph.split(separator: "\n").map { line in
      line.split { $0 == " " || $0 == "\u{A0}" }.joined(separator: " ")
    }
  }
}
