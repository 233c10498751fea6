import Experiments
import Tuning

extension ToldBest {
  /// The numbers of trials made at which sets are drawn for the figure.
  static let places = [2, 5, 10, 20, 40, 70, 100]

  var curveFigure: Figure {
    let first = Self.scores(made, seed, 0)
    let (own, all) = (Array(1...made), Array(1...100))
    return Figure(
      BudgetCurve.curveFigure, .line, title: "the best of n, told from \(made) scores",
      x: Figure.Axis("trials", .log), y: Figure.Axis("best score"),
      series: [
        Figure.Series(
          "with replacement", x: own.map(Double.init),
          y: own.compactMap { ExpectedBest.withReplacement(first, trials: $0) }),
        Figure.Series(
          "without", x: own.map(Double.init),
          y: own.compactMap { ExpectedBest.withoutReplacement(first, trials: $0) }),
        Figure.Series(
          "in expectation", .theory, x: all.map(Double.init),
          y: all.map { PredictedBest.exact(trials: $0) }),
      ], markers: [Figure.Marker("this run", x: Double(trials))])
  }

  var madeFigure: Figure {
    let sets = Self.places.map { ToldBest(trials: trials, made: $0, seed: seed) }
    let enough = sets.filter { !$0.notReplaced.isEmpty }
    let line = Array(2...100)
    return Figure(
      BudgetCurve.madeFigure, .scatter, title: "what is told of the best of \(trials)",
      x: Figure.Axis("made", .log), y: Figure.Axis("best score"),
      series: [
        Figure.Series(
          "with replacement", x: sets.map { Double($0.made) },
          y: sets.compactMap { Self.mean($0.replaced) }),
        Figure.Series(
          "without", x: enough.map { Double($0.made) },
          y: enough.compactMap { Self.mean($0.notReplaced) }),
        Figure.Series(
          "with replacement, in expectation", .theory, x: line.map(Double.init),
          y: line.map { PredictedBest.replaced(trials: trials, made: $0) }),
        Figure.Series("the best in expectation", .theory, x: [2, 100], y: [exact, exact]),
      ], markers: [Figure.Marker("this run", x: Double(made))])
  }
}
