import Experiments
import Testing

@testable import Simulations

enum TuningContestTies: FigureTies {
  static let simulation: any Simulation.Type = TuningContest.self
  static let settings = [
    ["trials": "9"], ["procedure": "informed", "trials": "7", "label-noise": "0.2"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let search = TuningSearch(
      run.settings[TuningContest.procedure], trials: try run.count("trials"), judge: .accuracy,
      labelNoise: try run.number("label-noise"), seed: run.seed)
    // Every training again, by itself.
    var places = search.tried.map { tried in
      let data = RunData(tried.plan, seed: run.seed)
      let training = TunedTraining(tried.plan, data, seed: run.seed)
      return (x: training.validationAccuracy, y: training.testAccuracy)
    }
    let submitted = places.remove(at: search.submitted)
    #expect(try submitted.y == run.metric("test-accuracy"))
    places.sort { ($0.x, $0.y) < ($1.x, $1.y) }
    return [
      run.frame("tried", .scatter, "validation accuracy", "test accuracy"),
      run.points("tried", "tried", x: places.map(\.x), y: places.map(\.y)),
      run.points("tried", "submitted", x: [submitted.x], y: [submitted.y]),
    ]
  }
}
