import Experiments

extension DriftAlarm {
  /// What a chart is found to be, by the share of false alarms and what a cycle costs in stale steps.
  static func verdict(falseShare: Double, stale: Double, tuningCost: Double) -> FindingKind {
    if falseShare > 0.5 { return jumpy }
    return stale > tuningCost ? sluggish : balanced
  }

  /// Whether the alarm or the calendar costs less.
  static func contest(alarm: Double, calendar: Double) -> FindingKind {
    alarm < calendar ? beatsCalendar : calendarWins
  }
}

extension Watch {
  /// What was found, in words that never name the best threshold: an exercise asks for it.
  func findings(_ measured: Measured) -> [Finding] {
    let cost =
      "a step costs \(Self.text(predictedCost)) by theory"
      + (measured.cost.map { ", \(Self.text($0)) measured" } ?? "")
    let kind = DriftAlarm.verdict(
      falseShare: falseShare, stale: cycle.stale, tuningCost: tuningCost)
    let share = NumberText.percent(falseShare)
    let delayed =
      cycle.stale.isFinite
      ? "\(Self.text(cycle.stale)) stale steps from one tuning to the next"
      : "hardly ever an alarm after a change"
    let message =
      switch kind {
      case DriftAlarm.jumpy:
        "too jumpy: of the alarms \(share) are false. \(cost.capitalizedFirst)."
      case DriftAlarm.sluggish:
        "too sluggish: there are \(delayed). \(cost.capitalizedFirst)."
      default: "\(cost), with \(delayed) and \(share) of the alarms false."
      }
    let contest = DriftAlarm.contest(alarm: predictedCost, calendar: calendarCost)
    return [
      Finding(kind, predicted: predictedCost, measured: measured.cost, message),
      Finding(
        contest, predicted: predictedCost, measured: calendarCost,
        "the best calendar costs \(Self.text(calendarCost)) a step, "
          + (contest == DriftAlarm.beatsCalendar ? "more than this alarm." : "not more than this.")),
    ]
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }
}

extension String {
  /// The words as a sentence begins with them.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
