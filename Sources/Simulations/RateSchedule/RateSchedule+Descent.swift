import Experiments
import Learning
import Numerics

extension RateSchedule {
  /// All chains of a run, and the theory beside them.
  struct Descent {
    let theory: NoisyBowl

    /// The rate of every step.
    let rates: [Double]

    /// What the chains show at the end.
    let measured: NoisyBowl.Error

    /// What theory says of the same.
    let predicted: [NoisyBowl.Error]

    /// The best constant rate for as many steps, by theory.
    let bestConstant: (rate: Double, error: Double)

    private let stream: RandomStream

    /// What is to be descended, and at which rates.
    typealias Plan = (bowl: NoisyBowl, rates: [Double])

    /// Descents with the same errors of the slopes, each as it would be alone.
    ///
    /// - Precondition: all take as many steps.
    static func all(_ plans: [Plan], stream: RandomStream) -> [Descent] {
      zip(plans, chains(plans, stream) { _ in }).map { plan, chains in
        Descent(
          theory: plan.bowl, rates: plan.rates, measured: parts(of: chains),
          predicted: plan.bowl.errors(at: plan.rates),
          bestConstant: plan.bowl.bestConstant(after: plan.rates.count), stream: stream)
      }
    }

    /// What the chains show before the first step and after each, for which they run again.
    var way: [NoisyBowl.Error] {
      var errors = [NoisyBowl.Error()]
      errors.reserveCapacity(rates.count + 1)
      _ = Self.chains([(theory, rates)], stream) { chains in
        errors += chains.map(Self.parts)
      }
      return errors
    }

    /// Where the chains of every plan end; each is one parameter of the engine's gradient descent.
    ///
    /// - Parameter look: is shown the chains of all plans after every step.
    private static func chains(
      _ plans: [Plan], _ stream: RandomStream, look: ([[Double]]) -> Void
    ) -> [[Double]] {
      var (optimizer, stream) = (GradientDescent(), stream)
      var draws = [Double](repeating: 0, count: RateSchedule.chains)
      var gradients = draws
      var all = plans.map { _ in
        [Double](repeating: NoisyBowl.start, count: RateSchedule.chains)
      }
      for step in 0..<(plans.map(\.rates.count).min() ?? 0) {
        var errors = draws.mutableSpan
        stream.fillWithNormals(&errors)
        for (plan, (bowl, rates)) in plans.enumerated() {
          slopes(bowl, all[plan], errors: draws, into: &gradients)
          var parameters = all[plan].mutableSpan
          optimizer.step(parameters: &parameters, gradients: gradients.span, rate: rates[step])
        }
        look(all)
      }
      return all
    }

    /// The slopes at the chains, each off by its error.
    private static func slopes(
      _ bowl: NoisyBowl, _ chains: [Double], errors: [Double], into slopes: inout [Double]
    ) {
      for chain in chains.indices {
        slopes[chain] = bowl.curvature * chains[chain] + bowl.noise * errors[chain]
      }
    }

    /// The chains' mean, squared, and their variance around it.
    private static func parts(of chains: [Double]) -> NoisyBowl.Error {
      let count = Double(chains.count)
      let mean = chains.reduce(0, +) / count
      let variance = chains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
      return NoisyBowl.Error(start: mean * mean, noise: variance)
    }
  }
}
