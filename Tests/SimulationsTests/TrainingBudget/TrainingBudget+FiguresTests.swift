import Experiments
import Testing

@testable import Simulations

enum TrainingBudgetTies: FigureTies {
  static let simulation: any Simulation.Type = TrainingBudget.self
  static let settings = [
    ["optimizer": "gradient-descent", "batch-size": "1000", "depth": "1", "rows": "200"],
    ["rows": "50", "precision": "double", "optimizer": "momentum", "parallelism": "7"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (rows, epochs) = (try run.number("rows"), try run.number("epochs"))
    let (batch, width) = (min(try run.count("batch-size"), Int(rows)), try run.count("width"))
    let bytes: Double = try run.text("precision") == "double" ? 8 : 4
    let numbers = try run.metric("parameters") * bytes
    let state = try run.metric("state-bytes")
    func curve(_ figure: String, _ series: String, _ role: Figure.Role, _ metric: String)
      -> FigureTie
    {
      run.curve(figure, series, role, metric, along: "batch-size", at: 5)
    }
    var ties = [
      run.frame("memory", .line, "batch size", .log, "bytes", .log),
      curve("memory", "all", .measured, "memory-bytes"),
      curve("memory", "activations", .theory, "activation-bytes"),
      run.level("memory", "parameters and gradients", 2 * numbers),
      run.marker("memory", "batch \(batch)", x: Double(batch)),
      run.frame("arithmetic", .line, "width", .log, "multiply-adds", .log),
      run.curve("arithmetic", "counted", "multiply-adds", along: "width") {
        $0 / (rows * epochs)
      },
      run.curve("arithmetic", "3 a parameter", .theory, "predicted-parameters", along: "width") {
        3 * $0
      },
      run.marker("arithmetic", "width \(width)", x: Double(width)),
      run.frame("time", .line, "batch size", .log, "time of one sample = 1", .log),
      curve("time", "modelled time", .measured, "modelled-time"),
      curve("time", "updates", .theory, "updates"),
      run.marker("time", "batch \(batch)", x: Double(batch)),
    ]
    if try run.text("optimizer") != "gradient-descent" {
      ties.append(run.level("memory", "optimizer's state", state - 2 * numbers))
    }
    return ties
  }
}
