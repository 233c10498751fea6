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

  /// The first search's looks over the surface.
  func mapFigure(_ trails: [Trail]) -> Figure {
    let points = (trails.first?.points ?? []).sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    let (columns, rows) = (41, 21)
    return Figure(
      BraninSearch.mapFigure, .scatter,
      title: "where \(method.rawValue) looked", x: Figure.Axis("x", domain: 0...1),
      y: Figure.Axis("y", domain: 0...1),
      series: [Figure.Series("looks", x: points.map { $0[0] }, y: points.map { $0[1] })],
      field: Figure.Field(
        x: 0...1, y: 0...1, columns: columns,
        values: (0..<rows).flatMap { row in
          (0..<columns).map { column in
            BraninSurface.value(
              Double(column) / Double(columns - 1), Double(row) / Double(rows - 1))
          }
        }, levels: [3, 10, 30, 100]))
  }
}
