import Experiments
import Testing

@testable import Simulations

enum SensitivityIndicesTies: FigureTies {
  static let simulation: any Simulation.Type = SensitivityIndices.self
  static let settings = [["samples": "100", "sampling": "halton"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    func values(_ prefix: String) throws -> [Double] {
      try ["one", "two", "three"].map { try run.metric("\(prefix)-\($0)") }
    }
    let exact = try values("exact-first") + values("exact-total")
    let curves = ["random", "halton"].map { sampling in
      run.tie("error", sampling) { drawn in
        #expect(drawn.x == [32, 64, 128, 256, 512, 1024, 2048, 4096])
        for (place, samples) in [(0, 32), (3, 256)] {
          var sum = 0.0
          for number in 0..<UInt64(10) {
            var settings = SensitivityIndices.defaults
            try settings.turn("samples", to: "\(samples)")
            try settings.turn("sampling", to: sampling)
            let outcome = SensitivityIndices.run(settings, seed: run.seed + number)
            let names = ["first", "total"].flatMap { kind in
              ["one", "two", "three"].map { "\(kind)-\($0)" }
            }
            for (name, exact) in zip(names, exact) {
              let error = try #require(outcome[name]) - exact
              sum += error * error
            }
          }
          TiedRun.expect(drawn.y[place], (sum / 60).squareRoot(), 1e-9, sampling)
        }
      }
    }
    return curves + [
      run.frame("indices", .scatter, "input", "index"),
      run.points("indices", "first order", x: [1, 2, 3], y: try values("first")),
      run.points("indices", "total", x: [1, 2, 3], y: try values("total")),
      run.points(
        "indices", "first order, exact", .theory, x: [1, 2, 3], y: try values("exact-first")),
      run.points("indices", "total, exact", .theory, x: [1, 2, 3], y: try values("exact-total")),
      run.frame("error", .scatter, "samples", .log, "root mean square error", .log),
      run.marker("error", "this run", x: try run.number("samples")),
    ]
  }
}
