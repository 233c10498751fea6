import Experiments

extension FeatureDescent {
  /// Medians as dots, the formula as a line with a gap where it has no value.
  var curveFigure: Figure {
    let counts = Array(1...DoubleDescent.available)
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

// What was found, in words

extension FeatureDescent {
  var finding: Finding {
    let (p, n) = (chosen.features, theory.examples)
    let counts = "\(NumberText.count(p, "feature")), \(NumberText.count(n, "example"))"
    guard let risk = theory.risk(p) else {
      return Finding(
        DoubleDescent.atThePeak, predicted: nil, measured: chosen.medianError,
        "\(counts): just enough freedom to pass through every target, and none to choose how. The "
          + "mean error is infinite by theory; the median of \(DoubleDescent.trials) models is "
          + "\(Self.text(chosen.medianError)).")
    }
    let numbers =
      "mean error \(Self.text(risk)) by theory, \(Self.text(chosen.meanError)) measured, of which "
      + "\(Self.text(theory.missed(p))) is features that the model does not get"
    if p < n {
      return Finding(
        DoubleDescent.fewFeatures, predicted: risk, measured: chosen.meanError,
        "\(counts): \(numbers).")
    }
    return Finding(
      DoubleDescent.manyFeatures, predicted: risk, measured: chosen.meanError,
      "\(counts): many weights pass through every target, and the shortest are taken; \(numbers).")
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }
}
