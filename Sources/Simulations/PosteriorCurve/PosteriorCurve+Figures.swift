import Experiments

extension Posterior {
  var posteriorFigure: Figure {
    let x = Spacing.values(101, over: 0...1, .linear)
    let expected = x.map { process.posterior(at: [$0]) }
    return Figure(
      PosteriorCurve.posteriorFigure, .scatter, title: "what five values say of the rest",
      x: Figure.Axis("x"), y: Figure.Axis("value"),
      series: [
        Figure.Series("known", x: PosteriorCurve.places, y: PosteriorCurve.values),
        Figure.Series("mean", .theory, x: x, y: expected.map(\.mean)),
        Figure.Series(
          "mean − 2 deviations", .theory, x: x, y: expected.map { $0.mean - 2 * $0.deviation }),
        Figure.Series(
          "mean + 2 deviations", .theory, x: x, y: expected.map { $0.mean + 2 * $0.deviation }),
      ],
      markers: [Figure.Marker("place", x: points.place)])
  }

  /// The least likelihood that is drawn: where a kernel fails altogether there is no end to it.
  static let leastDrawn = -30.0

  var likelihoodFigure: Figure {
    Figure(
      PosteriorCurve.likelihoodFigure, .line, title: "how likely the values are",
      x: Figure.Axis("length-scale", .log), y: Figure.Axis("log-likelihood"),
      series: PosteriorCurve.Shape.allCases.map { shape in
        Figure.Series(
          shape.rawValue, x: Self.lengths,
          y: Self.lengths.map {
            let process = points.with(shape: shape, length: $0).process
            let likelihood = process?.logMarginalLikelihood ?? .nan
            return likelihood < Self.leastDrawn ? .nan : likelihood
          })
      },
      markers: [Figure.Marker("this run", x: points.length)])
  }
}
