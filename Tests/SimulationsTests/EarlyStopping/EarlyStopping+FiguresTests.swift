import Experiments
import Learning
import Numerics
import Testing

@testable import Simulations

enum EarlyStoppingTies: FigureTies {
  static let simulation: any Simulation.Type = EarlyStopping.self
  static let settings = [
    ["patience": "300"], ["slope-noise": "0", "learning-rate": "0.4", "validation-size": "100"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let rate = try run.number("learning-rate")
    let size = try run.count("training-size")
    let problem = StoppingProblem(
      rate: rate, trainingSize: size, slopeNoise: try run.number("slope-noise"))
    let rule = Stopping(
      patience: try run.count("patience"),
      smallestImprovement: try run.number("smallest-improvement"))
    let runs = try (0..<256).map {
      StoppingRun(
        problem, steps: 500, validationSize: try run.count("validation-size"), seed: run.seed,
        number: $0)
    }
    let first = runs[0]
    let kept = runs.map { Double(max(1, rule.decision($0.validationLosses).best ?? 0)) }
    let best = runs.map { run -> Double in
      let lowest = run.risks.indices.min { run.risks[$0] < run.risks[$1] } ?? 0
      return Double(max(1, lowest))
    }
    let pairs = zip(best, kept).sorted { $0 < $1 }
    let steps = (1...500).map(Double.init)
    let eigenvalues = [0.015, 0.06, 0.25, 1, 4]
    var stream = RandomStream(seed: run.seed, "residuals")
    let draws: [Double] = (5..<size).map { _ in stream.normal() }
    let floor: Double = draws.reduce(0) { $0 + $1 * $1 } / Double(size)
    let training = first.path.dropFirst().map { learned -> Double in
      var loss = floor
      for direction in 0..<5 {
        let miss = learned[direction] - first.fit[direction]
        loss += eigenvalues[4 - direction] * miss * miss
      }
      return loss
    }
    let (turn, step) = (try run.metric("turn-step"), try run.count(of: "kept-step"))
    let (share, decay) = (try run.metric("share"), try run.metric("equivalent-decay"))
    let ridge = LinearRisk(
      eigenvalues: [4, 1, 0.25, 0.06, 0.015], weights: Array(repeating: 0.6, count: 5),
      noiseVariance: 1, examples: size, rate: rate)
    func learned(_ eigenvalue: Double) -> Double { 1 - (1 - rate * eigenvalue).raised(to: step) }
    func known(_ prefix: String, _ role: Figure.Role, _ series: String) throws -> FigureTie {
      let values = [
        (turn, try run.metric("\(prefix)turn-risk")), (500, try run.metric("\(prefix)last-risk")),
      ]
      return run.tie("risk", series, role) { drawn in
        #expect(drawn.x == steps)
        for (place, value) in values {
          TiedRun.expect(drawn.y[Int(place) - 1], value, 1e-9, "\(series) at \(place)")
        }
      }
    }
    return [
      run.frame("losses", .line, "step", .log, "mean squared error", .log),
      run.points("losses", "training", x: steps, y: training),
      run.points("losses", "validation", x: steps, y: Array(first.validationLosses.dropFirst())),
      run.points("losses", "true", x: steps, y: first.risks.dropFirst().map { $0 + 1 }),
      run.marker("losses", "kept", x: kept[0]),
      run.marker(
        "losses", "stop", x: Double(rule.decision(first.validationLosses).stop ?? 500)),
      run.marker("losses", "best", x: best[0]),
      run.frame("steps", .scatter, "best step in hindsight", .log, "kept step", .log),
      run.points("steps", "runs", x: pairs.map(\.0), y: pairs.map(\.1)),
      run.values("steps", "kept = best", .theory) { $0 },
      run.frame("risk", .line, "step", .log, "loss beyond the right weights", .log),
      try known("", .measured, "measured"), try known("predicted-", .theory, "theory"),
      run.values("risk", "weight decay 1/(η·step)", .theory) { ridge.ridgeRisk(1 / (rate * $0)) },
      run.marker("risk", "lowest", x: turn),
      run.frame("filter", .scatter, "curvature λ", .log, "share learned"),
      run.tie("filter", "measured") { drawn in
        #expect(drawn.x == eigenvalues && drawn.y[2] == share)
        for (x, y) in zip(drawn.x, drawn.y) { #expect(abs(y - learned(x)) < 0.1, "λ = \(x)") }
      },
      run.values("filter", "stopping", .theory) { learned($0) },
      run.values("filter", "weight decay", .theory) { $0 / ($0 + decay) },
    ]
  }
}

extension TiedRun {
  fileprivate func count(of metric: String) throws -> Int { Int(try self.metric(metric)) }
}
