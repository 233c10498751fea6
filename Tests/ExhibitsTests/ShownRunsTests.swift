import Experiments
import Testing
import ToyCourse

@testable import Exhibits

/// What is said of runs.
@Suite struct ShownRunsTests {
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
    let shown = ShownRuns(
      simulation: Choosy.self, common: Choosy.defaults, varied: [], seed: 1, runs: [try run("0")],
      figures: [])
    #expect(shown.details == ["use 0"])
  }
}
