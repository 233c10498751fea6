import Experiments
import Learning

extension InitialRun {
  /// How many networks are drawn one by one.
  private static let drawn = 5

  var signalFigure: Figure {
    figure(
      InitialWeights.signalFigure, "second moment of the signal, typical network",
      [("measured", Self.typical(passes.map(\.signals)))], theory.typicalSignals)
  }

  var gradientFigure: Figure {
    figure(
      InitialWeights.gradientFigure, "second moment of the gradient, typical network",
      [("measured", Self.typical(passes.map(\.gradients)))], theory.typicalGradients)
  }

  var networksFigure: Figure {
    figure(
      InitialWeights.networksFigure, "second moment of the signal, network by network",
      passes.prefix(Self.drawn).enumerated().map { ("network \($0 + 1)", $1.signals) },
      theory.signals, named: "theory, mean")
  }

  /// The geometric mean over networks, layer by layer.
  private static func typical(_ moments: [[Double]]) -> [Double] {
    (moments.first ?? []).indices.map { layer in geometricMean(moments.map { $0[layer] }) }
  }

  private func figure(
    _ kind: FigureKind, _ title: String, _ measured: [(String, [Double])], _ predicted: [Double],
    named theory: String = "theory"
  ) -> Figure {
    let x = predicted.indices.map(Double.init)
    // Zero has no place on a logarithmic scale.
    func visible(_ values: [Double]) -> [Double] { values.map { $0 > 0 ? $0 : .nan } }
    return Figure(
      kind, .line, title: title, x: Figure.Axis("layer"),
      y: Figure.Axis("second moment", .log),
      series: measured.map { Figure.Series($0, x: x, y: visible($1)) }
        + [Figure.Series(theory, .theory, x: x, y: visible(predicted))])
  }
}
