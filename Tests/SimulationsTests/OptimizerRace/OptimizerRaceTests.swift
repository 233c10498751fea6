import Experiments
import Learning
import Testing

@testable import Simulations

@Suite struct OptimizerRaceTests {
  typealias Runner = OptimizerRace.Runner

  static func descent(
    _ runner: Runner, _ rate: Double, momentum: Double = 0.9, condition: Double = 100,
    degrees: Double = 0, steps: Int = 400, start: SIMD2<Double> = SIMD2(1, 0.7)
  ) -> OptimizerRace.Descent {
    OptimizerRace.Descent(
      runner, rate: rate, momentum: momentum,
      in: Valley(condition: condition, degrees: degrees), steps: steps, start: start)
  }

  static func outcome(_ turned: [String: String]) throws -> Outcome {
    try OptimizerRace.outcome(turned)
  }

  /// Condition number 100: from (1, 1), and from where the race starts.
  ///
  /// Best constants, but for Nesterov's momentum: its customary ones, and behind them its best on a bowl.
  @Test func stepsAtTheBestConstants() throws {
    let best = (2 / 1.1) * (2 / 1.1)
    for (start, nesterov) in [(SIMD2(1.0, 1), 62), (SIMD2(1, 0.7), 66)] {
      #expect(Self.descent(.gradientDescent, 2 / 1.01, start: start).stepsToTarget == 346)
      #expect(
        Self.descent(.momentum, best, momentum: 81 / 121, start: start).stepsToTarget == 58)
      #expect(
        Self.descent(.nesterov, 1, momentum: 9 / 11, start: start).stepsToTarget == nesterov)
      let (rate, momentum) = (4 / 3.01, (301.0.squareRoot() - 2) / (301.0.squareRoot() + 2))
      let fewest = Self.descent(.nesterov, rate, momentum: momentum, start: start).stepsToTarget
      #expect(try #require(fewest) < nesterov)
    }
  }

  /// Turning a valley of condition number 1,000 by 45° at a rate of 0.03, from (1, 1).
  @Test func turningSlowsAdam() throws {
    func first(_ degrees: Double) throws -> Int {
      let losses = Self.descent(
        .adam, 0.03, condition: 1000, degrees: degrees, steps: 4000, start: SIMD2(1, 1)
      ).losses
      return try #require(losses.firstIndex { $0 <= 1.001e-6 })
    }
    #expect(try abs(first(0) - 46) <= 1)
    #expect(try abs(first(45) - 3325) <= 25)
  }

  /// Rules that look at slopes as a whole do not notice how the valley lies.
  @Test(arguments: [Runner.gradientDescent, .momentum, .nesterov], [10.0, 45])
  func turningChangesNothingWithoutDivision(runner: Runner, degrees: Double) {
    let straight = Self.descent(runner, 0.9, momentum: 0.6, steps: 150)
    let turned = Self.descent(runner, 0.9, momentum: 0.6, degrees: degrees, steps: 150)
    #expect(straight.stepsToTarget == turned.stepsToTarget)
    #expect(zip(straight.losses, turned.losses).allSatisfy { abs($0 - $1) <= 1e-9 })
  }

  /// The measured factor against the largest root; a double root is approached slowly.
  @Test(arguments: [
    (Runner.gradientDescent, 1.98, 0.0, 1e-9), (.gradientDescent, 0.3, 0, 1e-9),
    (.momentum, 2, 0.81, 0.005), (.momentum, 0.5, 0.9, 0.01), (.momentum, 3.3057, 0.6694, 0.01),
    (.nesterov, 1, 0.82, 0.005), (.nesterov, 0.2, 0.95, 0.01), (.momentum, 0.001, 0.5, 0.001),
  ])
  func growthAgreesWithTheory(
    runner: Runner, rate: Double, momentum: Double, tolerance: Double
  ) throws {
    let descent = Self.descent(runner, rate, momentum: momentum, steps: 3000)
    let measured = try #require(descent.growthPerStep)
    let predicted = try #require(descent.theory).growth
    #expect(abs(measured / predicted - 1) <= tolerance, "\(measured) \(predicted)")
  }

  /// Just inside the edge a run shrinks, just outside it grows.
  @Test(arguments: [Runner.gradientDescent, .momentum, .nesterov], [0.3, 0.8])
  func breaksAtTheEdge(runner: Runner, momentum: Double) throws {
    let edge = try #require(Self.descent(runner, 1, momentum: momentum).theory).edge
    let inside = Self.descent(runner, 0.98 * edge, momentum: momentum, steps: 2000)
    let outside = Self.descent(runner, 1.02 * edge, momentum: momentum, steps: 2000)
    #expect(try #require(inside.losses.last) < 1e-3)
    #expect(try #require(outside.losses.last) > 1e3)
  }

  /// ηg, η(1 + β)g, ten times η and η itself: what the first gradient becomes.
  @Test(arguments: Runner.allCases, [0.0, 20, 45])
  func firstStepAgreesWithTheory(runner: Runner, degrees: Double) throws {
    for rate in [0.001, 0.3, 4] {
      let descent = Self.descent(runner, rate, degrees: degrees, steps: 10)
      let measured = try #require(descent.firstStep)
      #expect(abs(measured / descent.predictedFirstStep - 1) < 1e-12)
      if runner == .adam { #expect(abs(measured / rate - 1) < 1e-5) }
    }
  }

  /// At most 100 steps: a small part of the grid of rates and momenta, none of it at an end.
  @Test func aSmallPartOfTheGridIsFast() {
    let rates = Spacing.values(41, over: 0.001...4, .log)
    let momenta = Spacing.values(41, over: 0...0.99, .linear)
    var passing: [(Int, Int)] = []
    for (row, rate) in rates.enumerated() {
      for (column, momentum) in momenta.enumerated() {
        let steps = Self.descent(.momentum, rate, momentum: momentum, steps: 160).stepsToTarget
        if let steps, steps <= 100 { passing.append((row, column)) }
      }
    }
    let share = Double(passing.count) / Double(rates.count * momenta.count)
    #expect((0.035...0.055).contains(share), "\(share)")
    #expect(passing.allSatisfy { (1..<40).contains($0.0) && (1..<40).contains($0.1) })
  }

  /// At most 70 steps are commonly said to take 5.5 % of the grid of rates and momenta.
  ///
  /// Measured they take 1.9 % of this knob's range, and 4.3 % where the rates begin at 0.1: the share
  /// belongs to the grid.
  @Test(arguments: [(0.001, 0.0195), (0.01, 0.0265), (0.1, 0.0434)])
  func seventyStepsAreASmallerPart(lowest: Double, share: Double) {
    let momenta = Spacing.values(81, over: 0...0.99, .linear)
    let passing = Spacing.values(81, over: lowest...4, .log).reduce(0) { count, rate in
      count
        + momenta.count {
          let steps = Self.descent(.momentum, rate, momentum: $0, steps: 75).stepsToTarget
          return steps.map { $0 <= 70 } ?? false
        }
    }
    #expect(abs(Double(passing) / (81 * 81) - share) < 0.002)
  }

  /// 346 and 58 steps are those of the constants that are best in the long run.
  ///
  /// To a millionth from (1, 1) others are sooner there: plain descent takes 233 steps at 1.956, the
  /// heavy ball 38.
  @Test func theBestInTheLongRunAreNotTheSoonest() {
    let plain = Spacing.values(401, over: 1.8...2, .linear).compactMap {
      Self.descent(.gradientDescent, $0, start: SIMD2(1, 1)).stepsToTarget
    }
    #expect(plain.min() == 233)
    let ball = Spacing.values(31, over: 2...3.5, .linear).flatMap { rate in
      Spacing.values(61, over: 0.5...0.8, .linear).compactMap {
        Self.descent(.momentum, rate, momentum: $0, steps: 100, start: SIMD2(1, 1)).stepsToTarget
      }
    }
    #expect(ball.min() == 38)
  }

  /// No rule is well served by a rate far below its best.
  @Test(arguments: Runner.allCases) func everyRuleNeedsTuning(runner: Runner) throws {
    let outcome = try Self.outcome([
      "optimizer": runner.rawValue, "learning-rate": "0.001", "rotation": "45",
    ])
    #expect(outcome["steps-to-target"] == nil)
    #expect(try #require(outcome["best-rate"]) > 0.02)
    #expect(outcome.findings.map(\.code) == ["not-there"])
  }

  @Test(arguments: [
    (["learning-rate": "2.5"], "diverging"), (["learning-rate": "0.01"], "not-there"),
    (["learning-rate": "1.9"], "well-tuned"),
    (["optimizer": "momentum", "learning-rate": "0.15"], "detour"),
    (["optimizer": "adam", "learning-rate": "0.3", "rotation": "45"], "well-tuned"),
    (["optimizer": "adam", "learning-rate": "0.08", "rotation": "45"], "detour"),
  ])
  func findsWhatItIs(turned: [String: String], code: String) throws {
    let outcome = try Self.outcome(turned)
    let finding = try #require(outcome.findings.first)
    #expect(outcome.findings.count == 1 && finding.code == code)
    #expect(finding.predicted == outcome["predicted-growth"])
    #expect(finding.measured == outcome["growth-per-step"])
    if let predicted = finding.predicted {
      #expect(finding.message.contains(NumberText.fixed(predicted, decimals: 4)))
    }
  }

  /// AdamW's best rate leaps out of the picture at once: one step is drawn, to the edge and on.
  @Test func aPathThatLeavesIsDrawnWithTheStepThatLeaves() throws {
    let race = try #require(Self.outcome([:]).figures.first { $0.name == "race" })
    let field = try #require(race.field)
    for series in race.series {
      let isInside = zip(series.x, series.y).map { field.x.contains($0) && field.y.contains($1) }
      #expect(isInside.dropLast().allSatisfy(\.self) && series.x.count > 1, "\(series.name)")
      #expect(isInside.last == !series.name.hasPrefix("adamw "), "\(series.name)")
    }
  }

  /// All corners of the domains give sound numbers, figures and findings.
  @Test(arguments: Runner.allCases) func holdsAtAllCorners(runner: Runner) throws {
    for (rate, momentum) in [("0.001", "0"), ("0.001", "0.99"), ("4", "0"), ("4", "0.99")] {
      for (condition, rotation) in [("1", "0"), ("1000", "45")] {
        let outcome = try Self.outcome([
          "optimizer": runner.rawValue, "learning-rate": rate, "momentum": momentum,
          "condition": condition, "rotation": rotation, "steps": "10",
        ])
        #expect(outcome.metrics.values.allSatisfy { !$0.isNaN })
        #expect(outcome.findings.count == 1)
        FigureCheck.check(outcome.figures, of: OptimizerRace.self)
      }
    }
    let long = try Self.outcome([
      "optimizer": runner.rawValue, "learning-rate": "4", "momentum": "0.99", "steps": "1800",
    ])
    FigureCheck.check(long.figures, of: OptimizerRace.self)
  }
}

// Bounds, tried on both sides

extension OptimizerRaceTests {
  @Test(
    arguments: [
      (1.0.nextUp, 10, 10, "ended-higher"), (.infinity, nil, nil, "ended-higher"),
      (.nan, nil, nil, "ended-higher"), (1, nil, 10, "not-there"), (1, 15, 10, "well-tuned"),
      (1, 16, 10, "detour"), (1, 16, nil, "well-tuned"),
    ] as [(Double, Int?, Int?, String)])
  func verdictsTurnAtTheirBounds(last: Double, steps: Int?, best: Int?, code: String) {
    let verdict = OptimizerRace.verdict(isPastEdge: false, last: last, steps: steps, best: best)
    #expect(verdict.code == code)
    let past = OptimizerRace.verdict(isPastEdge: true, last: last, steps: steps, best: best)
    #expect(past.code == "diverging")
  }

  /// The last step of decimals that still is the edge, and the first that is past it.
  @Test func theEdgeItselfIsNotPast() throws {
    for momentum in [0, 0.3, 0.9] {
      let edge = 2 * (1 + momentum)
      let at = try MomentumTheoryTests.theory(.momentum, edge, momentum)
      let past = try MomentumTheoryTests.theory(.momentum, edge * (1 + 1e-14), momentum)
      #expect(!at.isPastEdge && past.isPastEdge)
    }
  }

  /// Short of its edge a run may end higher than it began; it is diverging only past it.
  @Test(arguments: [
    (["optimizer": "momentum", "momentum": "0.99", "learning-rate": "3", "condition": "1"], 3.98),
    (["optimizer": "adam", "learning-rate": "4", "condition": "10"], nil),
  ])
  func endingHigherIsNotDiverging(turned: [String: String], edge: Double?) throws {
    let short = try Self.outcome(turned.merging(["steps": "10"]) { $1 })
    #expect(short.findings.map(\.code) == ["ended-higher"])
    #expect(try #require(short["relative-loss"]) > 1)
    #expect(short["edge"].map { abs($0 - (edge ?? 0)) < 1e-12 } ?? (edge == nil))
    let long = try Self.outcome(turned.merging(["steps": "4000"]) { $1 })
    #expect(try #require(long["relative-loss"]) < 1)
  }

  /// A rate that lands on the target by luck is not the best: a rate beside it never arrives.
  @Test func luckIsNotBest() throws {
    let tuning = OptimizerRace.Tuning(
      .rmsprop, momentum: 0.9, in: Valley(condition: 100, degrees: 0), steps: 400)
    let best = try #require(tuning.best)
    #expect(best.steps == 8)
    let lucky = try #require(tuning.steps.firstIndex { $0 == 6 })
    let rate = OptimizerRace.rates[lucky]
    #expect(Self.descent(.rmsprop, rate * 1.005).stepsToTarget == nil)
    #expect(OptimizerRace.beside.count == 8)
    for factor in OptimizerRace.beside {
      let beside = try #require(Self.descent(.rmsprop, best.rate * factor).stepsToTarget)
      #expect(OptimizerRace.confirms(beside, best.steps))
    }
  }

  @Test(arguments: [(15, 10, true), (16, 10, false), (1, 1, true), (nil, 10, false)])
  func neighboursConfirmUpToHalfAsMuchAgain(beside: Int?, steps: Int, isSo: Bool) {
    #expect(OptimizerRace.confirms(beside, steps) == isSo)
  }

  /// Rounding decides RMSprop's last steps.
  ///
  /// Starts that differ by a 10⁻¹¹ need other numbers of them.
  @Test func stepsOfRMSpropAreAbout() throws {
    let steps = try [0, 1e-13, 1e-12, 1e-11, 1e-10, 1e-9].map { moved in
      try #require(
        Self.descent(.rmsprop, 0.034, degrees: 30, start: SIMD2(1 + moved, 0.7)).stepsToTarget)
    }
    #expect(Set(steps).count > 1 && steps.allSatisfy { (330...350).contains($0) })
    let outcome = try Self.outcome([
      "optimizer": "rmsprop", "learning-rate": "0.034", "rotation": "30",
    ])
    #expect(
      outcome.findings[0].message.contains(
        "is there after about 340 steps. Of 41 rates the best, 0.0340, takes about 340."))
    #expect(Runner.adam.text(steps: 339) == "339" && Runner.rmsprop.text(steps: 95) == "about 95")
  }

  /// A millionth counts as arrived, and the loss has to stay there.
  @Test func arrivesAtAMillionth() {
    let valley = Valley(condition: 1, degrees: 0)
    // At condition 1 and a rate of ½ every step leaves a quarter of the loss: 4⁻¹⁰ is under it.
    let descent = OptimizerRace.Descent(
      .gradientDescent, rate: 0.5, momentum: 0, in: valley, steps: 12)
    #expect(descent.stepsToTarget == 10)
    #expect(descent.losses[9] > 1e-6 && descent.losses[10] <= 1e-6)
    // 1 − 10^(−½) leaves a tenth: the sixth step ends on a millionth, but for rounding.
    for (rate, steps) in [(1 - 0.1.squareRoot() + 1e-9, 6), (1 - 0.1.squareRoot() - 1e-9, 7)] {
      let descent = OptimizerRace.Descent(
        .gradientDescent, rate: rate, momentum: 0, in: valley, steps: 12)
      #expect(descent.stepsToTarget == steps)
    }
  }
}
