import Experiments
import Simulations
import Terminal
import Testing

@testable import Shell

/// How the numbers and findings of runs are set.
@Suite struct RunViewTests {
  static func lines(_ width: Int, _ body: (inout Page) -> Void) -> [String] {
    var page = Page(Screen(width: width))
    body(&page)
    return page.lines.map(\.text)
  }

  private static let rates = ["0.1", "0.2", "0.3", "0.4", "0.5", "0.6"]

  @Test(arguments: 24...100) func columnsThatDoNotFitAreDividedIntoTables(_ width: Int) throws {
    let runs = try Self.rates.map { try OverlayTests.run($0, rate: $0) }
    let lines = Self.lines(width) { $0.metrics(of: runs, Slide.self, varied: ["rate"]) }
    let headings = lines.filter { $0.hasPrefix("  rate") }
    let values = headings.flatMap { $0.split(separator: " ").dropFirst().map(String.init) }
    #expect(values == Self.rates)
    #expect(lines.allSatisfy { displayWidth($0) <= width })
    #expect(lines.count { $0.hasPrefix("  height") } == headings.count)
    if width >= 80 { #expect(headings.count == 1) }
  }

  /// What has no theory in a run is said in the words of the theory, not of what was measured.
  @Test func aMissingTheoryHasItsOwnWord() throws {
    let simulation = try #require(Catalog.all["decay-rules"])
    let missing = simulation.metrics.filter { $0.theory != nil }
    #expect(!missing.isEmpty)
    for metric in missing {
      #expect(simulation.theory(of: metric, in: Outcome()) == "no theory")
      #expect(simulation.theory(of: metric, in: Outcome()) != metric.text(nil))
    }
    #expect(Slide.metrics.allSatisfy { Slide.theory(of: $0, in: Outcome()) != "" })
  }

  private static func run(_ label: String, _ message: String) -> LabelledRun {
    var outcome = Outcome()
    outcome.findings = [Finding(Slide.slow, predicted: nil, measured: nil, message)]
    return LabelledRun(label: label, settings: Slide.defaults, outcome: outcome)
  }

  @Test(arguments: [
    ("20", "20 features are few.", "  20 features are few."),
    ("adam", "adam is there.", "  adam is there."),
    ("20", "200 features are many.", "  20: 200 features are many."),
    ("0", "0.5 is left.", "  0: 0.5 is left."),
    ("adam", "adamw would be faster.", "  adam: adamw would be faster."),
    ("few", "too few.", "  few: too few."),
  ]) func aLabelIsNotSaidTwice(_ label: String, _ message: String, _ line: String) {
    let runs = [Self.run(label, message), Self.run("other", "something else.")]
    #expect(Self.lines(80) { $0.findings(of: runs) } == [line, "  other: something else."])
  }

  @Test func knobsWithoutEffectAreLeftOut() throws {
    /// A simulation that looks at its second knob where the first says so.
    enum Choosy: Simulation {
      static let name = "choosy"
      static let summary = ""
      static let isUsed = Knob<Double>("use", .linear(0...1), default: 0, "")
      static let amount = Knob<Double>("amount", .linear(0...1), default: 0, "")
      static let knobs: [any AnyKnob] = [isUsed, amount]
      static let metrics: [Metric] = []
      static let figures: [FigureKind] = []
      static let findings: [FindingKind] = []
      static let usesChance = false
      static func idleKnobs(_ settings: Settings) -> Set<String> {
        settings[isUsed] > 0 ? [] : [amount.name]
      }
      static func run(_ settings: Settings, seed: UInt64) -> Outcome { Outcome() }
    }
    func run(_ use: String) throws -> LabelledRun {
      var settings = Choosy.defaults
      try settings.turn("use", to: use)
      return LabelledRun(label: use, settings: settings, outcome: Outcome())
    }
    #expect(try [run("0")].idleKnobs(of: Choosy.self) == ["amount"])
    #expect(try [run("0"), run("1")].idleKnobs(of: Choosy.self) == [])
    #expect(try [run("0")].idleKnobs(of: Slide.self) == [])
  }
}
