import Experiments
import Testing

@testable import Simulations

enum StepSizeTies: FigureTies {
  static let simulation: any Simulation.Type = StepSize.self
  static let settings = [
    ["learning-rate": "0.25"], ["learning-rate": "0.18", "steps": "7", "curvature": "3"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (rate, curvature) = (try run.number("learning-rate"), try run.number("curvature"))
    let steps = try run.count("steps")
    func shallow(_ step: Double) -> Double { (1 - rate).raised(to: Int(step)) }
    func steep(_ step: Double) -> Double { (1 - curvature * rate).raised(to: Int(step)) }
    return [
      run.frame("loss", .line, "step", "relative loss", .log),
      run.curve("loss", "measured", "relative-loss", along: "steps"),
      run.values("loss", "theory", .theory) {
        (shallow($0) * shallow($0) + curvature * steep($0) * steep($0)) / (1 + curvature)
      },
      run.frame("path", .contours, "shallow direction", "steep direction"),
      run.tie("path", "path") { drawn in
        // One that leaves the picture ends with the step that does.
        let last = drawn.y.count - 1
        #expect(last == steps || last > 0 && abs(drawn.y[last]) > abs(drawn.y[last - 1]))
        for step in drawn.x.indices {
          TiedRun.expect(drawn.x[step], shallow(Double(step)), 1e-9, "shallow")
          TiedRun.expect(drawn.y[step], steep(Double(step)), 1e-9, "steep")
        }
      },
      run.field("path", label: "loss") { 0.5 * ($0 * $0 + curvature * $1 * $1) },
      run.frame("coordinates", .line, "step", "size", .log),
      run.values("coordinates", "shallow") { abs(shallow($0)) },
      run.values("coordinates", "steep") { abs(steep($0)) },
      run.values("coordinates", "shallow, theory", .theory) { abs(shallow($0)) },
      run.values("coordinates", "steep, theory", .theory) { abs(steep($0)) },
    ]
  }
}
