import Experiments

extension UnitChain {
  var gradientFigure: Figure {
    let x = (0...depth).map(Double.init)
    return Figure(
      GradientChain.gradientFigure, .line, title: "gradient of the output, layer by layer",
      x: Figure.Axis("layer"), y: Figure.Axis("gradient", .log),
      series: [
        Figure.Series("measured", x: x, y: gradients.map { $0 > 0 ? $0 : .nan }),
        Figure.Series("bound", .theory, x: x, y: (0...depth).map { bound(layers: depth - $0) }),
      ])
  }

  var signalFigure: Figure {
    let x = (0...depth).map(Double.init)
    var series = [Figure.Series("measured", x: x, y: signals)]
    if let settled {
      series.append(
        Figure.Series("settles at", .theory, x: x, y: x.map { _ in settled }))
    }
    return Figure(
      GradientChain.signalFigure, .line, title: "signal, layer by layer",
      x: Figure.Axis("layer"), y: Figure.Axis("signal"), series: series)
  }
}

// What was found, in words

extension UnitChain {
  var finding: Finding {
    let numbers =
      "×\(NumberText.significant(predictedFactor)) a layer in the long run by theory, "
      + "×\(NumberText.significant(factors.last ?? 1)) measured at the last"
    let arrives =
      "Of 1 at the output \(NumberText.significant(gradient)) arrives at the first layer; the "
      + "bound is \(NumberText.significant(bound))."

    func finding(_ kind: FindingKind, _ message: String) -> Finding {
      Finding(kind, predicted: predictedFactor, measured: factors.last, message)
    }
    if gradient <= 0.01 {
      return finding(GradientChain.vanishing, "the gradient vanishes, \(numbers). \(arrives)")
    }
    if gradient >= 100 {
      return finding(GradientChain.exploding, "the gradient explodes, \(numbers). \(arrives)")
    }
    return finding(GradientChain.keeping, "the gradient arrives, \(numbers). \(arrives)")
  }
}
