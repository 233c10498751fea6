import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct StoppingRunsTests {
  static func runs(
    rate: Double = 0.2, noise: Double = 0.1, training: Int = 20, count: Int = 600, seed: UInt64 = 1
  ) -> (problem: StoppingProblem, runs: [StoppingRun]) {
    let problem = StoppingProblem(rate: rate, trainingSize: training, slopeNoise: noise)
    return (
      problem,
      (0..<count).map {
        StoppingRun(problem, steps: 60, validationSize: 10, seed: seed, number: $0)
      }
    )
  }

  /// The mean risk meets the formula at every step within 4.5 standard errors.
  @Test(arguments: [(0.2, 0.0, 20), (0.2, 0.1, 20), (0.4, 0.3, 50)])
  func risksAgreeWithTheory(rate: Double, noise: Double, training: Int) {
    let (problem, runs) = Self.runs(rate: rate, noise: noise, training: training)
    for step in [0, 1, 2, 5, 19, 40, 60] {
      let values = runs.map { $0.risks[step] }
      let mean = values.reduce(0, +) / Double(values.count)
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let error = (squares / Double(values.count * (values.count - 1))).squareRoot()
      #expect(abs(mean - problem.risk(after: step)) <= 4.5 * error + 1e-12)
    }
  }

  /// What the errors of the slopes add, ητ²λ(1 − (1 − ηλ)²ᵗ)/(2 − ηλ) a direction, to a few percent.
  ///
  /// Runs without them are taken off, so that what the fits differ by does not count.
  @Test(arguments: [2, 20, 60]) func noisySlopesAddWhatTheorySays(step: Int) {
    let (noisy, with) = Self.runs(rate: 0.4, noise: 0.3, training: 200)
    let (clean, without) = Self.runs(rate: 0.4, noise: 0, training: 200)
    let values = zip(with, without).map { $0.risks[step] - $1.risks[step] }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / Double(values.count * (values.count - 1))).squareRoot()
    let theory = noisy.risk(after: step) - clean.risk(after: step)
    let formula = [4, 1, 0.25, 0.06, 0.015].reduce(0) { sum, curvature in
      let kept = ((1 - 0.4 * curvature) * (1 - 0.4 * curvature)).raised(to: step)
      return sum + 0.4 * 0.09 * curvature * (1 - kept) / (2 - 0.4 * curvature)
    }
    #expect(abs(theory - formula) < 1e-14)
    #expect(
      abs(mean - formula) < 3 * error && error < 0.08 * formula, "\(mean) \(error) \(formula)")
  }

  /// On average a validation set says the true loss: the excess plus the noise of 1.
  @Test func validationIsFair() {
    let (_, runs) = Self.runs(count: 2000)
    for step in [0, 3, 30] {
      let values = runs.map { $0.validationLosses[step] - $0.risks[step] - 1 }
      let mean = values.reduce(0, +) / Double(values.count)
      let squares = values.reduce(0) { $0 + $1 * $1 }
      #expect(abs(mean) <= 4.5 * squares.squareRoot() / Double(values.count))
    }
  }

  /// The sums give what going through the examples one by one gives.
  @Test func validationLossIsTheMeanOverExamples() {
    let eigenvalues = StoppingProblem.eigenvalues
    var stream = RandomStream(seed: 3, "set")
    let set = ValidationSet(size: 17, eigenvalues: eigenvalues, from: &stream)
    let roots = Directions(directions: eigenvalues.map { $0.squareRoot() })
    let errors = Directions(directions: [0.3, -0.2, 0.7, 1, -2])
    var again = RandomStream(seed: 3, "set")
    var sum = 0.0
    for _ in 0..<17 {
      let miss = (roots.signed(by: again.bits()) * errors).total + again.normal()
      sum += miss * miss
    }
    #expect(abs(set.loss(errors) - sum / 17) < 1e-13)
  }

  /// Every lane gets both signs, half of the time each, and nothing but its sign changes.
  @Test func coinsAreFair() {
    let numbers = Directions(directions: [1, 2, 3, 4, 5])
    var stream = RandomStream(seed: 1, "coins")
    var sum = Directions.zero
    for _ in 0..<4000 {
      let signed = numbers.signed(by: stream.bits())
      #expect(signed * signed == numbers * numbers)
      sum += signed / 4000
    }
    for lane in 0..<5 { #expect(abs(sum[lane] / numbers[lane]) < 0.07) }
  }

  /// Without noise in the slopes the shares learned are the filter's, to rounding.
  @Test func sharesAreTheFilter() throws {
    let problem = StoppingProblem(rate: 0.2, trainingSize: 20, slopeNoise: 0)
    let all = try #require(
      StoppingRuns.all(
        problem, rules: [Stopping(patience: 30)], validationSize: 50, horizon: 80, count: 20,
        seed: 1
      ).first)
    for (lane, eigenvalue) in StoppingProblem.eigenvalues.enumerated() {
      for step in [0, 1, 7, 80] {
        #expect(abs(all.shares[step][lane] - problem.share(eigenvalue, after: step)) < 1e-12)
      }
    }
  }

  /// Verdicts are those of the engine's rule; the kept step is never behind the stop.
  @Test(arguments: [1, 4, 50]) func verdictsFollowTheRule(patience: Int) {
    for run in Self.runs(count: 40).runs {
      let verdict = run.verdict(Stopping(patience: patience))
      #expect(verdict.kept <= verdict.stop && verdict.stop <= 60)
      #expect(verdict.stop == 60 || verdict.stop == verdict.kept + patience)
      #expect(run.risks[verdict.best] == run.risks.min())
      #expect(run.validationLosses[verdict.patient] == run.validationLosses.min())
      #expect(run.validationLosses[verdict.kept] == run.validationLosses[...verdict.stop].min())
    }
  }

  @Test func theRiskOfRowThreeIsUnchanged() {
    let problem = StoppingProblem(rate: 0.2, trainingSize: 20, slopeNoise: 0)
    #expect(abs(problem.risk(after: 0) - 1.917) < 5e-4)
    #expect(abs(problem.risk(after: 19) - 0.1516) < 5e-5)
    #expect(abs(problem.risk(after: 2000) - 0.2498) < 5e-5)
  }
}
