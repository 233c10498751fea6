import Experiments
import Foundation
import Testing

@testable import Simulations

enum BitFlipsTies: FigureTies {
  static let simulation: any Simulation.Type = BitFlips.self
  static let settings = [["mutation-rate": "0.05"], ["length": "7", "mutation-rate": "0.3"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    /// At a rate of one flip a copy, length by length.
    func alongLengths(
      _ series: String, _ role: Figure.Role, _ metric: String, _ error: Double
    ) -> FigureTie {
      run.tie("length", series, role) { drawn in
        for place in [0, drawn.x.count / 2, drawn.x.count - 1] {
          let x = drawn.x[place]
          let value = try run.metric(
            metric, "length", at: x, with: ["mutation-rate": "\(1 / x)"])
          TiedRun.expect(drawn.y[place], try #require(value), error, "\(series) at \(x)")
        }
      }
    }
    return [
      run.frame("rate", .scatter, "mutation rate", .log, "evaluations", .log),
      run.curve("rate", "measured", "evaluations", along: "mutation-rate"),
      run.curve("rate", "expected", .theory, "predicted-evaluations", along: "mutation-rate"),
      run.marker("rate", "this run", x: try run.number("mutation-rate")),
      run.frame("length", .scatter, "length", "evaluations"),
      alongLengths("measured", .measured, "evaluations", 1e-12),
      alongLengths("exact", .theory, "endless-evaluations", 1e-9),
      run.values("length", "long strings", .theory) {
        let e = 2.718281828459045
        return e * $0 * log($0) - 1.8925 * $0 + e / 2 * log($0) + 0.598
      },
      run.values("length", "bound e·n·Hₙ", .theory) { length in
        2.718281828459045 * length * (1...Int(length)).reduce(0) { $0 + 1 / Double($1) }
      },
      run.marker("length", "this run", x: try run.number("length")),
    ]
  }
}
