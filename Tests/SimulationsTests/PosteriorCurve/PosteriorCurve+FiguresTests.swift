import Experiments
import Testing

@testable import Simulations

enum PosteriorCurveTies: FigureTies {
  static let simulation: any Simulation.Type = PosteriorCurve.self
  static let settings = [
    ["kernel": "rbf", "length-scale": "0.1", "noise": "0.1"],
    ["length-scale": "2", "place": "0.9"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    func band(_ deviations: Double) -> (Double) -> Double {
      { place in
        let mean = try? run.metric("mean", "place", at: place)
        let deviation = try? run.metric("deviation", "place", at: place)
        return (mean ?? .nan) + deviations * (deviation ?? .nan)
      }
    }
    func likelihood(_ kernel: String) -> FigureTie {
      run.curve(
        "likelihood", kernel, "log-likelihood", along: "length-scale", with: ["kernel": kernel]
      ) { $0 < -30 ? .nan : $0 }
    }
    return [
      run.frame("posterior", .scatter, "x", "value"),
      run.points(
        "posterior", "known", x: [0.1, 0.3, 0.45, 0.7, 0.9], y: [0.5, -0.2, -0.9, 0.1, 0.8]),
      run.curve("posterior", "mean", .theory, "mean", along: "place"),
      run.values("posterior", "mean − 2 deviations", .theory, band(-2)),
      run.values("posterior", "mean + 2 deviations", .theory, band(2)),
      run.marker("posterior", "place", x: try run.number("place")),
      run.frame("likelihood", .line, "length-scale", .log, "log-likelihood"),
      likelihood("matern"), likelihood("rbf"),
      run.marker("likelihood", "this run", x: try run.number("length-scale")),
    ]
  }
}
