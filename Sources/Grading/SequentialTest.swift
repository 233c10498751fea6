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
    let passing = ends(weighing: (1 - rate, rate)).filter { $0.test.decision == .passes }
    return min(passing.map(\.weight).reduce(0, +), 1)
  }

  /// Every way to end from here on, by the seeds it takes and then by those that pass.
  ///
  /// - Parameter weights: what a seed that fails, and one that passes, multiplies the weight by:
  ///   probabilities give probabilities, and ones the number of orders in which it comes about.
  func ends(weighing weights: (failing: Double, passing: Double))
    -> [(test: SequentialTest, weight: Double)]
  {
    var ends: [(test: SequentialTest, weight: Double)] = []
    var states = [passed: (test: self, weight: 1.0)]
    while !states.isEmpty {
      var next: [Int: (test: SequentialTest, weight: Double)] = [:]
      for (_, state) in states.sorted(by: { $0.key < $1.key }) {
        guard state.test.decision == nil else {
          ends.append(state)
          continue
        }
        for (hasPassed, factor) in [(false, weights.failing), (true, weights.passing)]
        where factor > 0 {
          var test = state.test
          test.add(passed: hasPassed)
          next[test.passed, default: (test, 0)].weight += state.weight * factor
        }
      }
      states = next
    }
    return ends
  }
}
