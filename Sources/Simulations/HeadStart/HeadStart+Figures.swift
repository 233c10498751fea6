import Experiments

extension Transfer {
  /// Loss by rows from both starts; theory has a gap near as many rows as features.
  var rowsFigure: Figure {
    let counts = [1, 2, 3, 5, 7, 10, 12, 14, 16, 18, 23, 25, 28, 32, 40, 60, 100]
    let x = counts.map(Double.init)
    let all = InterpolatingFits.all(counts, noise: fits.noise, seed: seed)
    let line = Array(1...100)
    func theory(_ name: String, _ distance: Double) -> Figure.Series {
      Figure.Series(
        name, .theory, x: line.map(Double.init),
        y: line.map {
          TransferTheory(rows: $0, noise: fits.noise).tellingLoss(distance: distance) ?? .nan
        })
    }
    return Figure(
      HeadStart.rowsFigure, .scatter, title: "loss after training to the end, by rows",
      x: Figure.Axis("rows", .log), y: Figure.Axis("squared distance from the right weights", .log),
      series: [
        Figure.Series("pretrained", x: x, y: all.map { $0.loss(distance: distance) }),
        Figure.Series("from zero", x: x, y: all.map { $0.loss(distance: 1) }),
        theory("pretrained, theory", distance), theory("from zero, theory", 1),
        Figure.Series("untouched", .theory, x: [1, 100], y: [untouched, untouched]),
      ],
      markers: [Figure.Marker("this run", x: Double(fits.rows))])
  }

  /// Loss by distance on these rows, and where it crosses that from zero.
  var distanceFigure: Figure {
    let dots = Spacing.values(21, over: 0...2, .linear)
    let scratch = fits.loss(distance: 1)
    var series = [
      Figure.Series("pretrained", x: dots, y: dots.map { fits.loss(distance: $0) }),
      Figure.Series("from zero", x: dots, y: dots.map { _ in scratch }),
    ]
    if theory.tellingLoss(distance: 1) != nil {
      series.append(
        Figure.Series(
          "pretrained, theory", .theory, x: dots, y: dots.map { theory.loss(distance: $0) }))
    }
    series.append(Figure.Series("untouched", .theory, x: dots, y: dots.map { $0 * $0 }))
    return Figure(
      HeadStart.distanceFigure, .scatter,
      title: "loss after training to the end on \(NumberText.count(fits.rows, "row"))",
      x: Figure.Axis("distance of the start"),
      y: Figure.Axis("squared distance from the right weights"), series: series,
      markers: [Figure.Marker("this run", x: distance)])
  }
}
