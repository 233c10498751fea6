import Experiments
import Learning

extension DigitTraining {
  var lossesFigure: Figure {
    let epochs = (1...DigitDecay.epochs).map(Double.init)
    func series(_ name: String, _ role: Figure.Role, _ losses: [Double]) -> Figure.Series {
      Figure.Series(name, role, x: epochs, y: losses.dropFirst().map { $0 })
    }
    return Figure(
      DigitDecay.lossesFigure, .line, title: "training and test loss, and those without decay",
      x: Figure.Axis("epoch", .log), y: Figure.Axis("cross-entropy", .log),
      series: [
        series("training", .measured, decayed.trainingLosses),
        series("test", .measured, decayed.testLosses),
        series("training, no decay", .theory, twin.trainingLosses),
        series("test, no decay", .theory, twin.testLosses),
      ])
  }

  /// The sizes of all weights and biases, largest first, of both networks.
  var weightsFigure: Figure {
    func series(_ name: String, _ role: Figure.Role, _ network: Network) -> Figure.Series {
      let sizes = network.parameters.map { abs($0) }.sorted(by: >)
      // Ranks by ratio, so that the few large ones are all there.
      let ranks = Set(
        Spacing.values(150, over: 1...Double(sizes.count), .log).map { Int($0.rounded()) }
      ).sorted()
      return Figure.Series(name, role, x: ranks.map(Double.init), y: ranks.map { sizes[$0 - 1] })
    }
    return Figure(
      DigitDecay.weightsFigure, .line, title: "sizes of the weights, largest first",
      x: Figure.Axis("rank", .log), y: Figure.Axis("size"),
      series: [
        series("with decay", .measured, decayed.network),
        series("without", .theory, twin.network),
      ])
  }
}
