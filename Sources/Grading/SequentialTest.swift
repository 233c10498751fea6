import Numerics

/// Wald's sequential probability ratio test of how often something passes.
///
/// It decides between a pass rate of at least ``PassRates/pass`` and one of at most
/// ``PassRates/fail``, with at most ``error`` probability of a wrong decision at either rate, and
/// stops as soon as it knows. Source: Wald, "Sequential Tests of Statistical Hypotheses", Annals of
/// Mathematical Statistics 16 (1945), § 3. Wald's own bounds, (1 − error) / error and its inverse,
/// keep the errors to error / (1 − error) each; the bounds here, 1 / error and error, keep them to
/// the error itself, since a likelihood ratio of mean 1 exceeds a bound no more often than its
/// inverse (Ville 1939).
package struct SequentialTest: Sendable {
  package enum Decision: String, Sendable, Hashable, Encodable {
    case passes
    case fails

    /// Too close to either rate after the most seeds.
    case open
  }

  /// The most seeds a test may take.
  package static let mostSeeds = 200

  /// The probability of a wrong decision at either rate.
  package static let error = 0.01

  package let rates: PassRates
  package private(set) var run = 0
  package private(set) var passed = 0

  /// How much likelier what was seen is at the passing rate than at the failing rate.
  package private(set) var likelihoodRatio = 1.0

  package init(_ rates: PassRates) { self.rates = rates }

  /// What is decided; nil while it is worth going on.
  package var decision: Decision? {
    if likelihoodRatio >= 1 / Self.error { return .passes }
    if likelihoodRatio <= Self.error { return .fails }
    return run >= Self.mostSeeds ? .open : nil
  }

  /// Whether some passes of a number of seeds would leave it undecided, in whatever order.
  package static func isOpen(passed: Int, of run: Int, _ rates: PassRates) -> Bool {
    let logRatio =
      Double(passed) * Elementary.log(rates.pass / rates.fail)
      + Double(run - passed) * Elementary.log((1 - rates.pass) / (1 - rates.fail))
    return abs(logRatio) < -Elementary.log(error)
  }

  /// Takes in one more seed; what comes after the decision is not counted.
  package mutating func add(passed hasPassed: Bool) {
    guard decision == nil else { return }
    run += 1
    if hasPassed {
      passed += 1
      likelihoodRatio *= rates.pass / rates.fail
    } else {
      likelihoodRatio *= (1 - rates.pass) / (1 - rates.fail)
    }
  }

  /// The probability that the test ends with a pass from here on, at a true pass rate.
  ///
  /// Exact: the probabilities of all (run, passed) states are added up, seed by seed. At a fresh
  /// test it is the operating characteristic of Wald's test, cut off at ``mostSeeds``.
  package func passProbability(rate: Double) -> Double {
    let rate = min(max(rate.isNaN ? 0 : rate, 0), 1)
    var states: [Int: (test: SequentialTest, probability: Double)] = [passed: (self, 1)]
    var passing = 0.0
    while !states.isEmpty {
      var next: [Int: (test: SequentialTest, probability: Double)] = [:]
      for (_, (test, probability)) in states.sorted(by: { $0.key < $1.key }) {
        guard test.decision == nil else {
          if test.decision == .passes { passing += probability }
          continue
        }
        for (hasPassed, share) in [(false, 1 - rate), (true, rate)] where share > 0 {
          var test = test
          test.add(passed: hasPassed)
          next[test.passed, default: (test, 0)].probability += probability * share
        }
      }
      states = next
    }
    return min(passing, 1)
  }
}
