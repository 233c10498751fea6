import Experiments
import Testing

@testable import Simulations

enum TaskTransferTies: FigureTies {
  static let simulation: any Simulation.Type = TaskTransfer.self
  static let settings = [
    ["settings": "9", "first": "sex", "second": "mislabelled", "splits": "2"]
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (first, second) = (try run.text("first"), try run.text("second"))
    let trial = TaskTrial(
      try run.count("settings"), try #require(SmallTask(rawValue: first)),
      try #require(SmallTask(rawValue: second)), splits: try run.count("splits"), seed: run.seed)
    let dots = zip(trial.first, trial.second).map { (x: $0, y: $1) }.sorted { $0.x < $1.x }
    return [
      run.frame("losses", .scatter, "loss on \(first)", .log, "loss on \(second)", .log),
      run.points("losses", "winner", x: [dots[0].x], y: [try run.metric("kept-loss")]),
      run.points(
        "losses", "settings", x: dots.dropFirst().map(\.x), y: dots.dropFirst().map(\.y)),
    ]
  }
}
