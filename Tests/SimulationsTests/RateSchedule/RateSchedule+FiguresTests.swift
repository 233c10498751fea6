import Experiments
import Testing

@testable import Simulations

enum RateScheduleTies: FigureTies {
  static let simulation: any Simulation.Type = RateSchedule.self
  static let settings = [
    ["schedule": "cosine", "learning-rate": "0.3"],
    ["schedule": "step", "learning-rate": "0.5", "steps": "50", "drop-at": "0.3"],
    ["noise": "0", "curvature": "0.1"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let steps = try run.count("steps")
    let (noise, curvature) = (try run.number("noise"), try run.number("curvature"))
    let plan = run.settings[RateSchedule.schedule].schedule(
      rate: try run.number("learning-rate"), steps: steps, dropAt: try run.number("drop-at"))
    let rates = (0..<steps).map { plan.rate(at: $0) }
    // What is left of the start and of the noise, step by step.
    var (start, added) = ([25.0], [0.0])
    for rate in rates {
      let kept = (1 - rate * curvature) * (1 - rate * curvature)
      start.append(kept * start[start.count - 1])
      added.append(kept * added[added.count - 1] + rate * rate * noise * noise)
    }
    func shown(_ value: Double) -> Double { value < 1e-9 ? .nan : value }
    let passed = (0...steps).map(Double.init)
    let last = try run.metric("squared-error")
    let isConstant = try run.text("schedule") == "constant"
    let whole = start.indices.map { start[$0] + added[$0] }
    TiedRun.expect(whole[steps], try run.metric("predicted-squared-error"), 1e-9, "prediction")
    let best = try run.metric("best-constant-error")
    let error = run.outcome.figures[1].series[0].y
    // A best constant rate that leaves nothing has no level on a logarithmic axis.
    let level = best > 0 ? [run.level("error", "where the best constant ends", best)] : []
    return level + [
      run.frame("rate", .line, "step", "learning rate"),
      run.points("rate", "rate", x: (1...steps).map(Double.init), y: rates),
      run.level("rate", "best constant", try run.metric("best-constant-rate")),
      run.frame("error", .line, "step", "squared error", .log),
      isConstant
        ? run.curve("error", "measured", "squared-error", along: "steps", shown: shown)
        : run.end("error", "measured", x: Double(steps), shown(last)),
      run.points("error", "theory", .theory, x: passed, y: whole.map(shown)),
      run.frame("parts", .line, "step", "squared error", .log),
      run.points("parts", "start, theory", .theory, x: passed, y: start.map(shown)),
      run.points("parts", "noise, theory", .theory, x: passed, y: added.map(shown)),
      // Variances of 2048 chains are off by a thirtieth, their mean by a 45th of the deviation.
      run.tie("parts", "noise") { drawn in
        for (step, value) in drawn.y.enumerated() where !value.isNaN || added[step] > 1e-8 {
          #expect(abs(value - added[step]) <= 0.2 * added[step], "step \(step)")
        }
      },
      run.tie("parts", "start") { drawn in
        let variance = run.outcome.figures[2].series[1].y
        for (step, value) in drawn.y.enumerated() where !value.isNaN {
          let off = value.squareRoot() - start[step].squareRoot()
          #expect(abs(off) <= 6 * (added[step] / 2048).squareRoot() + 1e-6, "step \(step)")
          let spread = variance[step].isNaN ? 0 : variance[step]
          TiedRun.expect(value + spread, error[step], 1e-6, "both parts at \(step)")
        }
        #expect(drawn.y[0] == 25)
      },
    ]
  }
}
