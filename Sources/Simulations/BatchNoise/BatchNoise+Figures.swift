import Experiments
import Learning
import Numerics

extension BatchNoise.GradientNoise {
  /// Measured variances over the line of theory, both axes logarithmic.
  func figure(_ theory: MeanEstimation, _ sampling: BatchNoise.Sampling) -> Figure {
    let line = Array(1...Self.largest)
    func predicted(_ name: String, _ sampling: BatchNoise.Sampling) -> Figure.Series {
      Figure.Series(
        name, .theory, x: line.map(Double.init),
        y: line.map {
          MeanEstimation(rate: theory.rate, batchSize: $0, sampling: sampling).gradientVariance
        })
    }
    var series = [Figure.Series("measured", x: sizes.map(Double.init), y: variances)]
    if sampling == .epochShuffle {
      series.append(predicted("theory, without replacement", sampling))
    }
    series.append(predicted("theory, 1/B", .withReplacement))
    return Figure(
      BatchNoise.varianceFigure, .scatter, title: "variance of a batch's gradient",
      x: Figure.Axis("batch size", .log), y: Figure.Axis("variance", .log), series: series,
      markers: [Figure.Marker("batch \(theory.batchSize)", x: Double(theory.batchSize))])
  }
}

extension BatchNoise.Estimate {
  /// The samples used when the chains were looked at.
  private var samples: [Double] { recorded.map { Double($0 * theory.batchSize) } }

  /// Squared errors on their way down to the noise.
  func errorFigure(_ sampling: BatchNoise.Sampling) -> Figure {
    var series = [
      Figure.Series("measured", x: samples, y: errors),
      Figure.Series(
        "theory", .theory, x: samples, y: recorded.map { theory.squaredError(after: $0) }),
    ]
    if sampling == .epochShuffle {
      let independent = MeanEstimation(
        rate: theory.rate, batchSize: theory.batchSize, sampling: .withReplacement)
      series.append(
        Figure.Series(
          "theory, independent batches", .theory, x: samples,
          y: recorded.map { independent.squaredError(after: $0) }))
    }
    return Figure(
      BatchNoise.errorFigure, .line, title: "squared error, mean of \(BatchNoise.chains) chains",
      x: Figure.Axis("samples"), y: Figure.Axis("squared error", .log), series: series)
  }

  /// Three chains, and one standard deviation to either side of where chains are on average.
  var noiseBallFigure: Figure {
    let spread = recorded.map { update in
      let mean = MeanEstimation.start * (1 - theory.rate).raised(to: update)
      let deviation = Elementary.squareRoot(max(0, theory.variance(after: update)))
      return (low: mean - deviation, high: mean + deviation)
    }
    let chains = paths.enumerated().map { index, path in
      Figure.Series("chain \(index + 1)", x: samples, y: path)
    }
    return Figure(
      BatchNoise.noiseBallFigure, .line, title: "three chains and their noise ball",
      x: Figure.Axis("samples"), y: Figure.Axis("distance from the mean"),
      series: chains + [
        Figure.Series("theory, +1 deviation", .theory, x: samples, y: spread.map(\.high)),
        Figure.Series("theory, −1 deviation", .theory, x: samples, y: spread.map(\.low)),
      ])
  }
}
