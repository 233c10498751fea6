import Experiments
import Testing

@testable import Simulations

enum TournamentTakeoverTies: FigureTies {
  static let simulation: any Simulation.Type = TournamentTakeover.self
  static let settings = [["tournament": "1"], ["tournament": "4", "population": "50"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (population, tournament) = (try run.number("population"), try run.count("tournament"))
    let growth = { (share: Double) in
      1 - (1...tournament).reduce(1) { rest, _ in rest * (1 - share) }
    }
    return [
      run.frame("share", .scatter, "generation", "share of the best"),
      run.tie("share", "measured") { drawn in
        TiedRun.expect(drawn.y[0], 1 / population, 1e-12, "one member")
        TiedRun.expect(drawn.y[1], try run.metric("first-share"), 1e-12, "second generation")
        // By the end most are decided.
        let kept = 1 - (try run.metric("lost-share"))
        #expect(abs((drawn.y.last ?? .nan) - kept) < 0.08)
      },
      run.tie("share", "expected", .theory) { drawn in
        TiedRun.expect(drawn.y[0], 1 / population, 1e-12, "one member")
        TiedRun.expect(drawn.y[1], try run.metric("chance-of-best"), 1e-12, "second generation")
        let kept = 1 - (try run.metric("predicted-lost-share"))
        #expect(abs((drawn.y.last ?? .nan) - kept) < 0.01)
      },
      run.tie("share", "without chance", .theory) { drawn in
        for (here, next) in zip(drawn.y, drawn.y.dropFirst()) {
          TiedRun.expect(next, growth(here), 1e-12, "growth from \(here)")
        }
        TiedRun.expect(drawn.y[0], 1 / population, 1e-12, "one member")
      },
      run.frame("time", .scatter, "tournament", "generations", .log),
      run.curve("time", "measured", "generations", along: "tournament"),
      run.curve("time", "expected", .theory, "predicted-generations", along: "tournament"),
      run.curve("time", "rough formula", .theory, "rough-generations", along: "tournament"),
      run.marker("time", "this run", x: Double(tournament)),
      run.frame("lost", .scatter, "tournament", "share"),
      run.curve("lost", "measured", "lost-share", along: "tournament"),
      run.curve("lost", "expected", .theory, "predicted-lost-share", along: "tournament"),
      run.marker("lost", "this run", x: Double(tournament)),
    ]
  }
}
