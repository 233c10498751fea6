import Experiments
import Numerics
import Testing

@testable import Simulations

@Suite struct RunLengthsTests {
  // The figures of the ground truth

  static let shifts = [0, 0.5, 1, 2]

  @Test(
    arguments: [
      (3, [117.60, 17.35, 6.404, 2.680]), (4, [335.37, 26.68, 8.383, 3.343]),
      (5, [930.89, 38.01, 10.376, 4.009]), (8, [18965.7, 84.00, 16.372, 6.009]),
    ] as [(Double, [Double])])
  func runLengthsAreTheGroundTruths(threshold: Double, lengths: [Double]) throws {
    let chart = RunLengths(threshold: threshold, allowance: 0.5)
    for (shift, length) in zip(Self.shifts, lengths) {
      let found = try #require(chart.mean(shift: shift))
      #expect(abs(found / length - 1) < 3e-4)
    }
  }

  /// Siegmund's approximation, for a threshold of 4.
  @Test func theApproximationIsTheGroundTruths() {
    let chart = RunLengths(threshold: 4, allowance: 0.5)
    for (shift, length) in zip(Self.shifts, [338.1, 26.69, 8.34, 3.22]) {
      #expect(abs(chart.siegmund(mean: shift) / length - 1) < 2e-3)
    }
  }

  /// An alarm at a single number of as many false alarms is three times slower.
  @Test func aSingleNumberIsSlower() {
    let chance = 1 / 335.37
    let limit = -NormalQuantile.at(chance)
    #expect(abs(limit - 2.750) < 0.001)
    for (shift, length) in [(1.0, 24.95), (2, 4.41)] {
      #expect(abs(1 / Elementary.normalDistribution(shift - limit) / length - 1) < 2e-3)
    }
  }

  // Found otherwise

  /// Four times as many places, as steps of a chain between small bins, come to the same.
  @Test(arguments: [(3.0, 0.5, 0.0), (6, 0.2, 0.5), (15, 1, 1.5), (1, 2, 0), (2, 0, 3)])
  func binsAgree(threshold: Double, allowance: Double, shift: Double) throws {
    let bins = 240
    let width = threshold / (Double(bins) - 0.5)
    func below(_ x: Double) -> Double { Elementary.normalDistribution(x - shift + allowance) }
    // Brook & Evans 1972: the sum in bins, the first of half a width around 0.
    var matrix = [Double](repeating: 0, count: bins * bins)
    for row in 0..<bins {
      let sum = Double(row) * width
      for column in 0..<bins {
        let edge = (Double(column) + 0.5) * width - sum
        let chance = column == 0 ? below(edge) : below(edge) - below(edge - width)
        matrix[row * bins + column] = (row == column ? 1 : 0) - chance
      }
    }
    let length = LinearEquations(matrix, size: bins).solve(Array(repeating: 1, count: bins))[0]
    let found = try #require(
      RunLengths(threshold: threshold, allowance: allowance).mean(shift: shift))
    #expect(abs(found / length - 1) < 3e-3)
  }

  @Test func equationsAreSolved() {
    var stream = RandomStream(seed: 1, "equations")
    for size in [1, 2, 5, 30] {
      let matrix = stream.normals(size * size)
      let truth = stream.normals(size)
      let right = (0..<size).map { row in
        (0..<size).reduce(0) { $0 + matrix[row * size + $1] * truth[$1] }
      }
      let found = LinearEquations(matrix, size: size).solve(right)
      #expect(zip(found, truth).allSatisfy { abs($0 - $1) < 1e-8 })
    }
    // A pivot of 0 is exchanged.
    #expect(LinearEquations([0, 1, 1, 0], size: 2).solve([3, 4]) == [4, 3])
  }

  /// Eighty nodes integrate what polynomials of degree 159 are, to rounding.
  @Test func nodesIntegratePowers() {
    let rule = GaussLegendre.shared
    for power in [0, 2, 10, 100, 158] {
      let sum = zip(rule.nodes, rule.weights).reduce(0) { $0 + $1.1 * $1.0.raised(to: power) }
      #expect(abs(sum * Double(power + 1) / 2 - 1) < 1e-12)
    }
    #expect(abs(zip(rule.nodes, rule.weights).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-14)
  }

  /// What is over 1e9 is not told: rounding would tell it.
  @Test func endlessRunsHaveNoLength() {
    #expect(RunLengths(threshold: 15, allowance: 2).mean(shift: 0) == nil)
    #expect(RunLengths(threshold: 15, allowance: 2).mean(shift: 0.1) == nil)
    let cycle = RunLengths(threshold: 15, allowance: 2).cycle(shift: 0.1, changeRate: 0.01)
    #expect(cycle.stale == .infinity && cycle.cost(tuning: 20) == 1)
    #expect(abs(cycle.wasStale - 1) < 1e-9 && abs(cycle.tuned - 99) < 1e-6)
  }
}

@Suite struct DriftAlarmTests {
  static func outcome(
    _ threshold: Double, _ allowance: Double, _ turned: [String: SettingValue] = [:],
    seed: UInt64 = 1
  ) throws -> Outcome {
    let both: [String: SettingValue] = [
      "threshold": .real(threshold), "allowance": .real(allowance),
    ]
    return try DriftAlarm.outcome(turned.merging(both) { $1 }, seed: seed)
  }

  /// The ground truth's short formula, which lets a change come at a sum of 0.
  private static func shortCost(
    _ threshold: Double, _ allowance: Double, shift: Double, rate: Double, tuning: Double
  ) -> Double {
    let chart = RunLengths(threshold: threshold, allowance: allowance)
    let falseAlarms = chart.mean(shift: 0).map { 1 / (rate * $0) } ?? 0
    let delay = chart.mean(shift: shift) ?? 1e9
    return (tuning * (1 + falseAlarms) + delay) / (1 / rate + delay)
  }

  private static func cost(
    _ threshold: Double, _ allowance: Double, shift: Double, rate: Double, tuning: Double
  ) -> Double {
    RunLengths(threshold: threshold, allowance: allowance)
      .cycle(shift: shift, changeRate: rate).cost(tuning: tuning)
  }

  /// Threshold, cost by the short formula, and by whole cycles.
  @Test(
    arguments: [
      (8.25, 0.0678, 0.0671), (3, 0.4785, 0.4772), (5, 0.1129, 0.1120), (15, 0.0780, 0.0774),
    ] as [(Double, Double, Double)])
  func costsAreTheGroundTruths(threshold: Double, short: Double, whole: Double) {
    let (first, second) = (
      Self.shortCost(threshold, 0.5, shift: 1, rate: 0.001, tuning: 50),
      Self.cost(threshold, 0.5, shift: 1, rate: 0.001, tuning: 50)
    )
    #expect(abs(first - short) < 0.0001 && abs(second - whole) < 0.0001)
    // A change comes at a sum that is above 0, so the delay is shorter: by a fiftieth at most here.
    #expect(second < first && second > 0.98 * first)
  }

  /// Even a quarter of a standard deviation beats the calendar, with the threshold that is best for it.
  ///
  /// An allowance of half of the shift is better still.
  @Test(arguments: [(0.25, 0.2149), (0.5, 0.1139), (1, 0.0678), (2, 0.0572)])
  func smallShiftsAreWorthAnAlarm(shift: Double, short: Double) {
    func least(_ allowance: Double) -> Double {
      Spacing.values(57, over: 1...15, .linear).map {
        Self.shortCost($0, allowance, shift: shift, rate: 0.001, tuning: 50)
      }.min() ?? 1
    }
    #expect(abs(least(0.5) - short) < 0.0001)
    #expect(least(shift / 2) <= least(0.5))
    #expect(least(0.5) < ScheduleTheory(changeRate: 0.001, tuningCost: 50).best.cost)
  }

  /// The exercise: whole cycles cost 0.172 or less in a slanted band, a tenth of the range.
  @Test func theBandIsSlanted() {
    func cost(_ threshold: Double, _ allowance: Double) -> Double {
      Self.cost(threshold, allowance, shift: 1, rate: 0.005, tuning: 20)
    }
    let thresholds = Spacing.values(29, over: 1...15, .linear)
    func band(_ allowance: Double) -> [Double] {
      thresholds.filter { cost($0, allowance) <= 0.172 }
    }
    for (allowance, low, high) in [(0.3, 7, 12), (0.5, 4.5, 8.5), (0.7, 3.5, 5.5)] {
      let passing = band(allowance)
      #expect(abs((passing.first ?? 0) - low) < 0.01 && abs((passing.last ?? 0) - high) < 0.01)
    }
    #expect(band(0).isEmpty && band(1).isEmpty && band(2).isEmpty)
    #expect(cost(5, 0) > 0.6 && cost(5, 1) > 0.24 && cost(8, 1) > 0.36)
    let ends = Spacing.values(21, over: 0...2, .linear)
    #expect(ends.allSatisfy { cost(1, $0) > 0.23 && cost(15, $0) > 0.174 })
    let passing = ends.reduce(0) { $0 + band($1).count }
    #expect(abs(Double(passing) / (21 * 29) - 0.09) < 0.005)
    #expect(abs(cost(6, 0.5) - 0.1573) < 0.0001)
    // By the short formula it is the ground truth's.
    let short = Self.shortCost(6, 0.5, shift: 1, rate: 0.005, tuning: 20)
    #expect(abs(short - 0.1598) < 0.0001)
    let calendar = ScheduleTheory(changeRate: 0.005, tuningCost: 20).best
    #expect(abs(calendar.cost - 0.412) < 0.001 && abs(calendar.period - 106) < 1)
  }

  /// The mean over seeds is what theory says: run lengths in expectation, cost to a hundredth.
  @Test(
    arguments: [
      (4, 0.5, 1, 0.005), (5, 0, 1, 0.05), (3, 1, 2, 0.01), (2, 0.3, 0.5, 0.02),
      (8, 0.5, 1.5, 0.05),
    ] as [(Double, Double, Double, Double)])
  func measuredIsWhatTheorySays(
    threshold: Double, allowance: Double, shift: Double, rate: Double
  ) throws {
    let outcomes = try (1...60).map {
      try Self.outcome(
        threshold, allowance, ["shift": .real(shift), "change-rate": .real(rate)], seed: $0)
    }
    for (name, bias) in [("false-alarm-run", 0), ("delay", 0), ("cost", 0.01)] {
      let values = outcomes.compactMap { $0[name] }
      guard values.count == 60 else { continue }
      let predicted = try #require(outcomes[0]["predicted-\(name)"])
      let mean = values.reduce(0, +) / 60
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let error = (squares / 59 / 60).squareRoot()
      #expect(abs(mean - predicted) < 4 * error + bias * predicted, "\(name)")
      #expect(error < 0.02 * predicted, "\(name)")
    }
  }

  /// Alarms that are false, counted in a long run of its own.
  @Test func falseAlarmsAreCounted() throws {
    var stream = RandomStream(seed: 4, "world")
    var cusum = Cusum(threshold: 3, allowance: 0.4)
    var (isStale, alarms, wrong) = (false, 0, 0)
    while alarms < 4000 {
      if !isStale { isStale = stream.bernoulli(0.02) }
      guard cusum.alarms(at: stream.normal() + (isStale ? 0.8 : 0)) else { continue }
      alarms += 1
      if !isStale { wrong += 1 }
      isStale = false
    }
    let cycle = RunLengths(threshold: 3, allowance: 0.4).cycle(shift: 0.8, changeRate: 0.02)
    let share = Double(wrong) / 4000
    #expect(abs(share - (1 - cycle.wasStale)) < 4 * 0.5 / 63)
  }

  // What a run says

  @Test(
    arguments: [
      (5, 0, ["jumpy", "calendar-wins"]), (5, 1, ["sluggish", "beats-calendar"]),
      (6, 0.5, ["balanced", "beats-calendar"]), (15, 2, ["sluggish", "calendar-wins"]),
      (1, 0, ["jumpy", "calendar-wins"]),
    ] as [(Double, Double, [String])])
  func findsWhatItIs(threshold: Double, allowance: Double, codes: [String]) throws {
    let outcome = try Self.outcome(threshold, allowance)
    #expect(outcome.findings.map(\.code) == codes)
    #expect(outcome.findings[0].predicted == outcome["predicted-cost"])
    #expect(outcome.findings[0].measured == outcome["cost"])
    #expect(outcome.findings[1].measured == outcome["calendar-cost"])
  }

  @Test(arguments: [1, 15], [0, 2]) func holdsAtAllCorners(threshold: Double, allowance: Double)
    throws
  {
    for shift in [0.1, 3] {
      for rate in [1e-3, 0.05] {
        let outcome = try Self.outcome(
          threshold, allowance, ["shift": .real(shift), "change-rate": .real(rate)])
        #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 >= 0 })
        let predicted = try #require(outcome["predicted-cost"])
        #expect(predicted > 0 && predicted <= 21)
        FigureCheck.check(outcome.figures, of: DriftAlarm.self)
      }
    }
  }

  // Bounds, tried on both sides

  @Test(
    arguments: [
      (0.5, 20, "balanced"), (0.5.nextUp, 20, "jumpy"), (0.5, 20.0.nextUp, "sluggish"),
      (0.5.nextUp, 30, "jumpy"), (0, .infinity, "sluggish"),
    ] as [(Double, Double, String)])
  func verdictsTurnAtTheirBounds(falseShare: Double, stale: Double, code: String) {
    let verdict = DriftAlarm.verdict(falseShare: falseShare, stale: stale, tuningCost: 20)
    #expect(verdict.code == code)
  }

  @Test func theContestTurnsAtItsBound() {
    #expect(DriftAlarm.contest(alarm: 0.4, calendar: 0.4).code == "calendar-wins")
    #expect(DriftAlarm.contest(alarm: 0.4.nextDown, calendar: 0.4).code == "beats-calendar")
  }

  @Test func theSumAlarmsAboveItsThreshold() {
    var cusum = Cusum(threshold: 2, allowance: 0.5)
    #expect(!cusum.alarms(at: 2.5) && cusum.sum == 2)
    #expect(!cusum.alarms(at: -9) && cusum.sum == 0)
    #expect(cusum.alarms(at: 2.5.nextUp) && cusum.sum == 0)
  }
}
