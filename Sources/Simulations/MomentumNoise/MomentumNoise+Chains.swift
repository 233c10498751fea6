import Experiments
import Learning
import Numerics

extension MomentumNoise {
  /// What an error is found to be, by what is left of the start and what the noise has added.
  static func verdict(start: Double, variance: Double) -> FindingKind {
    start > variance ? startRemains : noiseRemains
  }

  /// All chains of a run, and the theory beside them.
  struct Chains {
    let theory: NoisyHeavyBall

    /// What is expected before the first step and after each.
    let predicted: [NoisyHeavyBall.State]

    /// The mean of w² over the chains at the end.
    let error: Double

    private let stream: RandomStream

    init(_ theory: NoisyHeavyBall, steps: Int, stream: RandomStream) {
      self.theory = theory
      self.stream = stream
      error = Self.error(Self.chains(theory, steps, stream) { _ in })
      predicted = theory.states(after: steps)
    }

    /// What the chains show before the first step and after each.
    struct Way {
      /// The mean of w² over the chains.
      var errors = [NoisyHeavyBall.start * NoisyHeavyBall.start]

      /// The first two chains.
      var paths = [SIMD2(repeating: NoisyHeavyBall.start)]
    }

    /// What the chains show along the way, for which they run again.
    var way: Way {
      var way = Way()
      _ = Self.chains(theory, predicted.count - 1, stream) { chains in
        way.errors.append(Self.error(chains))
        way.paths.append(SIMD2(chains[0], chains[1]))
      }
      return way
    }

    private static func error(_ chains: [Double]) -> Double {
      chains.reduce(0) { $0 + $1 * $1 } / Double(chains.count)
    }

    /// Where the chains end; every chain is one parameter of the engine's heavy ball.
    ///
    /// - Parameter look: is shown all chains after every step.
    private static func chains(
      _ theory: NoisyHeavyBall, _ steps: Int, _ stream: RandomStream, look: ([Double]) -> Void
    ) -> [Double] {
      var (optimizer, stream) = (Momentum(theory.momentum), stream)
      var chains = [Double](repeating: NoisyHeavyBall.start, count: MomentumNoise.chains)
      var gradients = chains
      for _ in 0..<steps {
        var draws = gradients.mutableSpan
        stream.fillWithNormals(&draws)
        for chain in chains.indices { gradients[chain] = chains[chain] + gradients[chain] }
        var parameters = chains.mutableSpan
        optimizer.step(parameters: &parameters, gradients: gradients.span, rate: theory.rate)
        look(chains)
      }
      return chains
    }

    var finding: Finding {
      let end = predicted.last ?? NoisyHeavyBall.State()
      let start = end.mean * end.mean
      let text = { (value: Double) in NumberText.significant(value) }
      let numbers =
        "squared error \(text(end.squaredError)) by theory, "
        + "\(text(error)) measured"
      let setting =
        "Learning rate \(NumberText.shortest(theory.rate)) with momentum "
        + "\(NumberText.shortest(theory.momentum)) has an effective rate of "
        + text(theory.effectiveRate)
      let kind = MomentumNoise.verdict(start: start, variance: end.variance)
      if kind == MomentumNoise.startRemains {
        return Finding(
          kind, predicted: end.squaredError, measured: error,
          "\(setting): \(numbers), of which \(text(start)) is left of the start.")
      }
      let plain = NoisyHeavyBall(rate: theory.rate, momentum: 0).noiseFloor
      return Finding(
        kind, predicted: end.squaredError, measured: error,
        "\(setting): \(numbers), of which \(text(end.variance)) is noise. Its floor is "
          + "\(text(theory.noiseFloor)); without momentum this rate would have \(text(plain)).")
    }
  }
}
