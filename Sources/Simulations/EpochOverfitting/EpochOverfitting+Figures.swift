import Experiments
import Learning
import Numerics

extension EpochTraining {
  /// Both losses up to the chosen epochs, and how they go on in the style of theory.
  var lossesFigure: Figure {
    var series = [
      Self.series("training", .measured, trainingLosses, 1...epochs),
      Self.series("validation", .measured, validationLosses, 1...epochs),
    ]
    if epochs < EpochOverfitting.horizon {
      let beyond = epochs...EpochOverfitting.horizon
      series.append(Self.series("training, beyond", .theory, trainingLosses, beyond))
      series.append(Self.series("validation, beyond", .theory, validationLosses, beyond))
    }
    return Figure(
      EpochOverfitting.lossesFigure, .line, title: "training and validation loss",
      x: Figure.Axis("epoch", .log), y: Figure.Axis("cross-entropy"), series: series,
      markers: markers)
  }

  private var markers: [Figure.Marker] {
    let lowest = Figure.Marker("lowest: epoch \(bestEpoch)", x: Double(bestEpoch))
    guard epochs != bestEpoch else { return [lowest] }
    return [lowest, Figure.Marker("stopped: epoch \(epochs)", x: Double(epochs))]
  }

  private static func series(
    _ name: String, _ role: Figure.Role, _ losses: [Double], _ epochs: ClosedRange<Int>
  ) -> Figure.Series {
    Figure.Series(name, role, x: epochs.map(Double.init), y: Array(losses[epochs]))
  }

  /// The probability of class 1 over a window that holds every training example.
  var boundaryFigure: Figure {
    let width = Self.window(examples, 0)
    let height = Self.window(examples, 1)
    let across = Spacing.values(41, over: width, .linear)
    var points: [Double] = []
    for y in Spacing.values(24, over: height, .linear) {
      for x in across { points += [x, y] }
    }
    return Figure(
      EpochOverfitting.boundaryFigure, .boundary,
      title: "decision boundary after \(NumberText.count(epochs, "epoch"))",
      x: Figure.Axis("x"), y: Figure.Axis("y"),
      series: [classSeries("class 0", 0), classSeries("class 1", 1)],
      field: Figure.Field(
        x: width, y: height, columns: across.count,
        values: network.predictions(for: points).map { Elementary.sigmoid($0) }, levels: [0.5],
        classes: ["class 0", "class 1"]))
  }

  /// From the lowest to the highest value of a column, and a margin of a twentieth.
  private static func window(_ data: Dataset, _ column: Int) -> ClosedRange<Double> {
    let values = stride(from: column, to: data.features.count, by: data.columns).map {
      data.features[$0]
    }
    guard let low = values.min(), let high = values.max() else { return 0...1 }
    let margin = max(0.05 * (high - low), 0.01)
    return (low - margin)...(high + margin)
  }

  private func classSeries(_ name: String, _ target: Double) -> Figure.Series {
    let rows = (0..<examples.rows).filter { examples.targets[$0] == target }
      .sorted { examples.features[2 * $0] < examples.features[2 * $1] }
    return Figure.Series(
      name, x: rows.map { examples.features[2 * $0] },
      y: rows.map { examples.features[2 * $0 + 1] })
  }
}
