import Experiments
import Foundation
import Testing

@testable import Simulations

enum OneFifthRuleTies: FigureTies {
  static let simulation: any Simulation.Type = OneFifthRule.self
  static let settings = [
    ["control": "one-fifth"], ["control": "one-fifth", "steps": "155", "first-step": "1"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (control, steps) = (try run.text("control"), try run.number("steps"))
    return [
      run.frame("loss", .line, "step number", "loss / first loss", .log),
      run.tie("loss", control) { drawn in
        TiedRun.expect(drawn.y[0], 1, 1e-12, "first loss")
        // A shorter run is the beginning of this one.
        for place in [drawn.x.count - 1, drawn.x.count * 3 / 4] {
          let loss = try #require(try run.metric("log-loss", "steps", at: drawn.x[place]))
          TiedRun.expect(drawn.y[place], exp(loss), 1e-9, "loss at \(drawn.x[place])")
        }
        TiedRun.expect(drawn.x.last ?? .nan, steps, 1e-12, "last step")
      },
      run.frame("step", .line, "step number", "deviation of a step", .log),
      run.tie("step", control) { drawn in
        let (first, last) = (try run.number("first-step"), drawn.y.last ?? .nan)
        TiedRun.expect(drawn.y[0], first, 1e-9, "first step")
        if control == "fixed" {
          TiedRun.expect(last, first, 1e-9, "last step")
        } else {
          // Successes of the second half, and nothing else, tell how it moved.
          let half = try #require(drawn.x.firstIndex { $0 == (steps / 2).rounded(.down) })
          let rise = log(last / drawn.y[half]) / (steps - drawn.x[half])
          let success = 0.2 + 0.8 * rise / (try run.number("adaptation"))
          TiedRun.expect(success, try run.metric("success-share"), 1e-9, "successes")
        }
      },
    ]
  }
}
