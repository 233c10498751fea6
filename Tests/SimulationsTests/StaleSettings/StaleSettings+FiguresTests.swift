import Experiments
import Testing

@testable import Simulations

enum StaleSettingsTies: FigureTies {
  static let simulation: any Simulation.Type = StaleSettings.self
  static let settings = [["drift": "0.001", "tuned-for": "1"], ["drift": "1"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (now, then) = (try run.number("drift"), try run.number("tuned-for"))
    let rate = try run.metric("rate")
    func error(_ rate: Double, _ drift: Double) -> Double {
      var sum = 0.0
      // Σ (1 − η)²ᵗ (η² + q), the way each step's noise dies away.
      var left = 1.0
      while left > 1e-14 {
        sum += left * (rate * rate + drift)
        left *= (1 - rate) * (1 - rate)
      }
      return sum
    }
    return [
      run.frame("rates", .scatter, "learning rate", .log, "squared error", .log),
      run.tie("rates", "now") { drawn in
        for index in [3, 9, 15, 20] where drawn.x.indices.contains(index) {
          let rate = drawn.x[index]
          // The drift for which this rate is the one in use.
          let tunedFor = rate * rate / (1 - rate)
          guard (1e-4...1).contains(tunedFor) else { continue }
          let kept = try run.metric("kept-error", "tuned-for", at: tunedFor) ?? .nan
          TiedRun.expect(drawn.y[index], kept, 1e-9, "now at \(rate)")
        }
      },
      run.values("rates", "now, theory", .theory) { error($0, now) },
      run.values("rates", "then, theory", .theory) { error($0, then) },
      run.marker("rates", "rate in use", x: rate),
    ]
  }
}
