import Terminal
import TestKit
import Testing
import ToyCourse

@testable import Shell

/// Whole screens compared with those kept as text.
@Suite struct GoldenTests {
  static let goldens = Goldens()

  /// The command lines of each screen, the last of which is the one that is shown.
  static let screens = chosen.merging(pages) { chosen, _ in chosen }

  /// The help of every command.
  private static let pages = Dictionary(
    uniqueKeysWithValues: Commands.named.map { command in
      ("page-" + command.name.replacing(" ", with: "-"), ["\(command.name) --help"])
    })

  private static let chosen: [String: [String]] = [
    "welcome": [""],
    "home": ["check slides/get-down --rate 0.2", ""],
    "done": ["check slides/get-down --rate 1", "check tosses/load-it --load 1", ""],
    "help": ["help"],
    "help-check": ["check slides/get-down --help"],
    "lessons": ["check slides/get-down --rate 1", "lessons"],
    "simulations": ["simulations"],
    "simulation": ["simulations slide"],
    "run": ["run slide --rate 0.3"],
    "run-chance": ["run toss --load 0.7 --seed 4"],
    "overlay": ["run slide --rate 0.05,0.3,2.1 --pushes 20"],
    "sweep": ["sweep slide --rate 0.1..1.5 --points 9"],
    "sweep-two": [
      "sweep slide --rate 0.1..1.5 --pushes 1..20 --points 5 --table height,growth,multiply-adds"
    ],
    "tune": [
      "tune slide --over rate=0.01..2,surface --minimize height --trials 30 --search halton"
    ],
    "tune-several": [
      "tune toss --over load --maximize heads --search random,grid,halving --trials 12 "
        + "--resource tosses"
    ],
    "fail": ["check slides/get-down --rate 0.2"],
    "fail-last": [
      "hint slides/get-down", "hint slides/get-down", "check slides/get-down --rate 0.2",
      "check slides/get-down --rate 3", "check slides/get-down --rate 3",
    ],
    "pass": ["check slides/get-down --rate 0.9"],
    "pass-seeds": ["check tosses/load-it --load 0.95"],
    "close": ["check tosses/load-it --load 0.5"],
    "hint": ["hint slides/get-down", "hint slides/get-down"],
    "solution": ["check slides/get-down --rate 1", "solution slides/get-down"],
    "progress": ["check slides/get-down --rate 3", "check tosses/load-it --load 1", "progress"],
    "find": ["find sledge"], "find-nothing": ["find slegde"],
    "learn-section": ["learn slides#a-run"],
    "progress-done": [
      "check slides/get-down --rate 3", "hint slides/get-down", "check slides/get-down --rate 1",
      "check tosses/load-it --load 1", "progress",
    ],
    "reset-exercise": ["check slides/get-down --rate 1", "reset slides/get-down"],
    "reset": ["check slides/get-down --rate 1", "reset slides"],
    "learn": ["learn slides"],
    "review": ["check slides/get-down --rate 0.9", "review"],
    "words": ["words"],
    "word": ["words Rate"],
    "no-log": ["log"],
  ]

  static func screen(_ golden: ScreenGolden) async throws -> String {
    let lines = try #require(screens[golden.name])
    return try await Fixture.withFolder { folder in
      let context = Fixture.context(
        width: golden.width, usesUnicode: golden.usesUnicode, state: folder + "/state")
      var report = Report(plain: "")
      for line in lines {
        report = try await Program.run(line.split(separator: " ").map(String.init), context)
      }
      #expect(report.notes.isEmpty)
      return report.text
    }
  }

  @Test(arguments: goldens.screens) func looksAsRecorded(_ golden: ScreenGolden) async throws {
    let screen = try await Self.screen(golden)
    for line in screen.split(separator: "\n") {
      #expect(displayWidth(String(line)) <= golden.width, "\(line)")
      #expect(line.last != " ", "\(line)")
    }
    #expect(golden.usesUnicode || screen.isPlain)
    #expect(!screen.hasControls)
    #expect(!screen.contains("\n\n\n"))
    try Self.goldens.compare(screen, with: golden.file)
  }

  @Test func everyScreenIsKeptWideAndNarrowInBothAlphabets() {
    for name in Self.screens.keys {
      let kept = Self.goldens.screens.filter { $0.name == name }
      #expect(Set(kept.map(\.width)).count >= 2, "\(name) is kept at one width")
      #expect(Set(kept.map(\.usesUnicode)).count == 2, "\(name) is kept in one alphabet")
    }
  }
}
