import Experiments

extension SphereTrials {
  /// The lengths at which steps are tried for the figures.
  static let steps = Spacing.values(12, over: 0.05...5, .log)

  private func figure(
    _ kind: FigureKind, _ title: String, _ y: String, _ trials: [SphereTrials],
    _ measured: (SphereTrials) -> Double, _ theory: (Double) -> Double
  ) -> Figure {
    let line = Spacing.values(61, over: 0.05...5, .log)
    return Figure(
      kind, .scatter, title: "\(title), \(dimensions) dimensions",
      x: Figure.Axis("step", .log), y: Figure.Axis(y),
      series: [
        Figure.Series("measured", x: Self.steps, y: trials.map(measured)),
        Figure.Series("ever more dimensions", .theory, x: line, y: line.map(theory)),
      ], markers: [Figure.Marker("this run", x: step)])
  }

  var figures: [Figure] {
    let trials = Self.all(Self.steps, dimensions: dimensions, seed: seed)
    return [
      figure(
        StepProgress.progressFigure, "what a step gains", "progress", trials, \.progress,
        ManyDimensions.progress),
      figure(
        StepProgress.successFigure, "steps that come nearer", "success share", trials, \.success,
        ManyDimensions.success),
    ]
  }
}
