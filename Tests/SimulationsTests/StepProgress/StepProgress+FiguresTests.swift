import Experiments
import Testing

@testable import Simulations

enum StepProgressTies: FigureTies {
  static let simulation: any Simulation.Type = StepProgress.self
  static let settings = [["step": "1.224"], ["step": "3", "dimensions": "7"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let step = try run.number("step")
    return [
      run.frame("progress", .scatter, "step", .log, "progress"),
      run.curve("progress", "measured", "progress", along: "step"),
      run.curve("progress", "ever more dimensions", .theory, "predicted-progress", along: "step"),
      run.marker("progress", "this run", x: step),
      run.frame("success", .scatter, "step", .log, "success share"),
      run.curve("success", "measured", "success-share", along: "step"),
      run.curve("success", "ever more dimensions", .theory, "predicted-success", along: "step"),
      run.marker("success", "this run", x: step),
    ]
  }
}
