import Experiments

/// Several rows of each person, whose label nothing tells, in folds that part the rows or the people.
///
/// Every person has a place in five dimensions, a normal draw, rows scattered around it, and a label that
/// is a fair coin. A row is called what its nearest neighbour in training is. Where rows of one person
/// stand on both sides of a fold, people are recognized; where they stay together, nothing can be right
/// more often than half the time. Averaged over 100 data sets in five folds.
package enum GroupedRows: Simulation {
  package static let name = "grouped-rows"
  package static let summary =
    "Rows that belong together, in folds that part them or keep them: who is recognized, and what is learnt"
  package static let usesChance = true

  /// How many data sets are drawn.
  static let sets = 100

  /// In how many dimensions a person has a place, and in how many folds rows are held out.
  static let dimensions = 5
  static let folds = 5

  /// How far above chance the accuracy of parted rows may be to count as no leak.
  static let nearness = 0.1

  // What it takes

  static let people = Knob<Int>("people", 5...20, default: 10, "how many people there are")
  static let rowsEach = Knob<Int>("rows-each", 1...10, default: 5, "how many rows each has")
  static let scatter = Knob<Double>(
    "scatter", .log(0.05...5), default: 0.3,
    "how far rows lie from their person's place, people's places 1 apart")

  package static let knobs: [any AnyKnob] = [people, rowsEach, scatter]

  // What it gives

  static let chanceAccuracy = Metric(
    "chance-accuracy", "share of right calls that nothing can better on new people: a half",
    .fixed(decimals: 3), isExact: true, kind: .share)
  static let partedAccuracy = Metric(
    "parted-accuracy", "share of held-out rows called right, rows dealt out one by one",
    .fixed(decimals: 3), kind: .share)
  static let togetherAccuracy = Metric(
    "together-accuracy", "share of held-out rows called right, every person in one fold",
    .fixed(decimals: 3), theory: .expectation(chanceAccuracy), better: .higher, kind: .share)
  static let gap = Metric(
    "gap", "parted-accuracy minus chance-accuracy: what is recognized, not learnt",
    .fixed(decimals: 3))

  package static let metrics = [partedAccuracy, togetherAccuracy, chanceAccuracy, gap]

  static let scatterFigure = FigureKind("scatter", "both accuracies by how far rows scatter")

  package static let figures = [scatterFigure]

  // What it finds

  static let recognized = FindingKind(
    "recognized", "with rows dealt out one by one the accuracy is over 0.1 above chance",
    explains: [partedAccuracy, gap])
  static let notRecognized = FindingKind(
    "not-recognized", "with rows dealt out one by one the accuracy is at most 0.1 above chance",
    explains: [partedAccuracy, gap])

  package static let findings = [recognized, notRecognized]

  /// What parting rows is found to do, by how far above chance the accuracy is.
  static func verdict(gap: Double) -> FindingKind { gap > nearness ? recognized : notRecognized }

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let trial = PeopleTrial(
      people: settings[people], rowsEach: settings[rowsEach], scatter: settings[scatter],
      seed: seed)
    let rows = settings[people] * settings[rowsEach]
    var outcome = Outcome()
    outcome[partedAccuracy] = trial.parted
    outcome[togetherAccuracy] = trial.together
    outcome[chanceAccuracy] = 0.5
    outcome[gap] = trial.parted - 0.5
    outcome.findings = [trial.finding]
    outcome.draw { [trial.scatterFigure] }
    outcome.cost = Cost(
      multiplyAdds: sets * rows * rows * dimensions, bytes: 8 * rows * (rows + dimensions))
    return outcome
  }
}
