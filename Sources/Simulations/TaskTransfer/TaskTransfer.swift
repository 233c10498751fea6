import Experiments

/// Settings drawn at random and tried on two tasks.
///
/// Small networks read digits, digits of which a fifth have wrong labels, or the species or the sex of
/// penguins from four measurements. Each setting is trained on each task, on splits of their own, so that
/// a task beside itself shows what chance does alone.
package enum TaskTransfer: Simulation {
  package static let name = "task-transfer"
  package static let summary =
    "Settings drawn at random and tried on two tasks: does the best one of one suit the other?"
  package static let usesChance = true

  /// How many times the best loss a setting may have on the other task to count as suiting it.
  static let suiting = 1.2

  // What it takes

  static let settings = Knob<Int>(
    "settings", 5...150, .log, default: 6, "how many settings are drawn")
  static let first = Knob<SmallTask>("first", default: .digits, "the task that chooses")
  static let second = Knob<SmallTask>("second", default: .species, "the task that takes the choice")
  static let splits = Knob<Int>(
    "splits", 1...4, default: 1, "over how many splits of each task losses are averaged")

  package static let knobs: [any AnyKnob] = [settings, first, second, splits]

  // What it gives

  static let correlation = Metric(
    "rank-correlation", "of validation losses on the two tasks, over all settings",
    .fixed(decimals: 2), absent: "all alike")
  static let price = Metric(
    "price", "loss of the first task's winner on the second over the lowest there",
    .fixed(decimals: 2), better: .lower, absent: "overflow")
  static let place = Metric(
    "place", "the place of that winner on the second task", .count)
  static let shared = Metric(
    "shared-best", "how many settings are of the best tenth on both tasks", .count)
  static let tenth = Metric("tenth", "how many settings a tenth is, at least one", .count)
  static let kept = Metric(
    "kept-loss", "validation loss of the first task's winner on the second", better: .lower,
    absent: "overflow")
  static let own = Metric(
    "own-loss", "lowest validation loss on the second task", absent: "overflow")

  package static let metrics = [correlation, price, place, shared, tenth, kept, own]

  static let lossesFigure = FigureKind(
    "losses", "validation loss on the second task by that on the first, every setting a dot")

  package static let figures = [lossesFigure]

  // What it finds

  static let suits = FindingKind(
    "suits", "the winner has at most 1.2 times the lowest loss on the second task",
    explains: [price])
  static let misfits = FindingKind(
    "misfits", "the winner has over 1.2 times the lowest loss on the second task",
    explains: [price])
  static let realData = FindingKind("real-data", "always: whom the rows are owed to")

  package static let findings = [suits, misfits, realData]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let trial = TaskTrial(
      settings[self.settings], settings[first], settings[second], splits: settings[splits],
      seed: seed)
    var outcome = Outcome()
    for (metric, value) in trial.values { outcome[metric] = value }
    outcome.findings = trial.findings
    outcome.draw { [trial.figure] }
    outcome.cost = trial.cost
    return outcome
  }
}
