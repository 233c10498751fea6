import Experiments
import Numerics

extension DealtSample {
  /// The numbers of repeats at which spread and error bar are measured for the figure.
  static let places = [1, 2, 5, 10, 20, 50]

  var repeatsFigure: Figure {
    let samples = Self.places.map { DealtSample(deals: $0, of: theory, seed: seed) }
    let (x, line) = (Self.places.map(Double.init), Array(1...50))
    let floor = Elementary.squareRoot(theory.floorVariance)
    return Figure(
      RepeatedFolds.repeatsFigure, .scatter,
      title: "spread of the estimate, and the error bar that its folds give",
      x: Figure.Axis("repeats", .log), y: Figure.Axis("standard deviation", .log),
      series: [
        Figure.Series("spread", x: x, y: samples.map(\.spread)),
        Figure.Series("error bar", x: x, y: samples.map(\.bar)),
        Figure.Series(
          "spread by theory", .theory, x: line.map(Double.init),
          y: line.map { theory.spread(repeats: $0) }),
        Figure.Series(
          "error bar by theory", .theory, x: line.map(Double.init),
          y: line.map { theory.bar(repeats: $0) }),
        Figure.Series("endless repeats", .theory, x: [1, 50], y: [floor, floor]),
      ], markers: [Figure.Marker("this run", x: Double(repeats))])
  }

  var foldsFigure: Figure {
    let all = (2...24).map { DealtMeans(rows: theory.rows, folds: $0) }
    let x = all.map { Double($0.folds) }
    return Figure(
      RepeatedFolds.foldsFigure, .line, title: "the estimate by folds, \(repeats) times dealt",
      x: Figure.Axis("folds", .log), y: Figure.Axis("squared error"),
      series: [
        Figure.Series("expected", .theory, x: x, y: all.map(\.expected)),
        Figure.Series(
          "a deviation above", .theory, x: x,
          y: all.map { $0.expected + $0.spread(repeats: repeats) }),
        Figure.Series(
          "a deviation below", .theory, x: x,
          y: all.map { $0.expected - $0.spread(repeats: repeats) }),
        Figure.Series("this run", x: [Double(theory.folds)], y: [mean]),
      ], markers: [Figure.Marker("the mean of all rows", y: theory.target)])
  }
}
