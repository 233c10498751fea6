import Experiments
import Learning

extension MomentumNoise {
  /// All chains of a run, and the theory beside them.
  struct Chains {
    let theory: NoisyHeavyBall

    /// What is expected before the first step and after each.
    let predicted: [NoisyHeavyBall.State]

    /// The mean of w² over the chains at the same steps.
    let errors: [Double]

    /// The first two chains at the same steps.
    let paths: [SIMD2<Double>]

    /// Every chain is one parameter of the engine's heavy ball.
    init(_ theory: NoisyHeavyBall, steps: Int, stream: RandomStream) {
      var (optimizer, stream) = (Momentum(theory.momentum), stream)
      var chains = [Double](repeating: NoisyHeavyBall.start, count: MomentumNoise.chains)
      var gradients = chains
      var errors = [NoisyHeavyBall.start * NoisyHeavyBall.start]
      var paths = [SIMD2(repeating: NoisyHeavyBall.start)]
      for _ in 0..<steps {
        var draws = gradients.mutableSpan
        stream.fillWithNormals(&draws)
        for chain in chains.indices { gradients[chain] = chains[chain] + gradients[chain] }
        var parameters = chains.mutableSpan
        optimizer.step(parameters: &parameters, gradients: gradients.span, rate: theory.rate)
        errors.append(chains.reduce(0) { $0 + $1 * $1 } / Double(chains.count))
        paths.append(SIMD2(chains[0], chains[1]))
      }
      self.theory = theory
      self.errors = errors
      self.paths = paths
      predicted = theory.states(after: steps)
    }

    var finding: Finding {
      let end = predicted.last ?? NoisyHeavyBall.State()
      let start = end.mean * end.mean
      let text = { (value: Double) in NumberText.significant(value) }
      let numbers =
        "squared error \(text(end.squaredError)) by theory, "
        + "\(errors.last.map(text) ?? "none") measured"
      let setting =
        "Learning rate \(NumberText.shortest(theory.rate)) with momentum "
        + "\(NumberText.shortest(theory.momentum)) has an effective rate of "
        + text(theory.effectiveRate)
      if start > end.variance {
        return Finding(
          MomentumNoise.startRemains, predicted: end.squaredError, measured: errors.last,
          "\(setting): \(numbers), of which \(text(start)) is left of the start.")
      }
      let plain = NoisyHeavyBall(rate: theory.rate, momentum: 0).noiseFloor
      return Finding(
        MomentumNoise.noiseRemains, predicted: end.squaredError, measured: errors.last,
        "\(setting): \(numbers), of which \(text(end.variance)) is noise. Its floor is "
          + "\(text(theory.noiseFloor)); without momentum this rate would have \(text(plain)).")
    }
  }
}

extension MomentumNoise.Chains {
  private var passed: [Double] { errors.indices.map(Double.init) }

  var errorFigure: Figure {
    Figure(
      MomentumNoise.errorFigure, .line,
      title: "squared error, mean of \(MomentumNoise.chains) chains", x: Figure.Axis("step"),
      y: Figure.Axis("squared error", .log),
      series: [
        Figure.Series("measured", x: passed, y: errors.map { $0 < 1e-9 ? .nan : $0 }),
        Figure.Series(
          "theory", .theory, x: passed,
          y: predicted.map { $0.squaredError < 1e-9 ? .nan : $0.squaredError }),
        Figure.Series(
          "noise floor", .theory, x: passed, y: passed.map { _ in theory.noiseFloor }),
      ])
  }

  var chainsFigure: Figure {
    let deviations = predicted.map { Elementary.squareRoot(max(0, $0.variance)) }
    return Figure(
      MomentumNoise.chainsFigure, .line, title: "two chains and their spread",
      x: Figure.Axis("step"), y: Figure.Axis("distance from the minimum"),
      series: [
        Figure.Series("chain 1", x: passed, y: paths.map(\.x)),
        Figure.Series("chain 2", x: passed, y: paths.map(\.y)),
        Figure.Series(
          "theory, +1 deviation", .theory, x: passed,
          y: zip(predicted, deviations).map { $0.mean + $1 }),
        Figure.Series(
          "theory, −1 deviation", .theory, x: passed,
          y: zip(predicted, deviations).map { $0.mean - $1 }),
      ])
  }
}
