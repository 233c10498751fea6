import Experiments
import Numerics
import Testing

@testable import Simulations

enum RetuningScheduleTies: FigureTies {
  static let simulation: any Simulation.Type = RetuningSchedule.self
  static let settings = [
    ["period": "300", "change-rate": "0.01"], ["tuning-cost": "1000", "period": "10000"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (rate, tuning) = (try run.number("change-rate"), try run.number("tuning-cost"))
    func shown(_ part: Double) -> Double { part < 0.01 ? .nan : part }
    // The mean over the period of the chance that a change has come.
    func stale(_ period: Double) -> Double {
      let parts = 4000
      var sum = 0.0
      for part in 0..<parts {
        let place = (Double(part) + 0.5) / Double(parts)
        sum += 1 - Elementary.exp(-rate * period * place)
      }
      return sum / Double(parts)
    }
    return [
      run.frame("cost", .scatter, "period", .log, "cost of a step", .log),
      run.curve("cost", "measured", "cost", along: "period", at: 9),
      run.curve("cost", "theory", .theory, "predicted-cost", along: "period"),
      run.values("cost", "tunings' part", .theory) { shown(tuning / $0) },
      run.values("cost", "stale settings' part", .theory, within: 1e-3) { shown(stale($0)) },
      run.marker("cost", "this run", x: try run.number("period")),
    ]
  }
}
