import Experiments
import Foundation

@testable import Simulations

extension GradientChain: Claiming {
  static let claims = [
    Claim(vanishing) { run in
      // Three times as deep it has become smaller still.
      let (here, deeper) = (logarithm(run, run[depth]), logarithm(run, 3 * run[depth]))
      return deeper < here ? fault(run) : "e^\(here) here, e^\(deeper) three times as deep"
    },
    Claim(exploding) { run in
      let (here, deeper) = (logarithm(run, run[depth]), logarithm(run, 3 * run[depth]))
      return deeper > here
        ? fault(run) : "e^\(here) here, e^\(deeper) three times as deep"
    },
    Claim(keeping) { run in fault(run) },
  ]

  /// Whether another computation gives other numbers than those that are named.
  private static func fault(_ run: ClaimedRun) -> String? {
    let (own, found) = (exp(logarithm(run, run[depth])), run[gradient] ?? 0)
    if own > 1e-300, abs(found / own - 1) > 1e-6 {
      return "\(own) by another computation, \(found)"
    }
    if found > (run[bound] ?? 0) * (1 + 1e-12) { return "\(found) is above its bound" }
    let settled = exp(logarithm(run, 4001) - logarithm(run, 4000))
    let factor = run[predictedFactor] ?? 0
    // At a weight of 1 the signal of tanh takes forever to settle.
    let tolerance = abs(run[weight] - 1) < 0.02 ? 0.05 : 1e-9
    return abs(factor / settled - 1) < tolerance ? nil : "\(settled) in the long run, \(factor)"
  }

  /// The logarithm of the gradient, with the slope of tanh as 1/cosh².
  private static func logarithm(_ run: ClaimedRun, _ depth: Int) -> Double {
    var (signal, sum) = (1.0, 0.0)
    for _ in 0..<depth {
      let x = run[weight] * signal
      sum += log(run[weight])
      switch run[activation] {
      case .sigmoid:
        sum += -x - 2 * log1p(exp(-x))
        signal = 1 / (1 + exp(-x))
      case .tanh:
        sum -= 2 * log(cosh(x))
        signal = tanh(x)
      case .relu, .identity: signal = x
      }
    }
    return sum
  }
}
