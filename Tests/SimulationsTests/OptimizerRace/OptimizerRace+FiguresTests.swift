import Experiments
import Foundation
import Testing

@testable import Simulations

enum OptimizerRaceTies: FigureTies {
  static let simulation: any Simulation.Type = OptimizerRace.self
  static let settings = [
    ["optimizer": "momentum", "learning-rate": "0.1", "steps": "200"],
    ["optimizer": "adam", "learning-rate": "0.1", "rotation": "30", "steps": "150"],
    ["learning-rate": "4", "steps": "10"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let name = try run.text("optimizer")
    let (rate, condition) = (try run.number("learning-rate"), try run.number("condition"))
    let (angle, momentum) = (try run.number("rotation") * .pi / 180, try run.number("momentum"))
    let steps = try run.count("steps")
    func visible(_ value: Double) -> Double { (1e-16...1e12).contains(value) ? value : .nan }
    func loss(_ x: Double, _ y: Double) -> Double {
      let (along, across) = (x * cos(angle) + y * sin(angle), y * cos(angle) - x * sin(angle))
      return 0.5 * (along * along / condition + across * across)
    }
    let first = 0.5 * (1 / condition + 0.49)
    /// The first 60 steps at a rate, up to the one that leaves the picture.
    func path(_ figure: String, _ series: String, _ runner: String, _ rate: Double) throws
      -> FigureTie
    {
      let descent = OptimizerRace.Descent(
        try #require(.init(rawValue: runner)), rate: rate, momentum: momentum,
        in: Valley(condition: condition, degrees: try run.number("rotation")), steps: steps)
      return run.tie(figure, series) { drawn in
        let shown = drawn.x.count
        #expect(
          shown == min(steps, 60) + 1 || max(abs(drawn.x[shown - 1]), abs(drawn.y[shown - 1])) > 1.6
        )
        for step in 0..<shown {
          TiedRun.expect(drawn.x[step], descent.path[step].x, 1e-12, "\(series), x of \(step)")
          TiedRun.expect(drawn.y[step], descent.path[step].y, 1e-12, "\(series), y of \(step)")
        }
        TiedRun.expect(loss(drawn.x[0], drawn.y[0]), first, 1e-9, "\(series) starts")
      }
    }
    let field = { run.field($0, label: "loss", levels: [64, 16, 4, 1].map { first / $0 }, loss) }
    var ties = [
      run.frame("loss", .line, "step", "relative loss", .log),
      run.curve("loss", "measured", "relative-loss", along: "steps", shown: visible),
      run.frame("path", .contours, "first parameter", "second parameter"),
      try path("path", name, name, rate), field("path"),
      run.frame("race", .contours, "first parameter", "second parameter"), field("race"),
      run.frame("tuning", .line, "learning rate", .log, "steps", .log),
      run.curve("tuning", name, "steps-to-target", along: "learning-rate", at: 7),
      run.marker("tuning", "this run", x: rate),
    ]
    if let growth = run.outcome["predicted-growth"] {
      ties.append(
        run.values("loss", "theory, slope", .theory) {
          visible((growth * growth).raised(to: Int($0)))
        })
    }
    /// RMSprop's steps, in two digits.
    func label(_ name: String, _ steps: Int) -> String {
      guard name == "rmsprop" else { return "\(steps)" }
      let unit = Int(pow(10, max(0, (log10(Double(steps)) - 1).rounded(.down))))
      return "about \(Int((Double(steps) / Double(unit)).rounded()) * unit)"
    }
    var arrives = false
    for other in OptimizerRace.Runner.allCases.map(\.rawValue) {
      let outcome = try run.outcome(with: ["optimizer": other])
      guard let best = outcome["best-rate"], let least = outcome["steps-at-best-rate"] else {
        continue
      }
      arrives = true
      ties.append(try path("race", "\(other) \(label(other, Int(least)))", other, best))
    }
    if !arrives { ties.append(try path("race", name, name, rate)) }
    return ties
  }
}
