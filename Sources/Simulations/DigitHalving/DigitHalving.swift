import Experiments
import Learning

/// Successive halving over real trainings: digit readers with settings drawn at random.
///
/// 64 pixels, 8 tanh units, ten classes; 120 of 300 digits train, 80 validate and 100 test. Rate, batch
/// size and momentum of each training are drawn over wide ranges, and some diverge. All are trained to
/// the end, so that what a look gets wrong is known; halving sees no more than validation losses at its
/// looks, and keeps a third at each.
package enum DigitHalving: SharingSimulation {
  package static let name = "digit-halving"
  package static let summary =
    "Successive halving over trainings of a digit reader with random settings: do early losses tell?"
  package static let usesChance = true

  static let validationSize = 80
  static let testSize = 100
  static let hiddenUnits = 8

  /// How many times fewer are kept at a look, and trained so many times as long.
  static let factor = 3

  /// The rank correlation from which on a look counts as telling.
  static let telling = 0.7

  // What it takes

  static let arms = Knob<Int>("arms", 3...81, .log, default: 9, "how many trainings are begun")
  static let firstLook = Knob<Int>(
    "first-look", 1...81, .log, default: 2, "after how many epochs they are judged first")
  static let epochs = Knob<Int>(
    "epochs", 9...81, .log, default: 15, "the epochs of a whole training")
  static let wrongLabels = Knob<Double>(
    "wrong-labels", .linear(0...0.5), default: 0,
    "share of the training labels that are drawn anew from all ten, a tenth of them right")

  package static let knobs: [any AnyKnob] = [arms, firstLook, epochs, wrongLabels]

  // What it gives

  static let rankCorrelation = Metric(
    "rank-correlation", "of validation losses at the first look and at the end, over all trainings",
    .fixed(decimals: 2), better: .higher)
  static let chosenAccuracy = Metric(
    "chosen-accuracy", "share of 100 test digits that the choice of halving reads right",
    .fixed(decimals: 2), better: .higher, kind: .share)
  static let wholeAccuracy = Metric(
    "whole-accuracy", "the same, chosen among whole trainings for as many epochs",
    .fixed(decimals: 2), better: .higher, kind: .share)
  static let shortAccuracy = Metric(
    "short-accuracy", "the same, chosen among trainings of a third of the epochs for as many",
    .fixed(decimals: 2), better: .higher, kind: .share)
  static let bestAccuracy = Metric(
    "best-accuracy", "the same, chosen among all trainings at their ends", .fixed(decimals: 2),
    better: .higher, kind: .share)
  static let shortLead = Metric(
    "short-lead", "short-accuracy minus chosen-accuracy", .fixed(decimals: 2))
  static let place = Metric(
    "place", "the place of the choice among all trainings at their ends, by validation loss",
    .count, better: .lower)
  static let allEpochs = Metric(
    "all-epochs", "epochs that halving takes, where trainings begin afresh after every look",
    .count, better: .lower, isExact: true)
  static let wholes = Metric(
    "whole-trainings", "how many whole trainings as many epochs pay for, of those begun", .count,
    isExact: true)
  static let shorts = Metric(
    "short-trainings", "how many trainings of a third of the epochs they pay for, of those begun",
    .count, isExact: true)

  package static let metrics = [
    rankCorrelation, chosenAccuracy, wholeAccuracy, shortAccuracy, shortLead, bestAccuracy, place,
    allEpochs, wholes, shorts,
  ]

  static let looksFigure = FigureKind(
    "looks", "validation loss of each training at the first look and at the end")
  static let correlationFigure = FigureKind(
    "correlation", "rank correlation of validation losses with those at the end, by epoch")

  package static let figures = [looksFigure, correlationFigure]

  // What it finds

  static let tells = FindingKind(
    "tells", "the ranks at the first look and at the end correlate by 0.7 or more",
    explains: [rankCorrelation])
  static let tellsLittle = FindingKind(
    "tells-little", "the ranks at the first look and at the end correlate by less than 0.7",
    explains: [rankCorrelation])
  static let keepsBest = FindingKind(
    "keeps-best", "the choice is the one with the lowest validation loss at the end",
    explains: [place, chosenAccuracy, bestAccuracy])
  static let dropsBest = FindingKind(
    "drops-best", "another than the choice has the lowest validation loss at the end",
    explains: [place, chosenAccuracy, bestAccuracy])
  static let realData = FindingKind("real-data", "always: whom the digits are owed to")

  package static let findings = [tells, tellsLittle, keepsBest, dropsBest, realData]

  // How

  /// Trainings are the same whenever they are looked at.
  package static let sharing: [any AnyKnob] = [firstLook]

  package static func runs(_ all: [Settings], seed: UInt64) -> [Outcome] {
    guard let first = all.first else { return [] }
    let trainings = RandomTrainings(
      first[arms], epochs: first[epochs], wrongLabels: first[wrongLabels], seed: seed)
    return all.map { settings in
      let halving = HalvedTrainings(trainings, firstLook: settings[firstLook])
      var outcome = Outcome()
      for (metric, value) in halving.values { outcome[metric] = value }
      outcome.findings = halving.findings
      outcome.draw { [halving.looksFigure, trainings.correlationFigure] }
      outcome.cost = trainings.cost
      return outcome
    }
  }
}
