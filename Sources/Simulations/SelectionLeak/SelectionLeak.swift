import Experiments

/// What cross-validation says of pure noise, when features are chosen before the folds are held out.
///
/// The labels of 50 rows are fair coins and their features normal draws that know nothing of them, so
/// that nothing can be right more often than half the time. The features that go best with the labels
/// are chosen once by all rows, or in every fold by the rows that are trained on; a nearest-centroid
/// classifier uses them. Averaged over 16 data sets.
package enum SelectionLeak: Simulation {
  package static let name = "selection-leak"
  package static let summary =
    "Choosing features by all rows and then cross-validating: errors on labels that are pure chance"
  package static let usesChance = true

  /// How many data sets are drawn.
  static let sets = 16

  /// How many rows there are, and in how many folds they are held out.
  static let rows = 50
  static let folds = 5

  /// How far below half the leaky error may be, in expectation of no leak, to count as none.
  static let nearness = 0.1

  // What it takes

  static let features = Knob<Int>(
    "features", 20...5000, .log, default: 1000, "how many features there are, all of them noise")
  static let chosen = Knob<Int>(
    "chosen", 1...20, default: 20, "how many of them are chosen, those that go best with the labels"
  )

  package static let knobs: [any AnyKnob] = [features, chosen]

  // What it gives

  static let chanceError = Metric(
    "chance-error", "share of wrong calls that nothing can better here: a half",
    .fixed(decimals: 3), isExact: true, kind: .share)
  static let leakyError = Metric(
    "leaky-error", "share of held-out rows called wrong, features chosen by all rows",
    .fixed(decimals: 3), kind: .share)
  static let honestError = Metric(
    "honest-error", "share of held-out rows called wrong, features chosen anew in every fold",
    .fixed(decimals: 3), theory: .expectation(chanceError), kind: .share)
  static let gap = Metric(
    "gap", "chance-error minus leaky-error: what the leak hides", .fixed(decimals: 3),
    better: .lower)

  package static let metrics = [leakyError, honestError, chanceError, gap]

  static let errorFigure = FigureKind("error", "both errors by the number of features")

  package static let figures = [errorFigure]

  // What it finds

  static let leak = FindingKind(
    "leak", "features chosen by all rows seem to better chance by over 0.1",
    explains: [leakyError, gap])
  static let littleLeak = FindingKind(
    "little-leak", "features chosen by all rows seem to better chance by at most 0.1",
    explains: [leakyError, gap])

  package static let findings = [leak, littleLeak]

  /// What choosing is found to do, by how far below chance the error seems to be.
  static func verdict(gap: Double) -> FindingKind { gap > nearness ? leak : littleLeak }

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let trial = NoiseTrial(features: settings[features], chosen: settings[chosen], seed: seed)
    var outcome = Outcome()
    outcome[leakyError] = trial.leakyError
    outcome[honestError] = trial.honestError
    outcome[chanceError] = 0.5
    outcome[gap] = 0.5 - trial.leakyError
    outcome.findings = [trial.finding]
    outcome.draw { [trial.errorFigure] }
    outcome.cost = Cost(
      multiplyAdds: sets * rows * (2 * settings[features] + 2 * (folds + 1) * settings[chosen]),
      bytes: 8 * settings[features] * (rows + 3 * folds))
    return outcome
  }
}
