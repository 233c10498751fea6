import Experiments
import Testing

@testable import Simulations

enum PopulationDiversityTies: FigureTies {
  static let simulation: any Simulation.Type = PopulationDiversity.self
  static let settings = [
    ["mutation-step": "0.03", "evaluations": "150"],
    ["population": "50", "evaluations": "100", "dimensions": "3", "mutation-step": "0.01"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (population, evaluations) = (try run.count("population"), try run.count("evaluations"))
    return [
      run.frame("best", .line, "evaluations", .log, "regret", .log),
      run.curve("best", "genetic", "regret", along: "evaluations"),
      run.curve("best", "random", .theory, "random-regret", along: "evaluations"),
      run.frame("diversity", .line, "generation", "standard deviation"),
      run.tie("diversity", "genetic") { drawn in
        let whole = try run.metric("generations")
        TiedRun.expect(Double(drawn.x.count), whole, 1e-12, "generations")
        for place in Set([0, drawn.x.count / 2, drawn.x.count - 1]) {
          TiedRun.expect(drawn.x[place], Double(place + 1), 1e-12, "generation")
          // A run that ends with this generation.
          let judged = Double(population + place * (population - 1))
          let value = try run.metric("diversity", "evaluations", at: judged)
          TiedRun.expect(drawn.y[place], try #require(value), 1e-9, "generation \(place + 1)")
        }
        #expect(population <= evaluations)
      },
      run.frame("step", .scatter, "mutation step", .log, "regret", .log),
      run.curve("step", "genetic", "regret", along: "mutation-step"),
      run.level("step", "random", try run.metric("random-regret")),
      run.marker("step", "this run", x: try run.number("mutation-step")),
    ]
  }
}
