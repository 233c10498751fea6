import Experiments

/// An alarm that tells when the world has changed: false alarms against late ones.
///
/// A monitored number is N(0, 1) while the settings fit and N(shift, 1) once they are stale. Page's CUSUM adds
/// up what it is above the allowance, never below 0, and alarms above the threshold; then all is tuned
/// anew. Run lengths and the cost of a step are measured, beside the exact ones by integral equations.
package enum DriftAlarm: Simulation {
  package static let name = "drift-alarm"
  package static let summary =
    "A CUSUM alarm for stale settings: false alarms, delay, and what a step costs"
  package static let usesChance = true

  /// How many run lengths are averaged, and after how many changes the cost is told.
  static let runs = 200
  static let changes = 100

  /// The longest mean run that is measured.
  static let longestRun = 2000.0

  // What it takes

  static let threshold = Knob<Double>(
    "threshold", .linear(1...15), default: 5, "the sum above which there is an alarm")
  static let allowance = Knob<Double>(
    "allowance", .linear(0...2), default: 0, "what is taken off each number before it is added")
  static let shift = Knob<Double>(
    "shift", .linear(0.1...3), default: 1,
    "by how many standard deviations the number rises when settings are stale")
  static let changeRate = Knob<Double>(
    "change-rate", .log(1e-3...0.05), default: 0.005, "the probability of a change at each step")
  static let tuningCost = Knob<Double>(
    "tuning-cost", .log(1...200), default: 20,
    "what a tuning costs; a step with stale settings is 1")

  package static let knobs: [any AnyKnob] = [threshold, allowance, shift, changeRate, tuningCost]

  // What it gives

  static let predictedCost = Metric(
    "predicted-cost", "what cost comes to over very many changes", isExact: true)
  static let cost = Metric(
    "cost", "what a step costs, tunings and stale settings together, over 100 changes",
    theory: .approximation(predictedCost, within: 0.03), better: .lower, absent: "too long to run")
  static let predictedFalseRun = Metric(
    "predicted-false-alarm-run", "what false-alarm-run is in expectation", isExact: true,
    absent: "over 1e9")
  static let falseRun = Metric(
    "false-alarm-run", "steps to an alarm if nothing changes, mean of 200 runs",
    theory: .expectation(predictedFalseRun), better: .higher, absent: "too long to run")
  static let predictedDelay = Metric(
    "predicted-delay", "what delay is in expectation", isExact: true, absent: "over 1e9")
  static let delay = Metric(
    "delay", "steps to the alarm after a change at a sum of 0, mean of 200 runs",
    theory: .expectation(predictedDelay), better: .lower, absent: "too long to run")
  static let falseShare = Metric(
    "false-share", "the share of alarms that are false, by theory", .fixed(decimals: 3),
    better: .lower, isExact: true, kind: .share)
  static let calendarCost = Metric(
    "calendar-cost", "what a step costs at best if tuning follows the calendar", isExact: true)

  package static let metrics = [
    cost, predictedCost, falseRun, predictedFalseRun, delay, predictedDelay, falseShare,
    calendarCost,
  ]

  static let chartFigure = FigureKind("chart", "the numbers of a run, their sum, and the alarm")
  static let costFigure = FigureKind("cost", "cost by threshold, and the best calendar's")

  package static let figures = [chartFigure, costFigure]
  package static let timeFigures = [chartFigure]

  // What it finds

  private static let costs = [cost, predictedCost]

  static let jumpy = FindingKind("jumpy", "most alarms are false", explains: costs + [falseRun])
  static let sluggish = FindingKind(
    "sluggish", "at most half of the alarms are false, but stale steps cost more than tunings",
    explains: costs + [delay])
  static let balanced = FindingKind(
    "balanced",
    "at most half of the alarms are false, and stale steps cost at most what tunings do",
    explains: costs)
  static let beatsCalendar = FindingKind(
    "beats-calendar", "a step costs less than with the best calendar", explains: [calendarCost])
  static let calendarWins = FindingKind(
    "calendar-wins", "a step costs as much as with the best calendar, or more",
    explains: [calendarCost])

  package static let findings = [jumpy, sluggish, balanced, beatsCalendar, calendarWins]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let watch = Watch(settings, seed: seed)
    let measured = watch.measured
    var outcome = Outcome()
    for (metric, value) in watch.values(measured) { outcome[metric] = value }
    outcome.findings = watch.findings(measured)
    outcome.draw { [watch.chartFigure, watch.costFigure] }
    let equations = RunLengths.nodes + 1
    outcome.cost = Cost(
      updates: measured.steps,
      multiplyAdds: 2 * measured.steps + equations * equations * (equations + 30),
      bytes: 24 * equations * equations)
    return outcome
  }
}
