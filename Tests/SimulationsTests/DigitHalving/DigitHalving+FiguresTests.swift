import Experiments
import Testing

@testable import Simulations

enum DigitHalvingTies: FigureTies {
  static let simulation: any Simulation.Type = DigitHalving.self
  static let settings = [
    ["arms": "7", "first-look": "4", "epochs": "10", "wrong-labels": "0.4"]
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (arms, end) = (try run.count("arms"), try run.count("epochs"))
    let look = try run.count("first-look")
    let trainings = RandomTrainings(
      arms, epochs: end, wrongLabels: try run.number("wrong-labels"), seed: run.seed)
    let losses = trainings.all.map { (x: $0.losses[look], y: $0.losses[end]) }
      .sorted { $0.x < $1.x }
    let (kept, dropped) = (losses.prefix(arms / 3), losses.dropFirst(arms / 3))
    return [
      run.frame(
        "looks", .scatter, "validation loss at the first look", .log,
        "validation loss at the end", .log),
      run.points("looks", "kept", x: kept.map(\.x), y: kept.map(\.y)),
      run.points("looks", "dropped", x: dropped.map(\.x), y: dropped.map(\.y)),
      run.frame("correlation", .line, "epoch", .log, "rank correlation"),
      run.curve("correlation", "validation loss", "rank-correlation", along: "first-look"),
    ]
  }
}
