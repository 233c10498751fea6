import Experiments
import Numerics
import Testing

@testable import Simulations

enum TimeSplitTies: FigureTies {
  static let simulation: any Simulation.Type = TimeSplit.self
  static let settings = [
    ["model": "shrunken", "horizon": "7"], ["model": "mean", "correlation": "0"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    func curve(_ series: String, _ role: Figure.Role, _ metric: String) -> FigureTie {
      run.curve("errors", series, role, metric, along: "correlation", at: 5)
    }
    let (correlation, horizon) = (try run.number("correlation"), try run.count("horizon"))
    let model = try run.text("model")
    // The first series, value by value: what is kept of the last, and what is new.
    var stream = RandomStream(seed: run.seed, "numbers", 0)
    var values = [stream.normal()]
    let fresh = (1 - correlation * correlation).squareRoot()
    for _ in 1..<(300 + horizon) {
      values.append(correlation * values[values.count - 1] + fresh * stream.normal())
    }
    let last = values[299]
    let predicted = (1...horizon).map { step in
      model == "nearest" ? last : model == "mean" ? 0 : last * correlation.raised(to: step)
    }
    return [
      run.frame("errors", .scatter, "correlation", "mean squared error"),
      curve("random split", .measured, "random-error"),
      curve("future", .measured, "future-error"),
      curve("random split, theory", .theory, "predicted-random-error"),
      curve("future, theory", .theory, "predicted-future-error"),
      run.marker("errors", "this run", x: correlation),
      run.frame("series", .line, "steps after the last one trained on", "value"),
      run.points(
        "series", "values", x: (-59...horizon).map(Double.init), y: Array(values[240...])),
      run.points(
        "series", "predicted", .theory, x: (1...horizon).map(Double.init), y: predicted),
      run.marker("series", "now", x: 0),
    ]
  }
}
