import Experiments
import Foundation
import Learning
import Numerics
import Testing

@testable import Simulations

enum LossTargetTies: FigureTies {
  static let simulation: any Simulation.Type = LossTarget.self
  static let settings = [
    ["loss": "pinball", "quantile": "0.9", "numbers": "waiting-times"],
    ["loss": "absolute", "outlier": "10"], ["loss": "huber", "threshold": "3"],
    ["loss": "pinball", "quantile": "0.4"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let rule = try run.text("loss")
    let (share, threshold) = (try run.number("quantile"), try run.number("threshold"))
    /// The loss of a number this far above the answer, and how it pulls.
    func cost(_ distance: Double) -> (loss: Double, pull: Double) {
      switch rule {
      case "squared": return (distance * distance, 2 * distance)
      case "absolute": return (abs(distance), distance > 0 ? 1 : -1)
      case "huber":
        return abs(distance) <= threshold
          ? (distance * distance / 2, distance)
          : (
            threshold * (abs(distance) - threshold / 2), distance > 0 ? threshold : -threshold
          )
      default:
        return distance > 0 ? (share * distance, share) : ((share - 1) * distance, share - 1)
      }
    }
    var numbers = [1, 2, 3, 4, try run.number("outlier")]
    if try run.text("numbers") == "waiting-times" {
      var stream = RandomStream(seed: run.seed, "data")
      numbers = (0..<400).map { _ in -10 * log1p(-stream.uniform()) }
    }
    func mean(_ answer: Double, _ value: (Double) -> Double) -> Double {
      numbers.reduce(0) { $0 + value($1 - answer) } / Double(numbers.count)
    }
    let estimate = try run.metric("estimate")
    // Smooth losses can be followed step by step; the others end where the metric says.
    var path: [Double] = []
    if ["squared", "huber"].contains(rule) {
      var answer = 0.0
      for step in 0..<1000 {
        let rate = (rule == "squared" ? 0.05 : 0.5) * 0.5 * (1 + cos(.pi * Double(step) / 1000))
        answer += rate * mean(answer) { cost($0).pull }
        path.append(answer)
      }
    }
    let steps = (1...1000).map(Double.init)
    var ties = [
      run.frame("loss", .line, "number tried", "loss, 0 … 1"),
      run.tie("loss", rule) { drawn in
        let losses = drawn.x.map { mean($0) { cost($0).loss } }
        let (low, high) = (losses.min() ?? 0, losses.max() ?? 0)
        for (y, loss) in zip(drawn.y, losses) {
          TiedRun.expect(y, (loss - low) / (high - low), 1e-9, floor: 1, rule)
        }
        #expect(drawn.x.first == 0 && (drawn.x.last ?? 0) > (numbers.max() ?? 0))
      },
      run.marker("loss", "ends at \(NumberText.significant(estimate))", x: estimate),
      run.frame("pull", .line, "how far the number is above the answer", "pull"),
      run.tie("pull", rule) { drawn in
        for (x, y) in zip(drawn.x, drawn.y) where abs(x) > 1e-9 {
          TiedRun.expect(y, cost(x).pull, 1e-9, "pull at \(x)")
        }
      },
      run.frame("descent", .line, "step", .log, "answer"),
      path.isEmpty
        ? run.end("descent", "measured", x: 1000, estimate)
        : run.points("descent", "measured", x: steps, y: path, within: 1e-7),
    ]
    if let location = run.outcome.findings.first?.predicted {
      ties.append(run.level("descent", "theory", location))
    }
    return ties
  }
}
