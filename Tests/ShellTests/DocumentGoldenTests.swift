import Simulations
import TestKit
import Testing
import ToyCourse

@testable import Experiments
@testable import Shell

/// JSON documents compared with those kept as text.
@Suite struct DocumentGoldenTests {
  static let goldens = Goldens("Goldens/Documents")

  /// The command lines of each document, the last of which is the one that is kept.
  static let documents: [String: [String]] = [
    "home": ["--json"],
    "home-begun": ["check slides/get-down --rate 0.2", "--json"],
    "home-done": [
      "check slides/get-down --rate 1", "check tosses/load-it --load 1", "--json",
    ],
    "find": ["find sledge --json"], "find-nothing": ["find slegde --json"],
    "lessons": ["check slides/get-down --rate 1", "lessons --json"],
    "words": ["words --json"],
    "review": ["check slides/get-down --rate 0.9", "review --json"],
    "simulations": ["simulations --json"],
    "run": ["run slide --rate 0.3 --json"],
    "run-chance": ["run toss --load 0.7 --seed 4 --json"],
    "run-overlay": ["run slide --rate 0.05,0.3,2.1 --pushes 20 --json"],
    "run-not-finite": ["run slide --rate 10 --pushes 100 --json"],
    "sweep": ["sweep slide --rate 0.1..1.5 --points 9 --json"],
    "sweep-two": ["sweep slide --rate 0.1..1.5 --pushes 1..20 --points 2 --json"],
    "sweep-chance": ["sweep toss --load 0.1..0.9 --points 3 --seeds 3 --json"],
    "tune": [
      "tune toss --over load=0.2..0.9 --maximize heads --subject-to heads<=0.8 --trials 4 "
        + "--repeats 2 --json"
    ],
    "tune-several": [
      "tune slide --over rate,surface --minimize height --search grid,halving --trials 3 "
        + "--resource pushes --json"
    ],
    "check-fail": ["check slides/get-down --rate 0.2 --json"],
    "check-fail-again": [
      "check slides/get-down --rate 0.2", "check slides/get-down --rate 3 --json",
    ],
    "check-pass": ["check slides/get-down --rate 0.9 --json"],
    "check-pass-seeds": ["check tosses/load-it --load 0.95 --json"],
    "check-fail-seeds": ["check tosses/load-it --load 0.5 --json"],
    "hint": ["hint slides/get-down", "hint slides/get-down --json"],
    "solution": ["check slides/get-down --rate 1", "solution slides/get-down --json"],
    "progress": [
      "check slides/get-down --rate 3", "check tosses/load-it --load 1", "progress --json",
    ],
    "log-nothing": ["log --json"],
    "log": [
      "check slides/get-down --rate 3", "check slides/get-down --rate 1", "reset slides",
      "check tosses/load-it --load 1", "log --json",
    ],
    "log-one": [
      "check slides/get-down --rate 3", "check slides/get-down --rate 1", "log 2 --json",
    ],
    "log-again": ["check tosses/load-it --load 0.9", "reset", "log 1 --again --json"],
    "author-check": ["author check --json"],
    "author-calibrate": ["author calibrate slides/get-down --json"],
    "author-calibrate-chance": ["author calibrate tosses/load-it --json"],
  ]

  /// The last report of some command lines, without what differs from place to place and from hour
  /// to hour.
  static func text(
    of lines: [String], catalog: Catalog = Fixture.catalog
  ) async throws -> String {
    try await Fixture.withFolder { folder in
      let context = Fixture.context(state: folder + "/state", catalog: catalog)
      var report = Report(plain: "")
      for line in lines {
        report = try await Program.run(line.split(separator: " ").map(String.init), context)
      }
      return report.text
        .replacing(Fixture.lessons, with: "LESSONS")
        .replacing(/"at":"[^"]*"/, with: #""at":"TIME""#)
    }
  }

  static func compare(_ text: String, with name: String) throws {
    #expect(text.hasSuffix("\n") && !text.hasControls)
    try goldens.compare(text, with: "\(name).json")
  }

  @Test(arguments: documents.keys.sorted()) func readsAsRecorded(_ name: String) async throws {
    let lines = try #require(Self.documents[name])
    try Self.compare(try await Self.text(of: lines), with: name)
  }

  @Test(arguments: Catalog.all.names) func everySimulationDescribesItself(
    _ name: String
  ) async throws {
    let text = try await Self.text(of: ["simulations \(name) --json"], catalog: .all)
    try Self.compare(text, with: "simulations/\(name)")
  }

  @Test func everyFileIsADocument() {
    let names = Self.documents.keys + Catalog.all.names.map { "simulations/\($0)" }
    Self.goldens.expectNothing(besides: names.map { "\($0).json" })
  }

  /// A document by every command, but for those that have none, time something or write a file.
  @Test func everyCommandIsKept() {
    let exempt = [
      "author new", "author preview", "completions", "help", "learn", "play", "publish",
      "reset",
      "throughput",
    ]
    let lines = Self.documents.values.compactMap(\.last)
    for command in Commands.all where !command.name.isEmpty && !exempt.contains(command.name) {
      #expect(lines.contains { $0.hasPrefix(command.name + " ") }, "\(command.name)")
    }
  }
}
