import Experiments
import Foundation
import Testing

@testable import Simulations

enum ConfidentMistakeTies: FigureTies {
  static let simulation: any Simulation.Type = ConfidentMistake.self
  static let settings = [
    ["loss": "cross-entropy"], ["log-odds": "2", "learning-rate": "30"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (rule, rate) = (try run.text("loss"), try run.number("learning-rate"))
    let start = -(try run.number("log-odds"))
    func right(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }
    func gradient(_ rule: String, _ logOdds: Double) -> Double {
      let wrong = 1 / (1 + exp(logOdds))
      return rule == "squared" ? right(logOdds) * wrong * wrong : wrong
    }
    var places = [start]
    for _ in 0..<20_000 {
      let last = places[places.count - 1]
      places.append(last + rate * gradient(rule, last))
    }
    let turn = try run.metric("steps-to-even-chance")
    let shown = run.outcome.figures[0].series[0].x.map { places[Int($0)] }
      .filter { (min(start, -4)...6).contains($0) }
    return [
      run.frame("probability", .line, "step", "probability"),
      run.values("probability", rule, within: 1e-8) { right(places[Int($0)]) },
      run.marker("probability", "even chance", x: turn),
      run.frame("gradient", .scatter, "log-odds of the right class", "gradient"),
      run.points(
        "gradient", "steps taken", x: shown, y: shown.map { gradient(rule, $0) }, within: 1e-8,
        floor: 0.01),
      run.values("gradient", "squared", .theory) { gradient("squared", $0) },
      run.values("gradient", "cross-entropy", .theory) { gradient("cross-entropy", $0) },
    ]
  }
}
