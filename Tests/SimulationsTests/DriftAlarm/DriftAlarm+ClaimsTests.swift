import Experiments
import Numerics

@testable import Simulations

extension DriftAlarm: Claiming {
  static let claims = [
    Claim(jumpy) { run in
      let world = World(run, alarms: 300)
      return world.wrong > 0.5 - 0.09 ? nil : "\(world.wrong) of the alarms are false"
    },
    Claim(sluggish) { run in
      let world = World(run, alarms: 300)
      if world.isEndless { return nil }
      if world.wrong > 0.5 + 0.12 { return "\(world.wrong) of the alarms are false" }
      let floor = run[tuningCost] * 0.7
      return world.stale > floor ? nil : "\(world.stale) stale steps a tuning"
    },
    Claim(balanced) { run in
      let world = World(run, alarms: 300)
      if world.isEndless { return "hardly an alarm" }
      if world.wrong > 0.5 + 0.12 { return "\(world.wrong) of the alarms are false" }
      let ceiling = run[tuningCost] * 1.3 + 0.5
      return world.stale < ceiling ? nil : "\(world.stale) stale steps a tuning"
    },
    Claim(beatsCalendar) { run in
      let world = World(run, alarms: 300)
      let (alarm, calendar) = (world.cost(run[tuningCost]), leastByCalendar(run))
      return alarm < 1.2 * calendar ? nil : "\(alarm) a step, \(calendar) by the calendar"
    },
    Claim(calendarWins) { run in
      let world = World(run, alarms: 300)
      let (alarm, calendar) = (world.cost(run[tuningCost]), leastByCalendar(run))
      if world.isEndless { return calendar <= 1.0001 ? nil : "\(calendar) by the calendar" }
      return alarm > 0.8 * calendar ? nil : "\(alarm) a step, \(calendar) by the calendar"
    },
  ]

  /// The lowest cost of any whole period, or of never tuning again.
  private static func leastByCalendar(_ run: ClaimedRun) -> Double {
    let (rate, tuning) = (run[changeRate], run[tuningCost])
    let costs = Spacing.values(2000, over: 1...10_000, .log).map { period in
      tuning / period + 1 - (1 - Elementary.exp(-rate * period)) / (rate * period)
    }
    return min(1, costs.min() ?? 1)
  }
}

/// A world of its own, step by step, until so many alarms or 60,000 steps.
private struct World {
  /// The share of alarms that were false, and the stale steps from one tuning to the next.
  var wrong = 0.0
  var stale = 0.0

  private var steps = 0
  private var alarms = 0

  /// Whether there was hardly an alarm.
  var isEndless: Bool { alarms < 20 }

  init(_ run: ClaimedRun, alarms wanted: Int) {
    var stream = RandomStream(seed: run.seed, "world of a claim")
    var (sum, isStale, staleSteps, false_) = (0.0, false, 0, 0)
    while alarms < wanted, steps < 60_000 {
      steps += 1
      if !isStale { isStale = stream.bernoulli(run[DriftAlarm.changeRate]) }
      if isStale { staleSteps += 1 }
      sum = max(
        0, sum + stream.normal() + (isStale ? run[DriftAlarm.shift] : 0) - run[DriftAlarm.allowance]
      )
      guard sum > run[DriftAlarm.threshold] else { continue }
      alarms += 1
      if !isStale { false_ += 1 }
      (sum, isStale) = (0, false)
    }
    wrong = Double(false_) / Double(max(1, alarms))
    stale = Double(staleSteps) / Double(max(1, alarms))
  }

  /// What a step costs.
  func cost(_ tuning: Double) -> Double {
    Double(alarms) * (tuning + stale) / Double(steps)
  }
}
