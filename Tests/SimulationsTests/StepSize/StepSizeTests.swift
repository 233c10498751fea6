import Experiments
import Numerics
import Testing

@testable import Simulations

@Suite struct StepSizeTests {
  static func outcome(_ rate: Double, curvature: Double = 10, steps: Int = 50) throws -> Outcome {
    try StepSize.outcome([
      "learning-rate": .real(rate), "curvature": .real(curvature), "steps": .integer(steps),
    ])
  }

  static func relativeLoss(_ rate: Double, steps: Int = 50) throws -> Double {
    try #require(try outcome(rate, steps: steps)["relative-loss"])
  }

  static func finding(_ rate: Double, curvature: Double = 10, steps: Int = 50) throws -> Finding {
    let findings = try outcome(rate, curvature: curvature, steps: steps).findings
    #expect(findings.count == 1)
    return try #require(findings.first)
  }

  // Theory against the steps taken

  /// Every rate and curvature of a grid: loss, growth and step counts agree with the closed form.
  @Test(arguments: [1.0, 1.5, 10, 37.5, 100])
  func measurementAgreesWithTheory(curvature: Double) throws {
    for rate in StepSize.learningRate.domain.grid(40).compactMap(\.number) {
      for steps in [1, 7, 50] {
        let outcome = try Self.outcome(rate, curvature: curvature, steps: steps)
        let theory = QuadraticDescent(rate: rate, curvature: curvature)
        let loss = try #require(outcome["relative-loss"])
        let predicted = theory.relativeLoss(after: steps)
        #expect(abs(loss - predicted) <= 1e-9 * predicted)
        let growth = try #require(outcome["growth-per-step"])
        #expect(abs(growth - theory.growth) <= 1e-12 * theory.growth)
        #expect(outcome["predicted-growth"] == theory.growth)
        let expected = theory.steps(toRelativeLoss: 1e-6).flatMap { $0 <= steps ? $0 : nil }
        #expect(outcome["steps-to-target"] == expected.map(Double.init))
      }
    }
  }

  @Test func distanceAndNotLossGrowsByTheFactor() throws {
    let outcome = try Self.outcome(0.25)
    #expect(try abs(#require(outcome["growth-per-step"]) - 1.5) < 1e-12)
    let loss = try Self.relativeLoss(0.25)
    let wrong = 1.5.raised(to: 50)
    #expect(abs(loss / (wrong * wrong) - 10.0 / 11) < 1e-9)
    #expect(loss > 1e8 * wrong)
  }

  // Figures of the course

  @Test(
    arguments: [
      (0.1, false), (0.01, false), (0.001, false), (1, false), (0.1078, false), (0.108, true),
      (0.15, true), (2.0 / 11, true), (0.187, true), (0.1872, false), (0.2, false), (0.25, false),
    ] as [(Double, Bool)])
  func reachesAMillionth(rate: Double, passes: Bool) throws {
    #expect(try (Self.relativeLoss(rate) <= 1e-6) == passes)
  }

  @Test func eightPercentOfTheRangeReachAMillionth() throws {
    let rates = Spacing.values(2001, over: 0.001...1, .log)
    let passing = try rates.filter { try Self.relativeLoss($0) <= 1e-6 }
    let share = Double(passing.count) / Double(rates.count)
    #expect((0.079...0.081).contains(share))
    let lowest = try #require(passing.first)
    let highest = try #require(passing.last)
    #expect((0.1075...0.1085).contains(lowest))
    #expect((0.1865...0.1875).contains(highest))
    #expect(rates.filter { $0 >= lowest && $0 <= highest } == passing)
  }

  @Test func exactlyTheEdgeBouncesForEver() throws {
    for steps in [1, 50, 1000] {
      let outcome = try Self.outcome(0.2, steps: steps)
      #expect(try abs(#require(outcome["growth-per-step"]) - 1) < 1e-15)
      #expect(outcome["overshoots"] == Double(steps))
    }
    #expect(try abs(Self.relativeLoss(0.2, steps: 1000) - 10.0 / 11) < 1e-12)
    let finding = try Self.finding(0.2)
    #expect(finding.code == "unstable-step")
    #expect(finding.message.contains("exactly the edge 2/10 = 0.2"))
    #expect(finding.message.contains("×1.000 a step by theory, ×1.000 measured"))
  }

  /// Past the edge, more training makes the loss worse: by 1.5² a step.
  @Test func divergenceIsNotTooLittleTraining() throws {
    var last = try Self.relativeLoss(0.25, steps: 20)
    for steps in 21...60 {
      let next = try Self.relativeLoss(0.25, steps: steps)
      #expect(abs(next / last - 2.25) < 1e-4)
      last = next
    }
  }

  @Test(arguments: [
    (0.09, 0.0), (0.1, 0), (0.101, 50), (0.15, 50), (0.3, 50),
  ])
  func overshootsWhereTheSteepFactorIsNegative(rate: Double, overshoots: Double) throws {
    #expect(try Self.outcome(rate)["overshoots"] == overshoots)
  }

  // Findings

  @Test(
    arguments: [
      (0.001, 10.0, 50, "slow-step"), (0.01, 10, 50, "slow-step"), (0.1, 10, 50, "slow-step"),
      (0.1, 10, 1000, "slow-step"), (0.17, 10, 50, "near-optimal"),
      (2.0 / 11, 10, 50, "near-optimal"),
      (0.187, 10, 50, "overshooting"), (0.1999, 10, 50, "overshooting"),
      (0.2, 10, 50, "unstable-step"), (0.2001, 10, 50, "unstable-step"),
      (1, 10, 50, "unstable-step"),
      (1, 1, 50, "near-optimal"), (0.9, 1, 50, "slow-step"), (0.001, 1, 1, "slow-step"),
      (0.02, 100, 50, "unstable-step"), (0.0199, 100, 50, "overshooting"),
      (0.0195, 100, 50, "near-optimal"), (0.4, 5, 7, "unstable-step"), (1, 2, 1, "unstable-step"),
    ] as [(Double, Double, Int, String)])
  func classifies(rate: Double, curvature: Double, steps: Int, code: String) throws {
    #expect(try Self.finding(rate, curvature: curvature, steps: steps).code == code)
  }

  /// Exactly one finding, whatever the settings, and the one that a plain loop confirms.
  @Test func everySettingHasOneFinding() throws {
    for curvature in [1, 1.01, 4, 10, 33.3, 100] {
      for rate in StepSize.learningRate.domain.grid(35).compactMap(\.number) {
        let code = try Self.finding(rate, curvature: curvature).code
        guard rate * curvature < 2 else {
          #expect(code == "unstable-step")
          continue
        }
        // In the long run: how often the distance is halved, against the best rate.
        let growth = max(abs(1 - rate), abs(1 - rate * curvature))
        let best = (curvature - 1) / (curvature + 1)
        let expected =
          growth == 0 || best > 0 && Elementary.log(best) / Elementary.log(growth) <= 1.25
          ? "near-optimal" : rate < 2 / (1 + curvature) ? "slow-step" : "overshooting"
        #expect(code == expected, "rate \(rate), curvature \(curvature)")
      }
    }
  }

  @Test(arguments: [
    (
      0.25, 50,
      "learning rate 0.25 is past the edge 2/10 = 0.2: the distance grows ×1.500 a step by theory, "
        + "×1.500 measured."
    ),
    (
      0.01, 50,
      "learning rate 0.01 is below the edge 2/10 = 0.2: after 50 steps even the steep direction has "
        + "0.52 % of its distance left. The distance shrinks ×0.990 a step by theory, ×0.990 measured. "
        + "A millionth of the loss needs 569 steps by theory; 50 were taken."
    ),
    (
      0.1, 50,
      "learning rate 0.1 is done with the steep direction, but the shallow one shrinks only ×0.900 "
        + "a step by theory, ×0.900 measured. A millionth of the loss needs 55 steps by theory; "
        + "50 were taken."
    ),
    (
      0.195, 1,
      "learning rate 0.195 is short of the edge 2/10 = 0.2, but every step lands across the valley: "
        + "the distance shrinks only ×0.950 a step by theory, ×0.950 measured. A millionth of the "
        + "loss needs 134 steps by theory; 1 was taken."
    ),
    (
      0.2000001, 50,
      "learning rate 0.2000001 is past the edge 2/10 = 0.2: the distance grows ×1.000001 a step by "
        + "theory, ×1.000001 measured."
    ),
  ])
  func says(rate: Double, steps: Int, message: String) throws {
    #expect(try Self.finding(rate, steps: steps).message == message)
  }

  @Test func saysThatTheLossOverflowed() throws {
    let outcome = try Self.outcome(1, curvature: 100, steps: 1000)
    #expect(outcome["relative-loss"] == .infinity)
    #expect(outcome["steps-to-target"] == nil)
    #expect(try abs(#require(outcome["growth-per-step"]) - 99) < 1e-10)
    #expect(outcome.findings.first?.message.hasSuffix("At step 77 the loss overflowed.") == true)
    #expect(try Self.finding(1, curvature: 100, steps: 76).message.contains("overflow") == false)
  }

  /// A grade shows these messages, so none of them may give the best rate away.
  @Test func neverNamesTheBestRate() throws {
    for rate in StepSize.learningRate.domain.grid(200).compactMap(\.number) {
      let message = try Self.finding(rate).message
      #expect(!message.replacing(NumberText.shortest(rate), with: "").contains("0.1818"))
    }
  }

  @Test func landingOnTheMinimumHasNoGrowth() throws {
    let outcome = try Self.outcome(1, curvature: 1)
    #expect(outcome["growth-per-step"] == 0)
    #expect(outcome["relative-loss"] == 0)
    #expect(outcome["steps-to-target"] == 1)
    // Vanishing by underflow is not landing.
    let small = try Self.outcome(0.9, curvature: 1, steps: 1000)
    #expect(small["relative-loss"] == 0)
    #expect(try abs(#require(small["growth-per-step"]) - 0.1) < 1e-12)
  }

  // Figures and costs

  @Test(arguments: [0.001, 0.05, 0.1, 0.18, 0.2, 0.205, 0.5, 1], [1.0, 10, 100])
  func figuresAreWhole(rate: Double, curvature: Double) throws {
    for steps in [1, 50, 1000] {
      let outcome = try Self.outcome(rate, curvature: curvature, steps: steps)
      FigureCheck.check(outcome.figures, of: StepSize.self)
      let path = try #require(outcome.figures.first { $0.form == .contours })
      let field = try #require(path.field)
      #expect(field.rows == 24 && field.columns == 41)
      #expect(field.values.allSatisfy { $0.isFinite && $0 >= 0 })
      #expect(field.levels.count >= 3 && field.levels == field.levels.sorted())
      let series = try #require(path.series.first)
      #expect(series.x.count >= 2)
      #expect(series.x.allSatisfy { field.x.contains($0) })
      #expect(series.y.dropLast().allSatisfy { field.y.contains($0) })
    }
  }

  /// A path that runs away ends with the step that leaves the picture.
  @Test(arguments: [(0.205, 10), (0.5, 10), (1, 100)] as [(Double, Double)])
  func divergingPathsEndAtTheEdgeOfThePicture(rate: Double, curvature: Double) throws {
    let outcome = try Self.outcome(rate, curvature: curvature, steps: 1000)
    let figure = try #require(outcome.figures.first { $0.name == "path" })
    let field = try #require(figure.field)
    #expect(field.y.lowerBound > -4 && field.y.upperBound < 4)
    let path = figure.series[0]
    let last = path.x.count - 1
    #expect(!field.y.contains(path.y[last]))
    #expect(path.y.dropLast().allSatisfy(field.y.contains))
    #expect(abs(path.x[last] - (1 - rate) * path.x[last - 1]) < 1e-12)
    let landed = (1 - rate * curvature) * path.y[last - 1]
    #expect(abs(path.y[last] / landed - 1) < 1e-12)
    let (across, up) = figure.scales(ticks: 6)
    let exits = path.exits(across, up, isJoined: true)
    #expect(exits.map(\.edge) == [path.y[last] > 0 ? .above : .below])
  }

  @Test func lossFigureShowsTheMetric() throws {
    let outcome = try Self.outcome(0.18)
    let figure = try #require(outcome.figures.first)
    #expect(figure.name == "loss")
    #expect(figure.series.map(\.role) == [.measured, .theory])
    #expect(figure.series[0].y.last == outcome["relative-loss"])
    #expect(figure.series[0].y.count == 51)
    #expect(figure.series[0].y.first == 1)
  }

  @Test func costsAreCounted() throws {
    let cost = try Self.outcome(0.1, steps: 70).cost
    #expect(cost.updates == 70)
    #expect(cost.gradientEvaluations == 70)
    #expect(cost.multiplyAdds == 4 * 70 + 3 * 71)
    #expect(cost.bytes > 70 * 24)
  }

  /// Ends of all ranges in all combinations.
  @Test func everyCornerIsFiniteOrSaysWhy() throws {
    for rate in [0.001, 0.01, 1] {
      for curvature in [1.0, 10, 100] {
        for steps in [1, 50, 1000] {
          let outcome = try Self.outcome(rate, curvature: curvature, steps: steps)
          #expect(outcome.metrics.values.allSatisfy { !$0.isNaN })
          for (name, value) in outcome.metrics where !value.isFinite {
            #expect(name == "relative-loss")
            #expect(outcome.findings.first?.message.contains("overflowed") == true)
          }
          let missing = Set(StepSize.metrics.map(\.name)).subtracting(outcome.metrics.keys)
          #expect(missing.isSubset(of: ["steps-to-target"]))
        }
      }
    }
  }

  @Test func theSeedChangesNothing() {
    let first = StepSize.run(StepSize.defaults, seed: 1)
    let second = StepSize.run(StepSize.defaults, seed: .max)
    #expect(first.metrics == second.metrics)
  }
}

// Bounds, tried on both sides

extension StepSizeTests {
  @Test(
    arguments: [
      (4.001, 0.5, "near-optimal"), (3.999, 0.5, "slow-step"), (3.999, 1.5, "overshooting"),
      (3.999, 1, "slow-step"), (3.999, 1.0.nextUp, "overshooting"),
      (0, 0.5, "unstable-step"), (-1, 0.5, "unstable-step"),
    ] as [(Double, Double, String)])
  func verdictsTurnAtTheirBounds(shrinking: Double, rate: Double, code: String) {
    // The best rate shrinks by 2⁻⁵ while this one shrinks by 2⁻⁴, so it takes 1.25 times the steps.
    let verdict = StepSize.verdict(
      growth: Elementary.exp(-shrinking * Elementary.log(2)), bestGrowth: 1.0 / 32, rate: rate,
      bestRate: 1)
    #expect(verdict.code == code)
  }

  @Test func theEdgeIsTwoOverTheCurvature() {
    for curvature in [1.0, 3, 10, 100] {
      let below = QuadraticDescent(rate: 2 / curvature * (1 - 1e-12), curvature: curvature)
      let above = QuadraticDescent(rate: 2 / curvature * (1 + 1e-12), curvature: curvature)
      let edge = QuadraticDescent(rate: 2 / curvature, curvature: curvature)
      #expect(!below.isUnstable && above.isUnstable && edge.isUnstable && edge.isNeutral)
      #expect(!below.isNeutral && !above.isNeutral)
    }
  }

  /// As many decimals as tell a factor from 1, three at least; a 10⁻¹² is rounding.
  @Test(arguments: [
    (1.0006, "×1.001"), (1.0004, "×1.0004"), (0.9996, "×0.9996"), (1 + 2e-12, "×1.000000000002"),
    (1 + 0.9e-12, "×1.000"), (1, "×1.000"),
  ])
  func factorsAreToldFromOne(factor: Double, text: String) {
    #expect(StepSize.Descent.factor(factor) == text)
  }

  /// 99ⁿ is past the largest number at the 155th step, which is counted; what follows has no sign.
  @Test func theStepThatOverflowsOvershoots() throws {
    for (steps, overshoots) in [(154, 154.0), (155, 155), (156, 155), (1000, 155)] {
      let outcome = try Self.outcome(1, curvature: 100, steps: steps)
      #expect(outcome["overshoots"] == overshoots)
    }
  }

  @Test func aMillionthHasArrived() {
    #expect(StepSize.hasArrived(1e-6) && !StepSize.hasArrived((1e-6).nextUp))
  }
}
