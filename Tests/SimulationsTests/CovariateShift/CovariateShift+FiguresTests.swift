import Experiments
import Numerics
import Testing

@testable import Simulations

enum CovariateShiftTies: FigureTies {
  static let simulation: any Simulation.Type = CovariateShift.self
  static let settings = [["shift": "0.4", "rows": "10"], ["shift": "0", "rows": "15"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (shift, rows) = (try run.number("shift"), try run.count("rows"))
    /// The line through drawn rows by means and covariances.
    func line(_ name: String, _ start: Double) -> (Double) -> Double {
      var stream = RandomStream(seed: run.seed, name)
      let places = (0..<rows).map { _ in start + stream.uniform() }
      let mean = places.reduce(0, +) / Double(rows)
      let target = places.reduce(0) { $0 + $1 * $1 } / Double(rows)
      let slope =
        places.reduce(0) { $0 + ($1 - mean) * ($1 * $1 - target) }
        / places.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return { target + slope * ($0 - mean) }
    }
    return [
      run.frame("error", .scatter, "shift", "mean squared error"),
      run.curve("error", "measured", "new-error", along: "shift", at: 7),
      run.curve("error", "theory", .theory, "predicted-new-error", along: "shift", at: 7),
      run.marker("error", "this run", x: shift),
      run.frame("fit", .line, "x", "target"),
      run.values("fit", "fitted then", floor: 0.1, line("rows then", 0)),
      run.values("fit", "fitted now", floor: 0.1, line("rows now", shift)),
      run.values("fit", "x²", .theory) { $0 * $0 },
    ]
  }
}
