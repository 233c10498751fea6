import Experiments
import Numerics

/// The sum of what is above the allowance, never below 0 (Page 1954).
struct Cusum {
  let threshold: Double
  let allowance: Double
  private(set) var sum = 0.0

  /// Adds a number; whether there is an alarm, after which the sum begins anew.
  mutating func alarms(at number: Double) -> Bool {
    sum = max(0, sum + number - allowance)
    guard sum > threshold else { return false }
    sum = 0
    return true
  }
}

/// Standard normal numbers, drawn many at a time.
private struct Numbers {
  private var stream: RandomStream
  private var drawn: [Double] = []
  private var used = 0

  init(_ stream: RandomStream) { self.stream = stream }

  mutating func next() -> Double {
    if used == drawn.count { (drawn, used) = (stream.normals(256), 0) }
    used += 1
    return drawn[used - 1]
  }
}

/// A world that changes, and a chart that watches it.
struct Watch {
  /// What was measured; nil where it would take too long.
  struct Measured {
    var cost: Double?
    var falseRun: Double?
    var delay: Double?

    /// Mean steps to an alarm without a change, by theory.
    var predictedFalseRun: Double?

    /// How many numbers were looked at.
    var steps: Int
  }

  let shift: Double
  let changeRate: Double
  let tuningCost: Double
  let seed: UInt64
  let lengths: RunLengths
  let cycle: RunLengths.Cycle

  /// Mean steps to an alarm with a change, by theory.
  var delay: Double? { cycle.delay }

  init(_ settings: Settings, seed: UInt64) {
    self.init(
      lengths: RunLengths(
        threshold: settings[DriftAlarm.threshold], allowance: settings[DriftAlarm.allowance]),
      shift: settings[DriftAlarm.shift], changeRate: settings[DriftAlarm.changeRate],
      tuningCost: settings[DriftAlarm.tuningCost], seed: seed)
  }

  private init(
    lengths: RunLengths, shift: Double, changeRate: Double, tuningCost: Double, seed: UInt64
  ) {
    self.lengths = lengths
    self.shift = shift
    self.changeRate = changeRate
    self.tuningCost = tuningCost
    self.seed = seed
    cycle = lengths.cycle(shift: shift, changeRate: changeRate)
  }

  /// The same with another threshold.
  func with(threshold: Double) -> Watch {
    Watch(
      lengths: RunLengths(threshold: threshold, allowance: lengths.allowance), shift: shift,
      changeRate: changeRate, tuningCost: tuningCost, seed: seed)
  }

  var cusum: Cusum { Cusum(threshold: lengths.threshold, allowance: lengths.allowance) }

  /// The share of alarms that are false; rounding may have left less than none.
  var falseShare: Double { max(0, 1 - cycle.wasStale) }
  var predictedCost: Double { cycle.cost(tuning: tuningCost) }

  /// What a step costs at best if tuning follows the calendar.
  var calendarCost: Double {
    ScheduleTheory(changeRate: changeRate, tuningCost: tuningCost).best.cost
  }

  // What is measured

  var measured: Measured {
    let falseRun = lengths.mean(shift: 0)
    let (first, second) = (runs("quiet", mean: 0, falseRun), runs("shifted", mean: shift, delay))
    let costs = measuredCost
    return Measured(
      cost: costs?.cost, falseRun: first?.mean, delay: second?.mean,
      predictedFalseRun: falseRun,
      steps: (first?.steps ?? 0) + (second?.steps ?? 0) + (costs?.steps ?? 0))
  }

  /// Runs from a sum of 0 to an alarm, unless they are long by theory.
  private func runs(_ name: String, mean: Double, _ predicted: Double?) -> (
    mean: Double, steps: Int
  )? {
    guard let predicted, predicted <= DriftAlarm.longestRun else { return nil }
    var numbers = Numbers(RandomStream(seed: seed, name))
    var cusum = cusum
    var steps = 0
    for _ in 0..<DriftAlarm.runs {
      steps += 1
      while !cusum.alarms(at: mean + numbers.next()) { steps += 1 }
    }
    return (Double(steps) / Double(DriftAlarm.runs), steps)
  }

  /// What a step costs over a hundred changes, each of them found in the end.
  var measuredCost: (cost: Double, steps: Int)? {
    guard let delay, delay <= DriftAlarm.longestRun else { return nil }
    var numbers = Numbers(RandomStream(seed: seed, "numbers"))
    var waits = RandomStream(seed: seed, "changes")
    var cusum = cusum
    var (tuned, stale, alarms) = (0, 0, 0)
    for _ in 0..<DriftAlarm.changes {
      let wait = Elementary.log(waits.probability()) / Elementary.log1p(-changeRate)
      for _ in 0..<Int(wait) where cusum.alarms(at: numbers.next()) { alarms += 1 }
      tuned += Int(wait)
      stale += 1
      while !cusum.alarms(at: shift + numbers.next()) { stale += 1 }
      alarms += 1
    }
    let steps = tuned + stale
    return ((tuningCost * Double(alarms) + Double(stale)) / Double(steps), steps)
  }

  /// Every metric with its value, if it has one.
  func values(_ measured: Measured) -> [(metric: Metric, value: Double?)] {
    [
      (DriftAlarm.cost, measured.cost), (DriftAlarm.predictedCost, predictedCost),
      (DriftAlarm.falseRun, measured.falseRun),
      (DriftAlarm.predictedFalseRun, measured.predictedFalseRun),
      (DriftAlarm.delay, measured.delay), (DriftAlarm.predictedDelay, delay),
      (DriftAlarm.falseShare, falseShare), (DriftAlarm.calendarCost, calendarCost),
    ]
  }
}
