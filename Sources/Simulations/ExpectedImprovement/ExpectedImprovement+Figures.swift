import Experiments

extension SingleLook {
  /// The deviations at which looks are drawn for the figure.
  static let deviations = Spacing.values(9, over: 0.01...3, .log)

  var deviationFigure: Figure {
    let measured = Self.deviations.map { with(deviation: $0).measured }
    let line = Spacing.values(81, over: 0.01...3, .log)
    let looks = line.map { with(deviation: $0) }
    return Figure(
      ExpectedImprovement.deviationFigure, .scatter,
      title: "what a look at mean \(NumberText.shortest(mean)) gives, by deviation",
      x: Figure.Axis("deviation", .log), y: Figure.Axis("improvement, probability"),
      series: [
        Figure.Series("improvement", x: Self.deviations, y: measured.map(\.improvement)),
        Figure.Series("probability", x: Self.deviations, y: measured.map(\.probability)),
        Figure.Series(
          "improvement, theory", .theory, x: line, y: looks.map(\.expectedImprovement)),
        Figure.Series(
          "probability, theory", .theory, x: line, y: looks.map(\.expectedProbability)),
      ],
      markers: [Figure.Marker("this run", x: deviation)])
  }

  var meanFigure: Figure {
    let dots = Spacing.values(9, over: -2...2, .linear)
    let line = Spacing.values(81, over: -2...2, .linear)
    return Figure(
      ExpectedImprovement.meanFigure, .scatter,
      title: "what a look of deviation \(NumberText.shortest(deviation)) gives, by mean",
      x: Figure.Axis("mean"), y: Figure.Axis("improvement"),
      series: [
        Figure.Series(
          "measured", x: dots, y: dots.map { with(mean: $0).measured.improvement }),
        Figure.Series(
          "theory", .theory, x: line, y: line.map { with(mean: $0).expectedImprovement }),
        Figure.Series(
          "theory, deviation near 0", .theory, x: line,
          y: line.map { with(mean: $0, deviation: 1e-6).expectedImprovement }),
      ],
      markers: [Figure.Marker("this run", x: mean)])
  }
}
