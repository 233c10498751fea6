import Experiments

extension OptimizerRace.Descent {
  /// At most 1001 points of a run, the last included.
  private var shown: [Int] {
    let every = max(1, (steps + 999) / 1000)
    return Array(stride(from: 0, to: steps, by: every)) + [steps]
  }

  var lossFigure: Figure {
    let shown = shown
    let x = shown.map(Double.init)
    var series = [
      Figure.Series("measured", x: x, y: shown.map { Self.visible(losses[$0]) })
    ]
    if let theory {
      let square = theory.growth * theory.growth
      series.append(
        Figure.Series(
          "theory, slope", .theory, x: x, y: shown.map { Self.visible(square.raised(to: $0)) }))
    }
    return Figure(
      OptimizerRace.lossFigure, .line, title: "loss, relative to the start",
      x: Figure.Axis("step"), y: Figure.Axis("relative loss", .log), series: series)
  }

  var pathFigure: Figure {
    contours(
      OptimizerRace.pathFigure,
      "\(steps > Self.drawn ? "first \(Self.drawn) steps" : "path") over the contours of the loss",
      [(runner.rawValue, self)])
  }

  /// All that arrive, each tuned; the run itself where none does.
  func raceFigure(_ tunings: [OptimizerRace.Tuning]) -> Figure {
    let tuned = tunings.compactMap { tuning in
      tuning.descent.map { descent in
        let steps = tuning.runner.text(steps: tuning.best?.steps ?? 0)
        return ("\(tuning.runner.rawValue) \(steps)", descent)
      }
    }
    let count = min(steps, Self.drawn)
    return contours(
      OptimizerRace.raceFigure,
      "each at the best of \(OptimizerRace.rates.count) rates: first \(count) steps, and steps to a millionth",
      tuned.isEmpty ? [(runner.rawValue, self)] : tuned)
  }

  func tuningFigure(_ tuning: OptimizerRace.Tuning) -> Figure {
    let rates = OptimizerRace.rates
    return Figure(
      OptimizerRace.tuningFigure, .line, title: "steps to a millionth against the learning rate",
      x: Figure.Axis("learning rate", .log), y: Figure.Axis("steps", .log),
      series: [
        Figure.Series(
          runner.rawValue, x: rates,
          y: tuning.steps.map { $0.map(Double.init) ?? .nan })
      ],
      markers: [Figure.Marker("this run", x: rate)])
  }

  /// How far a picture of paths reaches to each side.
  private static let bound = 1.6

  /// How many steps of a path are drawn; later ones are too small to see.
  private static let drawn = 60

  private func contours(
    _ kind: FigureKind, _ title: String, _ runs: [(name: String, run: Self)]
  ) -> Figure {
    let paths = runs.map { ($0.name, $0.run.shownPath) }
    let places = runs.flatMap(\.run.inside) + [SIMD2(-0.3, -0.3), SIMD2(0.3, 0.3)]
    let (x, y) = (Self.range(places.map(\.x)), Self.range(places.map(\.y)))
    let (columns, rows) = (41, 24)
    var values: [Double] = []
    for row in 0..<rows {
      let height = Self.point(row, of: rows, in: y)
      for column in 0..<columns {
        values.append(valley.loss(SIMD2(Self.point(column, of: columns, in: x), height)))
      }
    }
    let first = valley.loss(path[0])
    return Figure(
      kind, .contours, title: title, x: Figure.Axis("first parameter"),
      y: Figure.Axis("second parameter"),
      series: paths.map { Figure.Series($0, x: $1.map(\.x), y: $1.map(\.y)) },
      field: Figure.Field(
        "loss", x: x, y: y, columns: columns, values: values,
        levels: [first / 64, first / 16, first / 4, first]))
  }

  /// The path until it leaves the picture, with the step that leaves it.
  private var shownPath: [SIMD2<Double>] {
    let next = path.prefix(Self.drawn + 1).dropFirst(inside.count).prefix(1)
    return inside + next.filter { $0.x.isFinite && $0.y.isFinite }
  }

  /// The path until it leaves the picture.
  private var inside: [SIMD2<Double>] {
    Array(
      path.prefix(Self.drawn + 1).prefix { abs($0.x) <= Self.bound && abs($0.y) <= Self.bound })
  }

  private static func range(_ values: [Double]) -> ClosedRange<Double> {
    let (low, high) = (values.min() ?? -1, values.max() ?? 1)
    let margin = 0.08 * (high - low)
    return (low - margin)...(high + margin)
  }

  private static func point(_ index: Int, of count: Int, in range: ClosedRange<Double>) -> Double {
    let share = Double(index) / Double(count - 1)
    return range.lowerBound + share * (range.upperBound - range.lowerBound)
  }

  /// What overflowed or is too small for any picture is a gap.
  private static func visible(_ value: Double) -> Double {
    (1e-16...1e12).contains(value) ? value : .nan
  }
}
