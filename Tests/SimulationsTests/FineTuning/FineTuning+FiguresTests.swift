import Experiments
import Testing

@testable import Simulations

enum FineTuningTies: FigureTies {
  static let simulation: any Simulation.Type = FineTuning.self
  static let settings = [
    ["learning-rate": "0.02", "share": "0.5", "distance": "0.5", "tuned-directions": "3"],
    ["steps": "300", "training-size": "100", "distance": "1"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let share = try run.number("share")
    func curve(_ series: String, _ role: Figure.Role, _ metric: String) -> FigureTie {
      run.curve("rate", series, role, metric, along: "learning-rate", at: 7)
    }
    func way(_ prefix: String, _ count: Int) throws -> (x: [Double], y: [Double]) {
      let shares = (0..<count).map { Double($0) / Double(count - 1) }
      func values(_ name: String) throws -> [Double] {
        try shares.map { try run.metric("\(prefix)\(name)", "share", at: $0) ?? .nan }
      }
      return (try values("source-loss"), try values("target-loss"))
    }
    let (measured, predicted) = (try way("", 21), try way("predicted-", 101))
    return [
      run.frame(
        "rate", .scatter, "learning rate", .log, "loss beyond the right weights"),
      curve("new task", .measured, "target-loss"),
      curve("old task", .measured, "source-loss"),
      curve("new task, theory", .theory, "predicted-target-loss"),
      curve("old task, theory", .theory, "predicted-source-loss"),
      run.level("rate", "new task, untouched", try run.metric("untouched-loss")),
      run.marker("rate", "this run", x: try run.number("learning-rate")),
      run.frame("way", .scatter, "loss on the old task", "loss on the new task"),
      run.points("way", "measured", x: measured.x, y: measured.y),
      run.points("way", "theory", .theory, x: predicted.x, y: predicted.y),
      run.marker(
        "way", "share \(NumberText.shortest(share))", x: try run.metric("predicted-source-loss")),
    ] + (try directions(run))
  }

  /// A direction's part is what tuning it too changes, beside what it was untouched.
  private static func directions(_ run: TiedRun) throws -> [FigureTie] {
    let offset = 0.6 * (try run.number("distance"))
    let curvatures = [4, 1, 0.25, 0.06, 0.015]
    let untouched = curvatures.map { $0 * offset * offset }
    let tuned = try run.count("tuned-directions")
    func parts(_ name: String) throws -> [Double] {
      let losses = try (0...tuned).map {
        try run.metric(name, "tuned-directions", at: Double($0)) ?? .nan
      }
      return curvatures.indices.map { direction in
        direction < tuned
          ? losses[direction + 1] - losses[direction] + untouched[direction] : untouched[direction]
      }.reversed()
    }
    let x = Array(curvatures.reversed())
    return [
      run.frame("directions", .scatter, "curvature λ", .log, "loss"),
      run.points("directions", "tuned", x: x, y: try parts("target-loss"), within: 1e-8),
      run.points(
        "directions", "tuned, theory", .theory, x: x, y: try parts("predicted-target-loss"),
        within: 1e-8),
      run.points("directions", "untouched", .theory, x: x, y: untouched.reversed()),
    ]
  }
}
