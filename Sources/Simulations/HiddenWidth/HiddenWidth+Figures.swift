import Experiments
import Learning
import Numerics

extension WidthTraining {
  /// What the network in the middle makes of the plane.
  var boundaryFigure: Figure {
    let examples = middle.examples
    let reach = 1.05 * examples.features.reduce(1) { max($0, abs($1)) }
    let window = -reach...reach
    let across = Spacing.values(41, over: window, .linear)
    let points = Spacing.values(24, over: window, .linear).flatMap { y in
      across.flatMap { [$0, y] }
    }
    return Figure(
      HiddenWidth.boundaryFigure, .boundary,
      title: "boundary of the median network, \(NumberText.count(hiddenUnits, "hidden unit"))",
      x: Figure.Axis("x"), y: Figure.Axis("y"),
      series: [classSeries("class 0", 0), classSeries("class 1", 1)],
      field: Figure.Field(
        x: window, y: window, columns: across.count,
        values: middle.network.predictions(for: points).map { Elementary.sigmoid($0) },
        levels: [0.5], classes: ["class 0", "class 1"]))
  }

  private func classSeries(_ name: String, _ target: Double) -> Figure.Series {
    let examples = middle.examples
    let rows = (0..<examples.rows).filter { examples.targets[$0] == target }
      .sorted { examples.features[2 * $0] < examples.features[2 * $1] }
    return Figure.Series(
      name, x: rows.map { examples.features[2 * $0] },
      y: rows.map { examples.features[2 * $0 + 1] })
  }

  /// Every network's accuracy, and the line from which on it counts as a solver.
  var accuracyFigure: Figure {
    let places = trials.indices.map { Double($0 + 1) }
    return Figure(
      HiddenWidth.accuracyFigure, .scatter, title: "training accuracy, network by network",
      x: Figure.Axis("network, from the worst"), y: Figure.Axis("training accuracy"),
      series: [
        Figure.Series("accuracy", x: places, y: trials.map(\.accuracy)),
        Figure.Series(
          "counts as solved", .theory, x: places, y: places.map { _ in HiddenWidth.solved }),
      ])
  }
}
