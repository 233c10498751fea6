import Exhibits
import Experiments
import Simulations
import Terminal
import Testing
import ToyCourse

@testable import Screens

/// How the numbers and findings of runs are set.
@Suite struct RunViewTests {
  static func lines(_ width: Int, _ body: (inout Page) -> Void) -> [String] {
    var page = Page(Screen(width: width))
    body(&page)
    return page.lines.map(\.text)
  }

  static func shown(_ runs: [LabelledRun], varied: [String] = []) -> ShownRuns {
    ShownRuns(
      simulation: Slide.self, common: Slide.defaults, varied: varied, seed: 1, runs: runs,
      figures: [])
  }

  private static let rates = ["0.1", "0.2", "0.3", "0.4", "0.5", "0.6"]

  @Test(arguments: 24...100) func columnsThatDoNotFitAreDividedIntoTables(_ width: Int) throws {
    let runs = try Self.rates.map { rate in
      var settings = Slide.defaults
      try settings.turn("rate", to: rate)
      return LabelledRun(label: rate, settings: settings, outcome: Slide.run(settings, seed: 1))
    }
    let shown = Self.shown(runs, varied: ["rate"])
    let lines = Self.lines(width) { $0.metricsSideBySide(of: shown) }
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
    let shown = Self.shown(runs)
    #expect(Self.lines(80) { $0.findings(of: shown) } == [line, "  other: something else."])
  }
}
