import Experiments
import Testing

@testable import Simulations

enum DropoutMasksTies: FigureTies {
  static let simulation: any Simulation.Type = DropoutMasks.self
  static let settings = [["dropout": "0"], ["dropout": "1", "features": "3", "samples": "50"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let dropout = try run.number("dropout")
    let samples = try run.number("samples")
    let exact = run.outcome.figures[0].series[0]
    let plain = try run.metric("evaluation-error")
    let targets = try #require(try run.metric("enumerated-error", "dropout", at: 1))
    return [
      run.frame("error", .scatter, "dropout rate", "mean squared error"),
      run.curve("error", "every mask", "enumerated-error", along: "dropout", at: 10),
      run.tie("error", "sampled masks") { drawn in
        #expect(drawn.x == exact.x)
        #expect(drawn.y != exact.y, "samples are never exact")
        TiedRun.expect(drawn.y[0], plain, 1e-9, "nothing dropped")
        for (place, rate) in drawn.x.enumerated() {
          // A mask is off by about the scale of what stays, 1/(1 − p), times the targets' size.
          let spread = targets / ((1 - rate) * samples.squareRoot())
          #expect(abs(drawn.y[place] - exact.y[place]) < 8 * spread * (1 + rate / (1 - rate)))
        }
      },
      run.curve("error", "formula", .theory, "predicted-error", along: "dropout", at: 10),
      run.marker("error", "p = \(NumberText.shortest(dropout))", x: dropout),
      run.frame("sampling", .line, "masks sampled", .log, "mean squared error"),
      run.curve("sampling", "sampled", "sampled-error", along: "samples"),
      run.level("sampling", "every mask", try run.metric("enumerated-error")),
    ]
  }
}
