import Experiments
import Testing

@testable import Simulations

enum DecayRulesTies: FigureTies {
  static let simulation: any Simulation.Type = DecayRules.self
  static let settings = [
    ["optimizer": "adam"], ["optimizer": "adamw", "alpha": "10"],
    ["optimizer": "adam", "slope": "3", "steps": "40"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let hasSlope = try run.number("slope") > 0
    return [
      run.frame("weight", .line, "step", "weight"),
      run.curve("weight", "with decay", "weight", along: "steps"),
      hasSlope
        ? run.tie("weight", "without decay") { drawn in
          for step in [1, 10, 40] {
            let weight = try #require(try run.metric("weight", "steps", at: Double(step)))
            let decayed = try #require(try run.metric("decayed", "steps", at: Double(step)))
            TiedRun.expect(drawn.y[step], weight + decayed, 1e-9, "step \(step)")
          }
          #expect(drawn.y[0] == 1)
        }
        : run.curve("weight", "theory", .theory, "predicted-weight", along: "steps"),
      run.frame("alpha", .line, "weight decay α", .log, "taken away", .log),
    ]
      + ["gradient-descent", "adam", "adamw"].map { rule in
        run.curve("alpha", rule, "decayed", along: "alpha", with: ["optimizer": rule]) {
          $0 > 1e-9 ? $0 : .nan
        }
      }
  }
}
