import Experiments
import Learning

extension DropoutPairs {
  /// What the first network answers along the way, over the wave.
  var fitFigure: Figure {
    let places = Spacing.values(161, over: 0...1, .linear)
    let features = places.map(Self.feature)
    var series = [Figure.Series("wave", .theory, x: places, y: places.map(Self.truth))]
    if let pair = pairs.first {
      series.append(
        Figure.Series("network", x: places, y: pair.with.network.predictions(for: features)))
    }
    return Figure(
      DropoutTraining.fitFigure, .line, title: "what the first network learns",
      x: Figure.Axis("x"), y: Figure.Axis("y"), series: series)
  }

  /// Every network's test loss, in the order of that without dropout.
  var networksFigure: Figure {
    let sorted = pairs.sorted { $0.without.testLoss < $1.without.testLoss }
    let places = sorted.indices.map { Double($0 + 1) }
    return Figure(
      DropoutTraining.networksFigure, .scatter, title: "test loss, network by network",
      x: Figure.Axis("network, from the best without dropout"), y: Figure.Axis("test loss"),
      series: [
        Figure.Series("without", x: places, y: sorted.map(\.without.testLoss)),
        Figure.Series("with dropout", x: places, y: sorted.map(\.with.testLoss)),
      ])
  }
}
