import Experiments

extension MaskSampling {
  /// The formula as a line, and both averages as dots along it.
  var errorFigure: Figure {
    let rates = Spacing.values(91, over: 0...0.9, .linear)
    let shown = Self.shownRates
    return Figure(
      DropoutMasks.errorFigure, .scatter, title: "training error under dropout",
      x: Figure.Axis("dropout rate"), y: Figure.Axis("mean squared error"),
      series: [
        Figure.Series("every mask", x: shown, y: shown.map(model.enumeratedError)),
        Figure.Series("sampled masks", x: shown, y: sampledCurve),
        Figure.Series(
          "formula", .theory, x: rates,
          y: rates.map { model.plainError + (model.predictedPenalty(at: $0) ?? .nan) }),
      ],
      markers: [Figure.Marker("p = \(NumberText.shortest(dropout))", x: dropout)])
  }

  /// The running mean at counts that are even steps on its logarithmic axis.
  var samplingFigure: Figure {
    var counts: [Int] = []
    for value in Spacing.values(400, over: 1...Double(runningErrors.count), .log) {
      let count = Int(value.rounded())
      if count != counts.last { counts.append(count) }
    }
    let x = counts.map(Double.init)
    return Figure(
      DropoutMasks.samplingFigure, .line, title: "mean training error of the masks so far",
      x: Figure.Axis("masks sampled", .log), y: Figure.Axis("mean squared error"),
      series: [
        Figure.Series("sampled", x: x, y: counts.map { runningErrors[$0 - 1] }),
        Figure.Series(
          "every mask", .theory, x: x, y: x.map { _ in model.enumeratedError(at: dropout) }),
      ])
  }
}
