import Experiments

extension RidgeFits {
  /// Dots that are measured, so that the line of theory can be seen between them.
  private var dots: [Double] { Spacing.values(31, over: Self.decays, .log) }
  private var line: [Double] { Spacing.values(151, over: Self.decays, .log) }
  private var chosen: [Figure.Marker] { [Figure.Marker("this run", x: decay)] }

  var lossFigure: Figure {
    Figure(
      WeightShrinkage.lossFigure, .scatter,
      title: "true loss by weight decay, mean of \(moments.count) fits",
      x: Figure.Axis("weight decay α", .log), y: Figure.Axis("loss beyond the right weights", .log),
      series: [
        Figure.Series("measured", x: dots, y: dots.map { trueLoss(decay: $0) }),
        Figure.Series("theory", .theory, x: line, y: line.map { model.ridgeRisk($0) }),
        Figure.Series(
          "noise's part", .theory, x: line,
          y: line.map { Self.shown(model.ridgeVariance($0), of: best.loss) }),
        Figure.Series(
          "shrinking's part", .theory, x: line,
          y: line.map { Self.shown(model.ridgeBias($0), of: best.loss) }),
      ], markers: chosen)
  }

  var sharesFigure: Figure {
    let curvatures = Spacing.values(121, over: 0.003...10, .log)
    let measured = zip(Self.eigenvalues, shares).sorted { $0 < $1 }
    return Figure(
      WeightShrinkage.sharesFigure, .scatter, title: "share of each weight that is left",
      x: Figure.Axis("curvature λ", .log), y: Figure.Axis("share left"),
      series: [
        Figure.Series("measured", x: measured.map(\.0), y: measured.map(\.1)),
        Figure.Series(
          "theory, λ/(λ + α)", .theory, x: curvatures, y: curvatures.map { $0 / ($0 + decay) }),
      ])
  }

  var traceFigure: Figure {
    let fitted = line.map { weights(0, decay: $0) }
    return Figure(
      WeightShrinkage.traceFigure, .line, title: "five weights of one fit; all should be 0.6",
      x: Figure.Axis("weight decay α", .log), y: Figure.Axis("weight"),
      series: Self.eigenvalues.indices.map { direction in
        Figure.Series(
          "λ = \(NumberText.shortest(Self.eigenvalues[direction]))", x: line,
          y: fitted.map { $0[direction] })
      }, markers: chosen)
  }

  /// A part below a twentieth of the best loss is a gap: it would stretch the axis for nothing.
  private static func shown(_ part: Double, of loss: Double) -> Double {
    part < loss / 20 ? .nan : part
  }
}
