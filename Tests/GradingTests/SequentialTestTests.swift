import TestKit
import Testing

@testable import Grading

@Suite struct SequentialTestTests {
  /// What the test does at a true pass rate, exactly: the probability of each end, and the seeds it
  /// takes on average, by adding up over all (run, passed) states.
  struct Law {
    var passes = 0.0
    var fails = 0.0
    var open = 0.0
    var seeds = 0.0

    init(_ rates: PassRates, at rate: Double) {
      var states: [Int: (test: SequentialTest, probability: Double)] = [
        0: (SequentialTest(rates), 1)
      ]
      while !states.isEmpty {
        var next: [Int: (test: SequentialTest, probability: Double)] = [:]
        for (test, probability) in states.values {
          for (hasPassed, share) in [(true, rate), (false, 1 - rate)] {
            var test = test
            test.add(passed: hasPassed)
            let probability = probability * share
            switch test.decision {
            case .passes: passes += probability
            case .fails: fails += probability
            case .open: open += probability
            case nil:
              next[test.passed, default: (test, 0)].probability += probability
              continue
            }
            seeds += probability * Double(test.run)
          }
        }
        states = next
      }
    }
  }

  private static func decision(_ rates: PassRates, _ results: [Bool]) -> SequentialTest {
    var test = SequentialTest(rates)
    for result in results { test.add(passed: result) }
    return test
  }

  @Test func straightRunsDecide() {
    let passing = [Bool](repeating: true, count: 19)
    #expect(Self.decision(.standard, passing.dropLast()).decision == nil)
    #expect(Self.decision(.standard, passing).decision == .passes)
    let failing = [Bool](repeating: false, count: 5)
    #expect(Self.decision(.standard, failing.dropLast()).decision == nil)
    #expect(Self.decision(.standard, failing).decision == .fails)
  }

  @Test func nothingIsCountedAfterTheDecision() {
    let test = Self.decision(.standard, [Bool](repeating: true, count: 500))
    #expect(test.run == 19)
    #expect(test.passed == 19)
  }

  /// One failure costs as much as ln 3 / ln (9/7) = 4.37 passes earn.
  @Test(arguments: [(1, 23), (2, 28), (3, 32), (10, 63)])
  func passesNeededAfterFailures(failures: Int, passes: Int) {
    var results: [Bool] = []
    for _ in 0..<failures { results += [true, true, true, true, false] }
    let rest = passes - results.count { $0 }
    let most = results + [Bool](repeating: true, count: max(0, rest))
    #expect(Self.decision(.standard, most).decision == .passes)
    #expect(Self.decision(.standard, most.dropLast()).decision == nil)
  }

  @Test func twoHundredSeedsAreTheMost() {
    let results = (0..<300).map { $0 % 5 != 4 }
    let test = Self.decision(.standard, Array(results.prefix(199)))
    #expect(test.decision == nil)
    let all = Self.decision(.standard, results)
    #expect(all.decision == .open)
    #expect(all.run == 200)
    #expect(all.passed == 160)
  }

  @Test(
    arguments: [
      PassRates.standard, PassRates(pass: 0.95, fail: 0.9), PassRates(pass: 0.5, fail: 0.2),
      PassRates(pass: 0.99, fail: 0.5), PassRates(pass: 0.99, fail: 0.01),
      PassRates(pass: 0.1, fail: 0.05), PassRates(pass: 0.999, fail: 0.949),
    ])
  func errorsAreAtMostOnePercent(rates: PassRates) {
    for rate in [rates.pass, (1 + rates.pass) / 2, 1] {
      #expect(Law(rates, at: rate).fails <= SequentialTest.error)
    }
    for rate in [rates.fail, rates.fail / 2, 0] {
      #expect(Law(rates, at: rate).passes <= SequentialTest.error)
    }
  }

  /// The figures of the standard rates, from `Tests/Reference/pass_rates.py`.
  @Test(
    arguments: [
      (1, 1, 0, 0, 19), (0.95, 0.999936, 0.000064, 0, 25.8336),
      (0.9, 0.993179, 0.006645, 0.000176, 40.1945), (0.8, 0.332983, 0.604194, 0.062822, 78.0382),
      (0.7, 0.008695, 0.991187, 0.000118, 32.2814), (0.5, 0.000003, 0.999997, 0, 12.0768),
      (0, 0, 1, 0, 5),
    ] as [(Double, Double, Double, Double, Double)])
  func lawAtTheStandardRates(
    rate: Double, passes: Double, fails: Double, open: Double, seeds: Double
  ) {
    let law = Law(.standard, at: rate)
    #expect(abs(law.passes + law.fails + law.open - 1) < 1e-12)
    #expect(abs(law.passes - passes) < 1e-6)
    #expect(abs(law.fails - fails) < 1e-6)
    #expect(abs(law.open - open) < 1e-6)
    #expect(abs(law.seeds - seeds) < 1e-3)
  }

  @Test(
    arguments: [
      PassRates.standard, PassRates(pass: 0.5, fail: 0.2), PassRates(pass: 0.99, fail: 0.94),
    ],
    [0, 0.1, 0.45, 0.7, 0.8, 0.85, 0.9, 0.97, 1])
  func passProbabilityIsThatOfTheLaw(rates: PassRates, rate: Double) {
    let test = SequentialTest(rates)
    #expect(abs(test.passProbability(rate: rate) - Law(rates, at: rate).passes) < 1e-12)
  }

  /// Against 4,000 simulated gradings each: within four standard errors.
  @Test(arguments: [0.65, 0.75, 0.8, 0.85, 0.92])
  func passProbabilityIsThatOfSimulation(rate: Double) {
    var garbage = Garbage(seed: 7)
    let repeats = 4000
    let passes = (0..<repeats).count { _ in
      var test = SequentialTest(.standard)
      while test.decision == nil {
        test.add(passed: garbage.fraction() < rate)
      }
      return test.decision == .passes
    }
    let expected = SequentialTest(.standard).passProbability(rate: rate)
    let error = (expected * (1 - expected) / Double(repeats)).squareRoot()
    #expect(abs(Double(passes) / Double(repeats) - expected) < 4 * error + 1e-3)
  }

  @Test func passProbabilityFromTheMiddleOfATest() {
    var test = SequentialTest(.standard)
    let fresh = test.passProbability(rate: 0.8)
    for _ in 0..<10 { test.add(passed: true) }
    #expect(test.passProbability(rate: 0.8) > fresh)
    for _ in 0..<10 { test.add(passed: true) }
    #expect(test.passProbability(rate: 0) == 1)
    #expect(SequentialTest(.standard).passProbability(rate: .nan) == 0)
    #expect(SequentialTest(.standard).passProbability(rate: 7) == 1)
  }
}
