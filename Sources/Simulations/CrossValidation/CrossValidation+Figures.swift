import Experiments

extension FoldEstimates {
  /// The numbers of folds at which estimates are measured for figures.
  static let places = [2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 30, 40]

  var figures: [Figure] {
    let measured = Self.estimates(
      folds: Self.places, rows: theory.rows, features: theory.features, seed: seed
    ).map(Spread.init)
    return [errorFigure(measured), spreadFigure(measured), modelsFigure]
  }

  private var chosen: [Figure.Marker] { [Figure.Marker("this run", x: Double(folds))] }

  private func errorFigure(_ measured: [Spread]) -> Figure {
    let x = Self.places.map(Double.init)
    let line = Array(2...40)
    return Figure(
      CrossValidation.errorFigure, .scatter,
      title: "the estimate by folds, mean of \(estimates.count) data sets",
      x: Figure.Axis("folds", .log), y: Figure.Axis("squared error"),
      series: [
        Figure.Series("mean", x: x, y: measured.map(\.mean)),
        Figure.Series("a deviation above", x: x, y: measured.map { $0.mean + $0.deviation }),
        Figure.Series("a deviation below", x: x, y: measured.map { $0.mean - $0.deviation }),
        Figure.Series(
          "theory", .theory, x: line.map(Double.init), y: line.map { theory.expected(folds: $0) }),
        Figure.Series(
          "the model of all rows", .theory, x: [2, 40], y: [theory.whole, theory.whole]),
      ], markers: chosen)
  }

  private func spreadFigure(_ measured: [Spread]) -> Figure {
    Figure(
      CrossValidation.spreadFigure, .scatter,
      title: "standard deviation of the estimate over \(estimates.count) data sets",
      x: Figure.Axis("folds", .log), y: Figure.Axis("standard deviation"),
      series: [
        Figure.Series("spread", x: Self.places.map(Double.init), y: measured.map(\.deviation))
      ], markers: chosen)
  }

  private var modelsFigure: Figure {
    let pairs = zip(trueErrors, estimates).sorted { $0 < $1 }
    return Figure(
      CrossValidation.modelsFigure, .scatter, title: "one dot a data set",
      x: Figure.Axis("true error of its model"), y: Figure.Axis("its estimate"),
      series: [Figure.Series("data set", x: pairs.map(\.0), y: pairs.map(\.1))])
  }
}
