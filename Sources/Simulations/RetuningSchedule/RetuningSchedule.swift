import Experiments

/// Tuning again by the calendar: too often costs tuning, too seldom stale settings.
///
/// After a tuning the settings fit until the world changes, which it does at a rate p in any step; from
/// then to the next tuning a step costs 1. A tuning costs as many steps. 1000 periods are drawn and compared
/// with the exact expectation.
package enum RetuningSchedule: Simulation {
  package static let name = "retuning-schedule"
  package static let summary =
    "Tuning again every so many steps: what the tunings cost and what stale settings do"
  package static let usesChance = true

  /// How many periods are averaged.
  static let periods = 1000

  /// How far over the best the predicted cost may be to count as near it.
  static let nearness = 1.1

  // What it takes

  static let period = Knob<Int>(
    "period", 1...10_000, .log, default: 50, "how many steps pass from one tuning to the next")
  static let changeRate = Knob<Double>(
    "change-rate", .log(1e-4...0.1), default: 0.001, "how many changes there are a step on average")
  static let tuningCost = Knob<Double>(
    "tuning-cost", .log(1...1000), default: 50,
    "what a tuning costs; a step with stale settings is 1")

  package static let knobs: [any AnyKnob] = [period, changeRate, tuningCost]

  // What it gives

  static let predictedCost = Metric("predicted-cost", "what cost is in expectation", isExact: true)
  static let cost = Metric(
    "cost", "what a step costs, tunings and stale settings together, mean of 1000 periods",
    theory: .expectation(predictedCost), better: .lower)
  static let tuningPart = Metric(
    "tuning-part", "the part of cost that tunings cause: tuning-cost/period", better: .lower,
    isExact: true)
  static let predictedStalePart = Metric(
    "predicted-stale-part", "what stale-part is in expectation", isExact: true)
  static let stalePart = Metric(
    "stale-part", "the part of cost that stale settings cause: the share of steps with them",
    theory: .expectation(predictedStalePart), better: .lower)
  static let bestCost = Metric(
    "best-cost", "predicted-cost of the best period there is", isExact: true)

  package static let metrics = [
    cost, predictedCost, tuningPart, stalePart, predictedStalePart, bestCost,
  ]

  static let costFigure = FigureKind("cost", "cost by period, and its two parts")

  package static let figures = [costFigure]

  // What it finds

  static let tooOften = FindingKind(
    "too-often", "cost is over 1.1 times that of the best period, which is longer")
  static let tooSeldom = FindingKind(
    "too-seldom", "cost is over 1.1 times that of the best period, which is shorter")
  static let nearBest = FindingKind(
    "near-best", "cost is at most 1.1 times that of the best period")
  static let worseThanNever = FindingKind(
    "worse-than-never", "cost is above 1, what it costs never to tune again")

  package static let findings = [tooOften, tooSeldom, nearBest, worseThanNever]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let schedule = DrawnSchedule(
      period: settings[period],
      theory: ScheduleTheory(
        changeRate: settings[changeRate], tuningCost: settings[tuningCost]),
      seed: seed)
    var outcome = Outcome()
    for (metric, value) in schedule.values { outcome[metric] = value }
    outcome.findings = schedule.findings
    outcome.draw { [schedule.costFigure] }
    outcome.cost = Cost(multiplyAdds: 2 * periods, bytes: 8 * periods)
    return outcome
  }
}
