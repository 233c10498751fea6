import Experiments

extension BraninRace {
  /// The median of the best so far, the worst, and what random looks leave.
  func looksFigure(_ trails: [Trail]) -> Figure {
    let counts = trails.map(\.regrets.count).min() ?? 0
    let x = (0..<counts).map { Double($0 + 1) }
    let sorted = (0..<counts).map { place in trails.map { $0.regrets[place] }.sorted() }
    return Figure(
      BraninSearch.looksFigure, .line, title: "best so far, \(method.rawValue)",
      x: Figure.Axis("looks"), y: Figure.Axis("regret", .log),
      series: [
        Figure.Series("median", x: x, y: sorted.map(Self.median)),
        Figure.Series("worst", x: x, y: sorted.map { $0[$0.count - 1] }),
        Figure.Series(
          "random, mean", .theory, x: x,
          y: (0..<counts).map { BraninSurface.randomRegret(after: $0 + 1) }),
      ])
  }

  /// The first search's looks over the surface, in the function's own units.
  func mapFigure(_ trails: [Trail]) -> Figure {
    let points = (trails.first?.points ?? []).map { BraninSurface.place($0[0], $0[1]) }
      .sorted { ($0.x1, $0.x2) < ($1.x1, $1.x2) }
    let (columns, rows) = (41, 21)
    let square = BraninSurface.square
    return Figure(
      BraninSearch.mapFigure, .scatter, title: "where \(method.rawValue) looked",
      x: Figure.Axis("x1", domain: square.x1), y: Figure.Axis("x2", domain: square.x2),
      series: [Figure.Series("looks", x: points.map(\.x1), y: points.map(\.x2))],
      field: Figure.Field(
        "value", x: square.x1, y: square.x2, columns: columns,
        values: (0..<rows).flatMap { row in
          (0..<columns).map { column in
            BraninSurface.value(
              Double(column) / Double(columns - 1), Double(row) / Double(rows - 1))
          }
        }, levels: [3, 10, 30, 100]))
  }
}
