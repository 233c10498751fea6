import Experiments
import Testing

@testable import Simulations

enum WeightShrinkageTies: FigureTies {
  static let simulation: any Simulation.Type = WeightShrinkage.self
  static let settings = [
    ["alpha": "10"], ["noise": "3", "training-size": "50", "alpha": "0.1"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let alpha = try run.number("alpha")
    let best = try run.metric("predicted-true-loss") / run.metric("loss-over-best")
    let fits = RidgeFits(
      decay: alpha, examples: try run.count("training-size"), noise: try run.number("noise"),
      count: 512, seed: run.seed)
    let eigenvalues = [4, 1, 0.25, 0.06, 0.015]
    let means = eigenvalues.indices.map { direction in
      fits.moments.map { $0[direction] / (eigenvalues[direction] + alpha) }.reduce(0, +) / 512
    }
    TiedRun.expect(means[2] / 0.6, try run.metric("middle-share"), 1e-9, "middle share")
    func shown(_ part: Double) -> Double { part < best / 20 ? .nan : part }
    func curve(
      _ series: String, _ role: Figure.Role, _ metric: String,
      shown: @escaping (Double) -> Double = { $0 }
    ) -> FigureTie {
      run.curve("loss", series, role, metric, along: "alpha", at: 7, shown: shown)
    }
    return [
      run.frame(
        "loss", .scatter, "weight decay α", .log, "loss beyond the right weights", .log),
      curve("measured", .measured, "true-loss"),
      curve("theory", .theory, "predicted-true-loss"),
      curve("noise's part", .theory, "variance", shown: shown),
      curve("shrinking's part", .theory, "squared-bias", shown: shown),
      run.marker("loss", "this run", x: alpha),
      run.frame("shares", .scatter, "curvature λ", .log, "share left"),
      run.points(
        "shares", "measured", x: eigenvalues.reversed(), y: means.reversed().map { $0 / 0.6 }),
      run.values("shares", "theory, λ/(λ + α)", .theory) { $0 / ($0 + alpha) },
      run.frame("trace", .line, "weight decay α", .log, "weight"),
      run.marker("trace", "this run", x: alpha),
    ]
      + eigenvalues.enumerated().map { direction, eigenvalue in
        run.values("trace", "λ = \(NumberText.shortest(eigenvalue))") {
          fits.moments[0][direction] / (eigenvalue + $0)
        }
      }
  }
}
