import Experiments
import Synchronization
import Testing

@testable import Simulations

/// That every part of every figure agrees with a metric, or with a value found otherwise.
@Suite struct FigureTiesTests {
  static let all: [any FigureTies.Type] = [
    StepSizeTies.self, BatchNoiseTies.self, EpochOverfittingTies.self, RateScheduleTies.self,
    EarlyStoppingTies.self, WeightShrinkageTies.self, DecayRulesTies.self, DigitDecayTies.self,
    OptimizerRaceTies.self, MomentumNoiseTies.self, LossTargetTies.self, ConfidentMistakeTies.self,
    DecisionThresholdTies.self, DropoutMasksTies.self, DropoutTrainingTies.self,
    HiddenWidthTies.self, DoubleDescentTies.self, FoldedLineTies.self, GradientChainTies.self,
    InitialWeightsTies.self, ActivationXorTies.self, TrainingRunTies.self, TrainingBudgetTies.self,
    DoubleWellTies.self, RandomCoverageTies.self, SearchRaceTies.self, SearchRangeTies.self,
    BudgetCurveTies.self, PosteriorCurveTies.self, ExpectedImprovementTies.self,
    CurveSearchTies.self, BraninSearchTies.self, BowlSearchTies.self, RepeatedLookTies.self,
    BitFlipsTies.self, TournamentTakeoverTies.self, StepProgressTies.self, OneFifthRuleTies.self,
    PopulationDiversityTies.self, EvolutionRaceTies.self, CrossValidationTies.self,
    RepeatedFoldsTies.self, RandomSplitsTies.self, BestOfManyTies.self, RidgeChoiceTies.self,
    SelectionLeakTies.self, GroupedRowsTies.self, JointEffectTies.self, SensitivityIndicesTies.self,
    ElementaryEffectsTies.self, EarlyLookTies.self, HalvingSearchTies.self,
    HyperbandSearchTies.self, DigitHalvingTies.self, PromisedQualityTies.self, TrialBudgetTies.self,
    FineTuningTies.self, HeadStartTies.self, DigitTransferTies.self, DriftAlarmTies.self,
    RetuningScheduleTies.self, TimeSplitTies.self, StaleSettingsTies.self, LabelShiftTies.self,
    CovariateShiftTies.self, FairComparisonTies.self, DigitDuelTies.self, SettingSpreadTies.self,
    TaskTransferTies.self, TunedKnobsTies.self, EightKnobsTies.self, TuningContestTies.self,
  ]

  /// A simulation without ties fails here, a part of a figure without one below.
  @Test func everySimulationHasTies() {
    #expect(Self.all.map { $0.simulation.name } == Catalog.all.names)
  }

  @Test(arguments: Catalog.all.names)
  func everyPartAgrees(name: String) throws {
    try Self.check(try #require(Self.all.first { $0.simulation.name == name }))
  }

  /// Checks every tie under all settings of a simulation; no part is without, no tie without a part.
  static func check(_ tied: any FigureTies.Type) throws {
    var seen = Set<String>()
    for settings in [[:]] + tied.settings {
      let run = try TiedRun(tied.simulation, settings)
      let figures = Dictionary(uniqueKeysWithValues: run.outcome.figures.map { ($0.name, $0) })
      seen.formUnion(figures.keys)
      var untied = Set<String>()
      for (name, figure) in figures {
        for part in FigureTie.parts(of: figure) { untied.insert("\(name): \(part)") }
      }
      for tie in try tied.ties(run) {
        let part = "\(tie.figure): \(tie.part)"
        #expect(untied.remove(part) != nil, "\(settings): there is no \(part), or two ties")
        if let figure = figures[tie.figure] { try tie.check(figure) }
      }
      #expect(untied.isEmpty, "\(settings): nothing ties \(untied.sorted())")
    }
    #expect(seen == Set(tied.simulation.figures.map(\.name)))
  }

  /// That a tie can fail: each kind does for a value, a place, a role or a scale that is off.
  @Test func tiesCanFail() throws {
    let run = try TiedRun(StepSize.self, [:])
    let figure = try #require(run.outcome.figures.first)
    func fails(_ tie: FigureTie, _ change: (inout Figure) -> Void) throws -> Bool {
      var changed = figure
      change(&changed)
      let isCaught = Mutex(false)
      try withKnownIssue(isIntermittent: true) {
        try tie.check(changed)
      } matching: { _ in
        isCaught.withLock { $0 = true }
        return true
      }
      return isCaught.withLock { $0 }
    }
    let frame = run.frame("loss", .line, "step", "relative loss", .log)
    let curve = run.curve("loss", "measured", "relative-loss", along: "steps")
    let theory = run.values("loss", "theory", .theory) { _ in 0 }
    #expect(try !fails(frame) { _ in })
    #expect(try fails(frame) { $0.y = Figure.Axis("relative loss") })
    #expect(try fails(frame) { $0.x = Figure.Axis("steps") })
    #expect(try fails(frame) { $0.form = .scatter })
    #expect(try !fails(curve) { _ in })
    #expect(try fails(curve) { $0.series[0].y[50] *= 1.001 })
    #expect(try fails(curve) { $0.series[0].role = .theory })
    #expect(
      try fails(curve) {
        $0.series.swapAt(0, 1); $0.series[0].name = "measured"
      })
    #expect(try fails(theory) { ($0.series[1].x, $0.series[1].y) = ([0], [1]) })
    let marker = run.marker("loss", "here", x: 1)
    #expect(try !fails(marker) { $0.markers = [Figure.Marker("here", x: 1)] })
    #expect(try fails(marker) { $0.markers = [Figure.Marker("here", x: 2)] })
  }
}
