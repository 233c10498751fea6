import Experiments

extension SplitComparison {
  /// The numbers of splits at which tests are made for the figure.
  static let places = [2, 3, 5, 10, 20, 50, 100]

  var splitsFigure: Figure {
    let most = SplitComparison(
      splits: 100, rows: theory.rows, heldOut: theory.heldOutShare, secondWeight: secondWeight,
      seed: seed)
    let (x, line) = (Self.places.map(Double.init), Array(2...100))
    let measured = Self.places.map { most.rejections(splits: $0) }
    let plainByTheory = Figure.Series(
      "plain test by theory", .theory, x: line.map(Double.init),
      y: areEqual ? line.map { theory.with(splits: $0).plainRejections } : [])
    return Figure(
      RandomSplits.splitsFigure, .scatter,
      title: "how often a test calls one model better, \(areEqual ? "neither" : "the first") is",
      x: Figure.Axis("splits", .log), y: Figure.Axis("share of data sets"),
      series: [
        Figure.Series("plain test", x: x, y: measured.map(\.plain)),
        Figure.Series("corrected test", x: x, y: measured.map(\.corrected)),
      ] + (areEqual ? [plainByTheory] : []) + [
        Figure.Series(
          "what it says", .theory, x: [2, 100],
          y: [RandomSplits.promised, RandomSplits.promised])
      ], markers: [Figure.Marker("this run", x: Double(theory.splits))])
  }
}
