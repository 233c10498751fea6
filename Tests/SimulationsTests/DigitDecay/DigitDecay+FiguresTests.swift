import Experiments
import Learning
import Numerics
import Testing

@testable import Simulations

enum DigitDecayTies: FigureTies {
  static let simulation: any Simulation.Type = DigitDecay.self
  static let settings = [["alpha": "0.03", "hidden-units": "4"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (training, test) = DigitDecay.digits(run)
    let alpha = try run.number("alpha")
    /// Both losses and the sizes of the weights after so many epochs, largest first.
    func trained(_ decay: Double, _ epochs: Int) throws -> (Double, Double, [Double]) {
      var stream = RandomStream(seed: run.seed, "weights")
      var network = Network(
        widths: [64, try run.count("hidden-units"), 10], hidden: .tanh,
        initialization: .glorotNormal, from: &stream)
      let trainer = Trainer(
        loss: .softmaxCrossEntropy, optimizer: Penalized(Momentum(0.9), .squares(decay)),
        rate: 0.1, epochs: epochs)
      _ = trainer.train(&network, on: training, seed: run.seed)
      return (
        network.loss(.softmaxCrossEntropy, on: training),
        network.loss(.softmaxCrossEntropy, on: test), network.parameters.map(abs).sorted(by: >)
      )
    }
    let (decayed, plain) = (try trained(alpha, 200), try trained(0, 200))
    let (halfDecayed, halfPlain) = (try trained(alpha, 100), try trained(0, 100))
    TiedRun.expect(decayed.0, try run.metric("training-loss"), 1e-9, "training loss")
    TiedRun.expect(decayed.1, try run.metric("test-loss"), 1e-9, "test loss")
    TiedRun.expect(plain.1, try run.metric("undecayed-test-loss"), 1e-9, "the twin's test loss")
    func curve(_ series: String, _ role: Figure.Role, _ half: Double, _ end: Double) -> FigureTie {
      run.tie("losses", series, role) { drawn in
        #expect(drawn.x == (1...200).map(Double.init))
        TiedRun.expect(drawn.y[99], half, 1e-9, "\(series) at 100")
        TiedRun.expect(drawn.y[199], end, 1e-9, "\(series) at the end")
      }
    }
    func sizes(_ series: String, _ role: Figure.Role, _ sizes: [Double]) -> FigureTie {
      run.values("weights", series, role) { sizes[Int($0) - 1] }
    }
    return [
      run.frame("losses", .line, "epoch", .log, "cross-entropy", .log),
      curve("training", .measured, halfDecayed.0, decayed.0),
      curve("test", .measured, halfDecayed.1, decayed.1),
      curve("training, no decay", .theory, halfPlain.0, plain.0),
      curve("test, no decay", .theory, halfPlain.1, plain.1),
      run.frame("weights", .line, "rank", .log, "size"),
      sizes("with decay", .measured, decayed.2), sizes("without", .theory, plain.2),
    ]
  }
}

extension DigitDecay {
  fileprivate static func digits(_ run: TiedRun) -> (training: Dataset, test: Dataset) {
    DigitTraining.digits(
      run.settings[trainingSize], wrongLabels: run.settings[wrongLabels], seed: run.seed)
  }
}
