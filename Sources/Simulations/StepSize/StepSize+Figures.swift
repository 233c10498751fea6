import Experiments

extension StepSize.Descent {
  /// The pictures of a run, in the order in which the simulation lists them.
  var figures: [Figure] {
    [lossFigure, pathFigure, coordinatesFigure]
  }

  private var lossFigure: Figure {
    Figure(
      StepSize.lossFigure, .line, title: "loss, relative to the start", x: Figure.Axis("step"),
      y: Figure.Axis("relative loss", .log),
      series: [
        overSteps("measured", .measured) { losses[$0] },
        overSteps("theory", .theory) { theory.relativeLoss(after: $0) },
      ])
  }

  private var coordinatesFigure: Figure {
    Figure(
      StepSize.coordinatesFigure, .line, title: "size of each coordinate",
      x: Figure.Axis("step"), y: Figure.Axis("size", .log),
      series: [
        overSteps("shallow", .measured) { abs(path[$0].x) },
        overSteps("steep", .measured) { abs(path[$0].y) },
        overSteps("shallow, theory", .theory) { abs(theory.shallowFactor).raised(to: $0) },
        overSteps("steep, theory", .theory) { abs(theory.steepFactor).raised(to: $0) },
      ])
  }

  /// Values by step; what overflowed is a gap, and what underflowed is 0.
  private func overSteps(_ name: String, _ role: Figure.Role, _ value: (Int) -> Double)
    -> Figure.Series
  {
    let y = (0...steps).map { step -> Double in
      let value = value(step)
      guard value.isFinite else { return .nan }
      return value < .leastNormalMagnitude ? 0 : value
    }
    return Figure.Series(name, role, x: (0...steps).map(Double.init), y: y)
  }

  /// How far a path is followed in the steep direction by the picture's height.
  private static let bound = 3.0

  private var pathFigure: Figure {
    let heights = path.map(\.y).prefix { abs($0) <= Self.bound }
    let low = min(heights.min() ?? 0, -0.25)
    let high = max(heights.max() ?? 1, 1)
    let margin = 0.1 * (high - low)
    let width = -0.25...1.25
    let height = (low - margin)...(high + margin)
    let drawn = path(within: height)
    let columns = 41
    let rows = 24
    var values: [Double] = []
    for row in 0..<rows {
      let y = Self.point(row, of: rows, in: height)
      for column in 0..<columns {
        let x = Self.point(column, of: columns, in: width)
        values.append(Self.loss(SIMD2(x, y), theory.curvature))
      }
    }
    return Figure(
      StepSize.pathFigure, .contours, title: "path over the contours of the loss",
      x: Figure.Axis("shallow direction"), y: Figure.Axis("steep direction"),
      series: [Figure.Series("path", x: drawn.map(\.x), y: drawn.map(\.y))],
      field: Figure.Field(
        "loss", x: width, y: height, columns: columns, values: values, levels: contourLevels))
  }

  /// The path until it leaves a picture of such a height, with the step that leaves it.
  private func path(within height: ClosedRange<Double>) -> [SIMD2<Double>] {
    guard let out = path.firstIndex(where: { !height.contains($0.y) }) else { return path }
    return Array(path[...out].filter { $0.x.isFinite && $0.y.isFinite })
  }

  /// Losses that the path passes, apart enough to be told apart, filled up to three.
  private var contourLevels: [Double] {
    let first = Self.loss(SIMD2(1, 1), theory.curvature)
    var levels = [first]
    for loss in losses.prefix(100).map({ $0 * first }) + [first / 4, first / 16] {
      guard levels.count < 5, loss >= first / 1000, loss <= first * 100 else { continue }
      if levels.allSatisfy({ loss > 3 * $0 || loss < $0 / 3 }) { levels.append(loss) }
    }
    return levels.sorted()
  }

  private static func point(_ index: Int, of count: Int, in range: ClosedRange<Double>) -> Double {
    let share = Double(index) / Double(count - 1)
    return range.lowerBound + share * (range.upperBound - range.lowerBound)
  }
}
