import Experiments

extension FeatureDescent {
  /// Medians as dots, the formula as a line with a gap where it has no value.
  var curveFigure: Figure {
    let counts = Array(1...DoubleDescent.available)
    let curve = curve()
    let x = curve.map { Double($0.features) }
    return Figure(
      DoubleDescent.curveFigure, .scatter,
      title: "excess error by features, \(NumberText.count(theory.examples, "example"))",
      x: Figure.Axis("features", .log), y: Figure.Axis("excess squared error", .log),
      series: [
        Figure.Series("median of \(DoubleDescent.trials)", x: x, y: curve.map(\.medianError)),
        Figure.Series(
          "theory of the mean", .theory, x: counts.map(Double.init),
          y: counts.map { theory.risk($0) ?? .nan }),
      ],
      markers: [
        Figure.Marker("features = examples", x: Double(theory.examples)),
        Figure.Marker(
          "chosen: \(NumberText.shortest(Double(chosen.features)))", x: Double(chosen.features)),
      ])
  }

  /// How far apart the models of the chosen number of features are.
  var modelsFigure: Figure {
    let places = chosen.errors.indices.map { Double($0 + 1) }
    var series = [Figure.Series("measured", x: places, y: chosen.errors)]
    if let risk = theory.risk(chosen.features) {
      series.append(
        Figure.Series("theory of the mean", .theory, x: places, y: places.map { _ in risk }))
    }
    return Figure(
      DoubleDescent.modelsFigure, .scatter,
      title: "excess error of every model, \(NumberText.count(chosen.features, "feature"))",
      x: Figure.Axis("model, from the best"), y: Figure.Axis("excess squared error", .log),
      series: series)
  }
}
