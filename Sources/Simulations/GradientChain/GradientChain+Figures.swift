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
