import Experiments
import Tuning

/// Hyperband over the trainings of ``HalvingSearch``, beside searches that bet on one of its brackets.
///
/// Brackets begin with many trainings and an early look, and end with few that are trained to the end.
/// Of those that brackets trained to the end, the best-looking one is chosen. Beside each bracket
/// there is a search with that bracket alone and as many times its arms as Hyperband has brackets. 128
/// of each are made.
package enum HyperbandSearch: Simulation {
  package static let name = "hyperband-search"
  package static let summary =
    "Hyperband: successive halving from several first looks, for those who do not know the right one"
  package static let usesChance = true

  /// How many searches are made of each.
  static let searches = 128

  /// Which of the paper's two numbers of arms is meant.
  enum Formula: String, CaseIterable, KnobValue {
    /// ⌈(s_max + 1)ηˢ/(s + 1)⌉.
    case algorithm
    /// ⌊(s_max + 1)/(s + 1)⌋ηˢ.
    case table
  }

  // What it takes

  static let most = Knob<Int>(
    "epochs", 9...243, .log, default: 81, "the epochs of a whole training")
  static let factor = Knob<Int>(
    "factor", 2...5, default: 3, "how many times fewer are kept, and trained so many times as long")
  static let formula = Knob<Formula>(
    "formula", default: .algorithm, "how many arms a bracket has: the paper's algorithm or table")
  static let slowStart = Knob<Double>(
    "slow-start", .linear(0...2), default: 1,
    "how much those that end well lag behind at first; above √epochs ranks are reversed")
  static let noise = Knob<Double>(
    "noise", .log(0.3...3), default: 1.5, "standard deviation of a look after one epoch")

  package static let knobs: [any AnyKnob] = [most, factor, formula, slowStart, noise]

  // What it gives

  static let loss = Metric(
    "loss", "final loss of the one that Hyperband chooses, mean of 128", .fixed(decimals: 3),
    better: .lower)
  static let predictedWholeLoss = HalvingSearch.predictedWholeLoss
  static let wholeLoss = HalvingSearch.wholeLoss
  static let bestBracketLoss = Metric(
    "best-bracket-loss", "the lowest final loss of searches that bet on one bracket",
    .fixed(decimals: 3), better: .lower)
  static let worstBracketLoss = Metric(
    "worst-bracket-loss", "the highest final loss of searches that bet on one bracket",
    .fixed(decimals: 3), better: .lower)
  static let brackets = Metric("brackets", "how many brackets there are", .count, isExact: true)
  static let arms = Metric(
    "arms", "how many trainings are begun in all brackets", .count, isExact: true)
  static let epochs = Metric(
    "all-epochs", "epochs in all, where trainings begin afresh after every look",
    .count, better: .lower, isExact: true)
  static let resumedEpochs = Metric(
    "resumed-epochs", "epochs in all, where trainings go on from where they were",
    .count, better: .lower, isExact: true)

  package static let metrics = [
    loss, wholeLoss, predictedWholeLoss, bestBracketLoss, worstBracketLoss, brackets, arms, epochs,
    resumedEpochs,
  ]

  static let bracketsFigure = FigureKind(
    "brackets", "how many trainings each bracket gives how many epochs")
  static let betsFigure = FigureKind(
    "bets", "final loss of searches that bet on one bracket, by its first look")

  package static let figures = [betsFigure, bracketsFigure]

  // What it finds

  static let insurance = FindingKind(
    "insurance", "more is saved against the worst bracket alone than is lost to the best one",
    explains: [loss, bestBracketLoss, worstBracketLoss])
  static let dearInsurance = FindingKind(
    "dear-insurance",
    "no more is saved against the worst bracket alone than is lost to the best one",
    explains: [loss, bestBracketLoss, worstBracketLoss])

  package static let findings = [insurance, dearInsurance]

  /// What Hyperband is found to be, by its loss and those of its brackets.
  static func verdict(loss: Double, best: Double, worst: Double) -> FindingKind {
    worst - loss > loss - best ? insurance : dearInsurance
  }

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let searches = HyperbandSearches(settings, seed: seed)
    var outcome = Outcome()
    for (metric, value) in searches.values { outcome[metric] = value }
    outcome.findings = [searches.finding]
    outcome.draw { [searches.betsFigure, searches.bracketsFigure] }
    let seen = searches.plans.reduce(searches.wholes) { sum, plan in
      sum + (searches.plans.count + 1) * plan.looks.reduce(0) { $0 + $1.arms }
    }
    let largest = searches.plans.map { $0.looks[0].arms }.max() ?? 0
    outcome.cost = Cost(
      multiplyAdds: 2 * Self.searches * seen, bytes: 32 * largest * searches.plans.count)
    return outcome
  }
}
