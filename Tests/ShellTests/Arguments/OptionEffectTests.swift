import Exhibits
import Experiments
import Foundation
import Testing
import ToyCourse

@testable import Shell

/// That every option of every command does something.
@Suite struct OptionEffectTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let command: String
    let option: String

    /// What is typed before, and the line without the option; `FOLDER` is a folder with lessons.
    let lines: [String]
    let typed: String

    init(_ command: String, _ words: String, _ typed: String, after before: String...) {
      self.command = command
      option = String(typed.drop { $0 == "-" }.prefix { $0 != " " })
      lines = before + ["\(command) \(words)"]
      self.typed = typed
    }

    var testDescription: String { "knobs \(lines.last ?? "") \(typed)" }
  }

  static let cases: [Case] = [
    Case("", "", "--json"), Case("", "", "--version"), Case("lessons", "", "--json"),
    Case(
      "lessons", "--lessons FOLDER", "--all", after: "author new a --lessons FOLDER",
      "author new b --lessons FOLDER", "author new c --lessons FOLDER",
      "author new d --lessons FOLDER"),
    Case("find", "a", "--all"),
    Case("words", "", "--json"), Case("review", "", "--json"), Case("simulations", "", "--json"),
    Case("learn", "slides", "--metrics all"), Case("run", "slide", "--metrics growth"),
    Case("sweep", "slide --rate 0.1..1", "--metrics growth"),
    Case("run", "slide", "--rate 0.3"), Case("run", "toss", "--seed 4"),
    Case("run", "slide", "--show map"), Case("run", "slide", "--svg -"),
    Case("run", "slide", "--csv -"), Case("run", "slide", "--json"),
    Case("play", "slide", "--rate 0.3"), Case("play", "toss", "--seed 4"),
    Case("play", "slide --rate 0.3,0.5", "--pin"), Case("play", "slide", "--figure map"),
    Case("play", "slide", "--frame 60x20"), Case("play", "slide", "--still"),
    Case("play", "slide", "--record FOLDER/a.cast"), Case("play", "slide", "--no-mouse"),
    Case("sweep", "slide --rate 0.1..1", "--pushes 2"),
    Case("sweep", "slide --rate 0.1..1 --json", "--points 3"),
    Case("sweep", "slide --rate 0.1..1", "--metric growth"),
    Case("sweep", "toss --load 0..1", "--seeds 2"), Case("sweep", "toss --load 0..1", "--seed 3"),
    Case("sweep", "slide --rate 0.1..1", "--table growth"),
    Case("sweep", "slide --rate 0.1..1", "--svg -"),
    Case("sweep", "slide --rate 0.1..1", "--csv -"),
    Case("sweep", "slide --rate 0.1..1", "--json"),
    Case("tune", "slide --minimize height", "--over rate"),
    Case("tune", "slide --over rate --maximize height", "--surface ice"),
    Case("tune", "slide --over rate", "--minimize height"),
    Case("tune", "slide --over rate", "--maximize height"),
    Case("tune", "slide --over rate --minimize height", "--search halton"),
    Case("tune", "slide --over rate --minimize height", "--trials 3"),
    Case("tune", "slide --over rate --minimize height", "--budget updates=30"),
    Case("tune", "slide --over rate --minimize height --search halving", "--resource pushes"),
    Case("tune", "slide --over rate --minimize height", "--subject-to landing>=3"),
    Case("tune", "toss --over load --maximize heads --trials 5", "--repeats 3"),
    Case("tune", "slide --over rate --minimize height", "--seed 4"),
    Case("tune", "slide --over rate --minimize height", "--set pushes=3"),
    Case(
      "tune", "slide --over rate --minimize height", "--study FOLDER/s",
      after: "tune slide --over rate --maximize height --study FOLDER/s"),
    Case("tune", "slide --over rate --minimize height", "--svg -"),
    Case("tune", "slide --over rate --minimize height", "--csv -"),
    Case("tune", "slide --over rate --minimize height", "--json"),
    Case("throughput", "", "--rounds 2"), Case("throughput", "", "--json"),
    Case("check", "slides/get-down", "--rate 0.3"),
    Case("check", "slides/get-down --rate 0.3", "--json"),
    Case("check", "slides/get-down", "--defaults"),
    Case("hint", "slides/get-down", "--json"),
    Case("solution", "slides/get-down", "--json", after: "check slides/get-down --rate 1"),
    Case("progress", "", "--json"), Case("progress", "", "--csv"),
    Case("progress", "", "--svg -"), Case("find", "sledge", "--json"), Case("log", "", "--json"),
    Case("log", "1", "--again", after: "check slides/get-down --rate 1"),
    Case("author new", "fresh --lessons FOLDER", "--simulation toss"),
    Case("author new", "fresh --lessons FOLDER", "--json"),
    Case("author check", "FOLDER", "--format github"), Case("author check", "FOLDER", "--json"),
    Case("author preview", "slides", "--watch"),
    Case("author calibrate", "slides/get-down", "--json"),
    Case("author calibrate", "slides/get-down", "--csv"),
    Case("play", "slide --frame 80x24", "--marks block"),
  ]

  /// What the last of some lines says.
  ///
  /// - Parameter isTerminal: whether it is said to somebody at a terminal of few rows.
  static func outcome(_ lines: [String], isTerminal: Bool = false) async throws -> String {
    try await Fixture.withFolder { folder in
      var context = Fixture.context(
        height: 9, state: folder + "/state", isTerminal: isTerminal)
      context.workload = ThroughputCommandTests.workload
      for name in ["01-slides.md", "02-tosses.md"] {
        try FileManager.default.copyItem(
          atPath: "\(Fixture.lessons)/\(name)", toPath: "\(folder)/\(name)")
      }
      var text = ""
      for line in lines {
        let words = line.replacing("FOLDER", with: folder).split(separator: " ").map(String.init)
        do throws(Refusal) {
          text = try await Program.run(words, context).text
        } catch {
          text = error.message
        }
      }
      return text.replacing(folder, with: "FOLDER")
    }
  }

  @Test(arguments: cases) func changesWhatIsSaid(_ each: Case) async throws {
    let isTerminal = each.option == "all"
    let without = try await Self.outcome(each.lines, isTerminal: isTerminal)
    let with = try await Self.outcome(
      each.lines.dropLast() + ["\(each.lines.last ?? "") \(each.typed)"],
      isTerminal: isTerminal)
    #expect(with != without)
    #expect(!with.contains("no option") && !with.contains("has no value"))
  }

  @Test func everyOptionHasACase() {
    let tried = Set(Self.cases.map { "\($0.command) --\($0.option)" })
    for command in Commands.all {
      for option in command.own {
        let name = "\(command.name) \(option.flag)"
        #expect(tried.contains(name), "\(name)")
      }
      let knobs = Set(Slide.knobs.map(\.name))
      let turned = Self.cases.contains { $0.command == command.name && knobs.contains($0.option) }
      #expect(turned == (command.knobs != nil), "\(command.name)")
    }
  }
}

extension Command {
  fileprivate static var own: [any AnyOption] { Options.options }
}
