import Experiments

extension Budget {
  /// Batch sizes over the knob's range: powers of two, as far as there are rows.
  private var batchSizes: [Int] {
    let powers = (0...10).map { 1 << $0 }.filter { $0 < rows }
    return powers + [rows]
  }

  private var mark: [Figure.Marker] {
    [Figure.Marker("batch \(batchSize)", x: Double(batchSize))]
  }

  /// What a batch adds to what the parameters take anyway.
  var memoryFigure: Figure {
    let x = batchSizes.map(Double.init)
    let numbers = Double(shape.parameters * precision.bytes)
    var series = [
      Figure.Series(
        "all", x: x, y: batchSizes.map { Double(stateBytes + activationBytes($0)) }),
      Figure.Series(
        "activations", .theory, x: x, y: batchSizes.map { Double(activationBytes($0)) }),
      Figure.Series(
        "parameters and gradients", .theory, x: x, y: x.map { _ in 2 * numbers }),
    ]
    if numbersEach > 2 {
      series.append(
        Figure.Series(
          "optimizer's state", .theory, x: x, y: x.map { _ in Double(numbersEach - 2) * numbers }))
    }
    return Figure(
      TrainingBudget.memoryFigure, .line, title: "memory of training",
      x: Figure.Axis("batch size", .log), y: Figure.Axis("bytes", .log), series: series,
      markers: mark)
  }

  /// Time by the model, and the updates it is spent on.
  var timeFigure: Figure {
    let x = batchSizes.map(Double.init)
    return Figure(
      TrainingBudget.timeFigure, .line,
      title: "modelled time, \(NumberText.count(parallelism, "sample")) at once",
      x: Figure.Axis("batch size", .log), y: Figure.Axis("time of one sample = 1", .log),
      series: [
        Figure.Series("modelled time", x: x, y: batchSizes.map(time)),
        Figure.Series(
          "updates", .theory, x: x, y: batchSizes.map { Double(epochs * updatesAnEpoch($0)) }),
      ],
      markers: mark)
  }
}

extension CountedWidths {
  /// Counted points and the rule of thumb: three multiply-adds a parameter.
  func figure(_ budget: Budget) -> Figure {
    let x = Self.widths.map(Double.init)
    return Figure(
      TrainingBudget.arithmeticFigure, .line, title: "arithmetic of one sample in training",
      x: Figure.Axis("width", .log), y: Figure.Axis("multiply-adds", .log),
      series: [
        Figure.Series("counted", x: x, y: multiplyAdds),
        Figure.Series(
          "3 a parameter", .theory, x: x,
          y: Self.widths.map { 3 * Double(budget.shape.widened(to: $0).parameters) }),
      ],
      markers: [
        Figure.Marker("width \(budget.shape.widths[1])", x: Double(budget.shape.widths[1]))
      ])
  }
}
