import Experiments
import Learning
import Numerics

extension LocationDescent {
  /// The mean loss by location; its lowest is drawn as 0 and its highest as 1.
  ///
  /// Losses have different units, so only the shape and the place of the bottom can be compared.
  var lossFigure: Figure {
    let locations = Spacing.values(201, over: 0...(1.05 * (data.targets.max() ?? 1)), .linear)
    var stream = RandomStream(seed: 0, "weights")
    var network = Network(
      widths: [1, 1], hidden: .identity, initialization: .zeros, from: &stream)
    let losses = locations.map { location in
      network.parameters = [0, location]
      return network.loss(loss, on: data)
    }
    let lowest = losses.min() ?? 0
    let height = (losses.max() ?? 0) - lowest
    return Figure(
      LossTarget.lossFigure, .line, title: "mean loss, from its lowest to its highest",
      x: Figure.Axis("number tried"), y: Figure.Axis("loss, 0 … 1"),
      series: [
        Figure.Series(
          "\(rule.rawValue)", x: locations,
          y: losses.map { height > 0 ? ($0 - lowest) / height : 0 })
      ],
      markers: [Figure.Marker("ends at \(NumberText.significant(estimate))", x: estimate)])
  }

  /// The slope of one number's loss, turned so that up is a pull upwards.
  var pullFigure: Figure {
    let distances = Spacing.values(201, over: -5...5, .linear)
    return Figure(
      LossTarget.pullFigure, .line, title: "pull of one number on the answer",
      x: Figure.Axis("how far the number is above the answer"), y: Figure.Axis("pull"),
      series: [
        Figure.Series(
          rule.rawValue, x: distances,
          y: distances.map { -loss.evaluate(prediction: 0, target: $0).gradient })
      ])
  }

  /// The answer by step, over the one that theory names.
  var descentFigure: Figure {
    let steps = path.indices.dropFirst().map(Double.init)
    var series = [Figure.Series("measured", x: steps, y: Array(path.dropFirst()))]
    if let location = target.location {
      series.append(
        Figure.Series("theory", .theory, x: steps, y: steps.map { _ in location }))
    }
    return Figure(
      LossTarget.descentFigure, .line, title: "the answer, step by step",
      x: Figure.Axis("step", .log), y: Figure.Axis("answer"), series: series)
  }
}
