import Exhibits
import Experiments
import Foundation
import Simulations
import Testing
import ToyCourse

@testable import Shell

@Suite struct TuneCommandTests {
  private static func run(_ line: String, _ folder: String = "/nowhere") async throws -> Report {
    let words = line.replacing("FOLDER", with: folder).split(separator: " ")
      .map { String($0).replacing("_", with: " ") }
    return try await Program.run(words, Fixture.context(state: folder + "/state"))
  }

  private static func document(_ line: String, _ folder: String = "/nowhere") async throws
    -> [String: Any]
  {
    let text = try await run(line + " --json", folder).text
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private static let line = "tune slide --over rate --minimize height --trials 12"

  @Test func theBestOfSlidesIsNearOne() async throws {
    let document = try await Self.document(
      "tune slide --over rate=0.5..2 --minimize height --search bayesian --trials 25")
    let best = try #require(document["best"] as? [String: Any])
    let settings = try #require(best["settings"] as? [String: Any])
    let rate = try #require(settings["rate"] as? Double)
    #expect(abs(rate - 1) < 0.02)
    #expect((document["trials"] as? [Any])?.count == 25)
    let over = try #require((document["over"] as? [[String: Any]])?.first)
    #expect(over["knob"] as? String == "rate" && over["scale"] as? String == "log")
    #expect(over["low"] as? Double == 0.5 && over["high"] as? Double == 2)
    #expect(document["direction"] as? String == "minimize")
    let importance = try #require(document["importance"] as? [String: Double])
    #expect(importance.keys.sorted() == ["rate"])
  }

  /// The scale may be said; silent, it is the knob's own.
  @Test(arguments: [("", "log"), ("_log", "log"), ("_linear", "linear")])
  func scales(word: String, scale: String) async throws {
    let document = try await Self.document(
      "tune slide --over rate=1..2\(word) --minimize height --trials 2")
    #expect((document["over"] as? [[String: Any]])?.first?["scale"] as? String == scale)
  }

  /// A knob that shares its name with an option is set with `--set`; these are all of them.
  @Test func optionsWinOverKnobs() throws {
    let options = Set(TuneCommand.options.map(\.name))
    let collisions = Catalog.all.simulations.flatMap { simulation in
      simulation.knobs.map(\.name).filter(options.contains).map { "\(simulation.name) \($0)" }
    }
    #expect(
      collisions == [
        "random-coverage trials", "search-race search", "search-race trials",
        "search-range trials", "budget-curve trials", "branin-search search",
        "repeated-folds repeats", "promised-quality trials", "trial-budget trials",
        "tuned-knobs trials", "tuning-contest trials",
      ])
    let others = Commands.all.filter { $0.knobs != nil && $0.name != "tune" }
    for command in others {
      let options = Set(command.options.map(\.name))
      let found = Catalog.all.simulations.flatMap { simulation in
        simulation.knobs.map(\.name).filter(options.contains)
      }
      #expect(found == [], "\(command.name)")
    }
  }

  /// A study in a file is what it is without one, whole or in parts, and is shown again by the file
  /// alone.
  @Test(arguments: ["random", "halton", "bayesian"])
  func aStudyGoesOnWhereItStopped(search: String) async throws {
    try await Fixture.withFolder { folder in
      let whole = try await Self.run("\(Self.line) --search \(search) --json").text
      let file = "--search \(search) --study FOLDER/s.jsonl"
      let part = Self.line.replacing("12", with: "5")
      let begun = try await Self.document("\(part) \(file)", folder)
      #expect((begun["trials"] as? [Any])?.count == 5)
      #expect(try await Self.run("\(Self.line) \(file) --json", folder).text == whole)
      #expect(try await Self.run("\(Self.line) \(file) --json", folder).text == whole)
      #expect(try await Self.run("tune --study FOLDER/s.jsonl --json", folder).text == whole)
      let lines = try String(contentsOfFile: folder + "/s.jsonl", encoding: .utf8)
        .split(separator: "\n")
      #expect(lines.count == 13)
    }
  }

  /// The beginning of a line, as a crash leaves it, is set aside; the rest goes on.
  @Test func aTornLineIsSetAside() async throws {
    try await Fixture.withFolder { folder in
      let line = "\(Self.line) --study FOLDER/s.jsonl"
      let whole = try await Self.run(line + " --json", folder).text
      let path = folder + "/s.jsonl"
      let bytes = try Data(contentsOf: URL(filePath: path))
      for cut in [1, 2, 40, 100] {
        try bytes.dropLast(cut).write(to: URL(filePath: path))
        let report = try await Self.run(line + " --json", folder)
        #expect(report.text == whole, "\(cut)")
        #expect(report.notes.isEmpty == (cut == 1), "\(cut)")
      }
    }
  }

  private static let others: [(line: String, says: String)] = [
    ("tune slide --over surface --minimize height --trials 12", "over"),
    ("tune slide --over rate --maximize height --trials 12", "minimize"),
    ("tune slide --over rate --minimize growth --trials 12", "minimize"),
    (line + " --search halton", "search \"random\", not \"halton\""),
    (line + " --seed 7", "seed \"1\", not \"7\""),
    (line + " --pushes 3", "settings"), ("tune toss --over load --maximize heads", "simulation"),
    (line + " --subject-to height<=1", "subject to"),
    ("tune slide --over rate=0.1..1 --minimize height --trials 12", "rate=0.1..1 log"),
  ]

  @Test(arguments: others) func anotherStudyIsRefused(line: String, says: String) async throws {
    try await Fixture.withFolder { folder in
      _ = try await Self.run("\(Self.line) --study FOLDER/s", folder)
      let before = try Data(contentsOf: URL(filePath: folder + "/s"))
      do {
        _ = try await Self.run("\(line) --study FOLDER/s", folder)
        Issue.record("went on")
      } catch let refusal as Refusal {
        #expect(refusal.message.contains("is another study: "))
        #expect(refusal.message.contains(says), "\(refusal.message)")
      }
      #expect(try Data(contentsOf: URL(filePath: folder + "/s")) == before)
    }
  }

  /// What plans its trials ahead is another search with another number of them.
  @Test func aGridOfMoreIsAnotherGrid() async throws {
    try await Fixture.withFolder { folder in
      let line = "\(Self.line) --search grid --study FOLDER/s"
      _ = try await Self.run(line, folder)
      await #expect(throws: Refusal.self) {
        _ = try await Self.run(line.replacing("12", with: "20"), folder)
      }
    }
  }

  private static let garbage: [(String, Data)] = [
    ("empty", Data()), ("text", Data("hello\n".utf8)), ("binary", Data([0, 255, 10, 7, 10])),
    ("object", Data("{}\n".utf8)), ("array", Data("[[[[[[\n".utf8)),
    ("long", Data(repeating: 0x7B, count: 3 << 20)), ("newlines", Data(repeating: 10, count: 99)),
  ]

  @Test(arguments: garbage) func garbageIsNoStudy(name: String, data: Data) async throws {
    try await Fixture.withFolder { folder in
      try data.write(to: URL(filePath: folder + "/s"))
      await #expect(throws: Refusal.self) {
        _ = try await Self.run("tune --study FOLDER/s", folder)
      }
      if name != "empty", name != "long" {
        await #expect(throws: Refusal.self) {
          _ = try await Self.run("\(Self.line) --study FOLDER/s", folder)
        }
        #expect(try Data(contentsOf: URL(filePath: folder + "/s")) == data)
      }
    }
  }

  /// Every field of the first line, and of a trial, replaced by what does not belong there.
  @Test func noFieldIsATrap() async throws {
    try await Fixture.withFolder { folder in
      let path = folder + "/s"
      _ = try await Self.run("\(Self.line) --study FOLDER/s", folder)
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      let hostile: [Any] = [
        NSNull(), -1, 1e300, 0, "", "\u{1B}[31m", [Any](), [String: Any](), true, "rate", 99999999,
      ]
      for place in [0, 1] {
        let object = try #require(
          try JSONSerialization.jsonObject(with: Data(lines[place].utf8)) as? [String: Any])
        for key in object.keys.sorted() {
          for value in hostile {
            var changed = object
            changed[key] = value
            var all = lines.map { Data($0.utf8) }
            all[place] = try JSONSerialization.data(withJSONObject: changed)
            try Data(all.joined(separator: Data("\n".utf8))).write(to: URL(filePath: path))
            do {
              let report = try await Self.run("tune --study FOLDER/s", folder)
              #expect(!report.text.contains("\u{1B}[31m"))
            } catch let refusal as Refusal {
              #expect(refusal.message.split(separator: "\n").count == 1)
            }
          }
        }
      }
    }
  }

  /// What is only shown again need not be writable, and is not written to.
  @Test func whatIsShownIsOnlyRead() async throws {
    try await Fixture.withFolder { folder in
      let whole = try await Self.run("\(Self.line) --study FOLDER/s --json", folder).text
      let path = folder + "/s"
      let torn = try Data(contentsOf: URL(filePath: path)).dropLast(30)
      try torn.write(to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
      let report = try await Self.run("tune --study FOLDER/s --json", folder)
      #expect(report.text != whole && report.notes.count == 1)
      #expect(try Data(contentsOf: URL(filePath: path)) == torn)
      await #expect(throws: Refusal.self) {
        _ = try await Self.run("tune --study FOLDER/s --trials 20", folder)
      }
    }
  }

  @Test func fileAndSearchesAreOneEach() async throws {
    try await Fixture.withFolder { folder in
      await #expect(throws: Refusal.self) {
        _ = try await Self.run("\(Self.line) --search grid,random --study FOLDER/s", folder)
      }
      await #expect(throws: Refusal.self) {
        _ = try await Self.run("tune --study FOLDER", folder)
      }
    }
  }

  /// What no trial keeps is said, and there is no best.
  @Test func nothingMayBeBest() async throws {
    let document = try await Self.document(Self.line + " --subject-to height<=-1")
    #expect(document["best"] is NSNull)
    let text = try await Self.run(Self.line + " --subject-to height<=-1").text
    #expect(text.contains("No trial keeps what it has to."))
  }

  /// The best at the end of its range is said to be there.
  @Test func edgesAreNamed() async throws {
    let text = try await Self.run(
      "tune slide --over rate=0.01..0.1 --minimize height --search grid --trials 20"
    ).text.onOneLine
    #expect(text.contains("near the upper end of its range: the best may lie beyond it"))
    // The upper end is the knob's own, whether the lower one is or not.
    for range in ["", "=0.001..10", "=1..10"] {
      let own = try await Self.run(
        "tune slide --over rate\(range) --maximize height --search grid --trials 20"
      ).text.onOneLine
      #expect(
        own.contains(
          "near the upper end of its range: that is the knob's own, which cannot be passed."))
      #expect(!own.contains("widen"))
    }
  }
}

extension String {
  /// The text with one space for every stretch of white space.
  fileprivate var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
