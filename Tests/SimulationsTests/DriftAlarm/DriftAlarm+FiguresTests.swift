import Experiments
import Numerics
import Testing

@testable import Simulations

enum DriftAlarmTies: FigureTies {
  static let simulation: any Simulation.Type = DriftAlarm.self
  static let settings = [
    ["threshold": "15", "allowance": "2", "shift": "0.1"],
    ["threshold": "6", "allowance": "0.5", "shift": "2", "change-rate": "0.02"],
    ["threshold": "1"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let threshold = try run.number("threshold")
    let chart = try chart(run, threshold)
    let x = chart.numbers.indices.map { Double($0 + 1) }
    var ties = [
      run.frame("chart", .line, "step", "number, sum"),
      run.points("chart", "number", x: x, y: chart.numbers),
      run.points("chart", "sum", x: x, y: chart.sums),
      run.marker("chart", "change", x: 40),
      run.marker("chart", "threshold", y: threshold),
      run.frame("cost", .scatter, "threshold", "cost of a step", .log),
      run.curve("cost", "measured", "cost", along: "threshold"),
      run.curve("cost", "theory", .theory, "predicted-cost", along: "threshold", at: 7),
      run.level("cost", "best calendar", try run.metric("calendar-cost")),
      run.marker("cost", "this run", x: threshold),
    ]
    if chart.sums.last ?? 0 > threshold {
      let step = Double(x.count)
      ties.append(run.marker("chart", step > 40 ? "alarm" : "false alarm", x: step))
    }
    return ties
  }

  /// The same run, with the sum as what is left over its lowest so far.
  private static func chart(_ run: TiedRun, _ threshold: Double) throws -> (
    numbers: [Double], sums: [Double]
  ) {
    let (allowance, shift) = (try run.number("allowance"), try run.number("shift"))
    var stream = RandomStream(seed: run.seed, "chart")
    var (total, lowest) = (0.0, 0.0)
    var (numbers, sums): ([Double], [Double]) = ([], [])
    for step in 1...150 {
      numbers.append(stream.normal() + (step > 40 ? shift : 0))
      total += numbers[step - 1] - allowance
      lowest = min(lowest, total)
      sums.append(total - lowest)
      if total - lowest > threshold { break }
    }
    // What was added and taken off again is rounded; 0 is 0.
    return (numbers, sums.map { abs($0) < 1e-12 ? 0 : $0 })
  }
}
