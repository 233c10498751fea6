import Experiments
import Foundation
import Testing

@testable import Simulations

@Suite struct StepProgressTests {
  /// In 200 dimensions measurement is near what it comes to in ever more, in 2 it is not.
  @Test(arguments: [0.3, 1.224, 2.5]) func comesToTheLimit(step: Double) {
    func mean(_ dimensions: Int, _ value: (SphereTrials) -> Double) -> Double {
      (1...8).reduce(0) {
        $0 + value(SphereTrials(step: step, dimensions: dimensions, seed: $1)) / 8
      }
    }
    let (progress, success) = (ManyDimensions.progress(step), ManyDimensions.success(step))
    #expect(abs(mean(200, \.progress) - progress) < 0.035 * progress + 0.002)
    #expect(abs(mean(200, \.success) - success) < 0.012)
    #expect(abs(mean(2, \.success) - success) > 0.012)
  }

  /// In two dimensions, the share of a round blob that is nearer, by a grid over it.
  @Test(arguments: [0.4, 1.224, 3]) func byAGridInTwoDimensions(step: Double) {
    let (deviation, side, reach) = (step / 2, 700, 7.0)
    var (success, progress, all) = (0.0, 0.0, 0.0)
    for row in 0..<side {
      for column in 0..<side {
        let (x, y) = (
          reach * (2 * (Double(column) + 0.5) / Double(side) - 1),
          reach * (2 * (Double(row) + 0.5) / Double(side) - 1)
        )
        let weight = exp(-(x * x + y * y) / 2)
        let square = (1 + deviation * x) * (1 + deviation * x) + deviation * y * deviation * y
        all += weight
        if square < 1 {
          success += weight
          progress -= weight * log(square)
        }
      }
    }
    let found = (1...8).map { SphereTrials(step: step, dimensions: 2, seed: $0) }
    let trials = 8 * Double(StepProgress.trials)
    let share = success / all
    let measured = found.reduce(0) { $0 + $1.success / 8 }
    #expect(abs(measured - share) < 4.5 * (share * (1 - share) / trials).squareRoot())
    let gain = found.reduce(0) { $0 + $1.progress / 8 }
    // d·Δln R is Δln R² in two dimensions.
    #expect(abs(gain - progress / all) < 0.03 * progress / all, "\(gain), \(progress / all)")
  }

  @Test(arguments: [(0.3, "too-short"), (1.224, "good-step"), (4, "too-long")])
  func findsWhatItIs(step: Double, code: String) throws {
    let outcome = try StepProgress.outcome(["step": .real(step)])
    #expect(outcome.findings.map(\.code) == [code])
    let finding = outcome.findings[0]
    #expect(finding.predicted == outcome["predicted-progress"])
    #expect(finding.measured == outcome["progress"])
    #expect(abs(try #require(outcome["best-progress"]) - 0.2025) < 5e-5)
  }

  @Test(arguments: [0.05, 5], [2, 200]) func holdsAtAllCorners(step: Double, dimensions: Int)
    throws
  {
    let outcome = try StepProgress.outcome([
      "step": .real(step), "dimensions": .integer(dimensions),
    ])
    #expect(Set(outcome.metrics.keys) == Set(StepProgress.metrics.map(\.name)))
    let areFinite = outcome.metrics.values.allSatisfy { $0.isFinite }
    #expect(areFinite)
    #expect(outcome.cost.updates > 0 && outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
    FigureCheck.check(outcome.figures, of: StepProgress.self)
  }
}
