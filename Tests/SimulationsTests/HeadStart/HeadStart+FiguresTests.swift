import Experiments
import Testing

@testable import Simulations

enum HeadStartTies: FigureTies {
  static let simulation: any Simulation.Type = HeadStart.self
  static let settings = [
    ["rows": "18", "distance": "1.5"], ["rows": "40", "noise": "0.1", "distance": "0"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    func byRows(_ series: String, _ role: Figure.Role, _ metric: String) -> FigureTie {
      run.curve("rows", series, role, metric, along: "rows", at: 9)
    }
    let (rows, distance) = (try run.number("rows"), try run.number("distance"))
    let scratch = try run.metric("scratch-loss")
    var ties = [
      run.frame(
        "rows", .scatter, "rows", .log, "squared distance from the right weights", .log),
      byRows("pretrained", .measured, "tuned-loss"),
      byRows("from zero", .measured, "scratch-loss"),
      byRows("pretrained, theory", .theory, "predicted-tuned-loss"),
      byRows("from zero, theory", .theory, "predicted-scratch-loss"),
      run.level("rows", "untouched", try run.metric("untouched-loss")),
      run.marker("rows", "this run", x: rows),
      run.frame(
        "distance", .scatter, "distance of the start", "squared distance from the right weights"),
      run.curve("distance", "pretrained", "tuned-loss", along: "distance", at: 7),
      run.values("distance", "from zero") { _ in scratch },
      run.curve("distance", "untouched", .theory, "untouched-loss", along: "distance", at: 7),
      run.marker("distance", "this run", x: distance),
    ]
    if run.outcome["predicted-tuned-loss"] != nil {
      ties.append(
        run.curve(
          "distance", "pretrained, theory", .theory, "predicted-tuned-loss", along: "distance",
          at: 7))
    }
    return ties
  }
}
