import Experiments
import Learning

extension RunResult {
  var figures: [Figure] { [lossesFigure, accuracyFigure] + (boundaryFigure.map { [$0] } ?? []) }

  private var epochAxis: [Double] { (0...plan.epochs).map(Double.init) }

  /// Both losses by epoch; what is far above knowing nothing is out of the picture.
  private var lossesFigure: Figure {
    func shown(_ losses: [Double]) -> [Double] {
      losses.map { $0 <= 4 * blindLoss ? $0 : .nan }
    }
    return Figure(
      TrainingRun.lossesFigure, .line, title: "training and validation loss",
      x: Figure.Axis("epoch"), y: Figure.Axis("cross-entropy"),
      series: [
        Figure.Series("training", x: epochAxis, y: shown(trainingLosses)),
        Figure.Series("validation", x: epochAxis, y: shown(validationLosses)),
        Figure.Series(
          "knowing nothing", .theory, x: [0, Double(plan.epochs)], y: [blindLoss, blindLoss]),
      ],
      markers: [Figure.Marker("lowest: epoch \(bestEpoch)", x: Double(bestEpoch))])
  }

  private var accuracyFigure: Figure {
    let accuracies = accuracies
    return Figure(
      TrainingRun.accuracyFigure, .line, title: "training and validation accuracy",
      x: Figure.Axis("epoch"), y: Figure.Axis("share called right"),
      series: [
        Figure.Series("training", x: epochAxis, y: accuracies.map(\.training)),
        Figure.Series("validation", x: epochAxis, y: accuracies.map(\.validation)),
      ])
  }

  /// Where the second class is the likeliest, over the first two features.
  ///
  /// The others are at their means. Nil where two features say too little.
  private var boundaryFigure: Figure? {
    guard plan.data != .digits else { return nil }
    let columns = data.training.columns
    func values(_ column: Int) -> [Double] {
      stride(from: column, to: data.training.features.count, by: columns).map {
        data.training.features[$0]
      }
    }
    let (x, y) = (Self.window(values(0)), Self.window(values(1)))
    let across = Spacing.values(41, over: x, .linear)
    let rest = Array(repeating: 0.0, count: columns - 2)
    let points: [Double] = Spacing.values(24, over: y, .linear).flatMap { up in
      across.flatMap { [$0, up] + rest }
    }
    let scores = network.predictions(for: points)
    let leads = stride(from: 0, to: scores.count, by: data.classes).map { first in
      let others = [scores[first]] + scores[(first + 2)..<(first + data.classes)]
      let lead = scores[first + 1] - (others.max() ?? 0)
      return lead.isFinite ? lead : 0
    }
    let names = plan.data.real?.classes ?? (0..<data.classes).map { "class \($0)" }
    return Figure(
      TrainingRun.boundaryFigure, .boundary, title: "where \(names[1]) is the likeliest",
      x: Figure.Axis(plan.data.real == nil ? "x" : "bill length, mm"),
      y: Figure.Axis(plan.data.real == nil ? "y" : "bill depth, mm"),
      series: names.enumerated().compactMap { series($1, $0) },
      field: Figure.Field(
        x: raw(x, 0), y: raw(y, 1), columns: across.count, values: leads, levels: [0],
        classes: [names.count == 2 ? names[0] : "another class", names[1]]))
  }

  /// The training rows of a class in their own units; nil where there is none.
  private func series(_ name: String, _ label: Int) -> Figure.Series? {
    let columns = data.training.columns
    let features = data.training.features
    let rows = data.labels.training.indices.filter { data.labels.training[$0] == label }
      .sorted { features[columns * $0] < features[columns * $1] }
    guard !rows.isEmpty else { return nil }
    return Figure.Series(
      name, x: rows.map { raw(features[columns * $0], 0) },
      y: rows.map { raw(features[columns * $0 + 1], 1) })
  }

  private func raw(_ value: Double, _ column: Int) -> Double {
    data.scale.means[column] + value * data.scale.deviations[column]
  }

  private func raw(_ range: ClosedRange<Double>, _ column: Int) -> ClosedRange<Double> {
    raw(range.lowerBound, column)...raw(range.upperBound, column)
  }

  /// From the lowest to the highest value, and a margin of a twentieth.
  private static func window(_ values: [Double]) -> ClosedRange<Double> {
    guard let low = values.min(), let high = values.max() else { return -1...1 }
    let margin = max(0.05 * (high - low), 0.01)
    return (low - margin)...(high + margin)
  }
}
