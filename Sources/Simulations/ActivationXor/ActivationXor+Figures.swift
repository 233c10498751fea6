import Experiments
import Learning

extension XorNetworks {
  /// The best, the median and the worst loss of each epoch; what overflowed is a gap.
  var lossFigure: Figure {
    let ranked = (0...epochs).map(ranked(at:))
    let last = members.count - 1
    func series(_ name: String, _ place: Int) -> Figure.Series {
      // Far above the start there is nothing more to see.
      Figure.Series(
        name, x: epochAxis, y: ranked.map { $0[place] <= 10 ? $0[place] : .nan })
    }
    return Figure(
      ActivationXor.lossFigure, .line, title: "squared error of \(members.count) networks",
      x: Figure.Axis("epoch"), y: Figure.Axis("squared error"),
      series: [series("worst", last), series("median", last / 2), series("best", 0)])
  }

  /// The share of the networks under the mark after each epoch.
  var solvedFigure: Figure {
    Figure(
      ActivationXor.solvedFigure, .line, title: "share of the networks that have solved it",
      x: Figure.Axis("epoch"), y: Figure.Axis("share"),
      series: [
        Figure.Series(
          function.rawValue, x: epochAxis,
          y: (0...epochs).map { epoch in
            let solved = members.count { $0.losses[epoch] < ActivationXor.solvedLoss }
            return Double(solved) / Double(members.count)
          })
      ])
  }

  private var epochAxis: [Double] { (0...epochs).map(Double.init) }

  /// The output of the first network that solved it, or else of the first one.
  var boundaryFigure: Figure {
    let first = members.firstIndex(where: \.isSolved)
    let network = members[first ?? 0].network
    let window = -1.6...1.6
    let across = Spacing.values(41, over: window, .linear)
    let points = Spacing.values(24, over: window, .linear).flatMap { y in
      across.flatMap { [$0, y] }
    }
    // What rounding leaves of a plane that is 0 everywhere is no boundary.
    let values = network.predictions(for: points).map { abs($0) < 1e-9 ? 0 : $0 }
    let title = first == nil ? "network 1, which did not solve it" : "a network that solved it"
    return Figure(
      ActivationXor.boundaryFigure, .boundary, title: title,
      x: Figure.Axis("x"), y: Figure.Axis("y"), series: [corners("−1", -1), corners("+1", 1)],
      field: Figure.Field(
        x: window, y: window, columns: across.count, values: values,
        levels: [0], classes: ["−1", "+1"]))
  }

  private func corners(_ name: String, _ target: Double) -> Figure.Series {
    let data = Self.corners
    let rows = (0..<data.rows).filter { data.targets[$0] == target }
      .sorted { data.features[2 * $0] < data.features[2 * $1] }
    return Figure.Series(
      name, x: rows.map { data.features[2 * $0] }, y: rows.map { data.features[2 * $0 + 1] })
  }
}

extension ActivationXor.Function {
  /// The function and its slope between −5 and 5.
  var figure: Figure {
    let x = (-50...50).map { Double($0) / 10 }
    let values = x.map { activation.evaluate($0) }
    return Figure(
      ActivationXor.functionFigure, .line, title: "\(rawValue) and its slope",
      x: Figure.Axis("weighted sum"), y: Figure.Axis("value"),
      series: [
        Figure.Series("value", x: x, y: values.map(\.value)),
        Figure.Series("slope", x: x, y: values.map(\.slope)),
      ])
  }
}
