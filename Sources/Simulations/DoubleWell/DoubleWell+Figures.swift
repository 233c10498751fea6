import Experiments

extension WellChains {
  func shareFigure(_ law: ChainLaw) -> Figure {
    let x = (0...steps).map(Double.init)
    return Figure(
      DoubleWell.shareFigure, .line,
      title: "share of \(DoubleWell.chains) chains in the good valley",
      x: Figure.Axis("step"), y: Figure.Axis("share"),
      series: [
        Figure.Series("measured", x: x, y: shares),
        Figure.Series("theory", .theory, x: x, y: law.shares),
      ])
  }

  /// The loss as a line, and chains as points on it.
  var landscapeFigure: Figure {
    let shown = ends.prefix(64).sorted()
    let low = min(-2, shown.first ?? 0)
    let high = max(2.4, shown.last ?? 0)
    let x = Spacing.values(121, over: low...high, .linear)
    return Figure(
      DoubleWell.landscapeFigure, .scatter,
      title: "where 64 chains are after \(NumberText.count(steps, "step"))",
      x: Figure.Axis("parameter"), y: Figure.Axis("loss"),
      series: [
        Figure.Series("chains", x: shown, y: shown.map(TiltedWells.loss)),
        Figure.Series("loss", .theory, x: x, y: x.map(TiltedWells.loss)),
      ],
      markers: [Figure.Marker("start", x: TiltedWells.poorMinimum)])
  }

  /// The law of a chain by step, over which one chain makes its way.
  ///
  /// Shades are relative to the likeliest place of the same step, 1 the likeliest.
  func densityFigure(_ law: ChainLaw) -> Figure {
    let margin = 3 * walk.reach + 0.2
    let window = (TiltedWells.poorMinimum - margin)...(TiltedWells.goodMinimum + margin)
    let rows = 25
    let height = (window.upperBound - window.lowerBound) / Double(rows - 1)
    let columns = law.snapshots.map { snapshot in
      var sums = [Double](repeating: 0, count: rows)
      for (place, probability) in zip(law.places, snapshot.probabilities) {
        let row = ((place - window.lowerBound) / height).rounded()
        if row >= 0, row < Double(rows) { sums[Int(row)] += probability }
      }
      let most = sums.max() ?? 1
      return most > 0 ? sums.map { $0 / most } : sums
    }
    let x = (0...steps).map(Double.init)
    let first = Double(law.snapshots.first?.step ?? 1)
    return Figure(
      DoubleWell.densityFigure, .heat, title: "where chains are likely to be, and one of them",
      x: Figure.Axis("step"), y: Figure.Axis("parameter"),
      series: [
        Figure.Series("one chain", x: x, y: path.map { window.contains($0) ? $0 : .nan })
      ],
      field: Figure.Field(
        "probability, likeliest = 1", x: first...Double(max(steps, Int(first) + 1)), y: window,
        columns: columns.count,
        values: (0..<rows).flatMap { row in columns.map { $0[row] } }, levels: []))
  }
}
