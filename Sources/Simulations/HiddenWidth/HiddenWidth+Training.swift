import Experiments
import Learning
import Numerics
import Tuning

extension HiddenWidth {
  /// Whether a network of this training accuracy counts as a solver.
  static func isSolver(accuracy: Double) -> Bool { accuracy >= solved }

  /// What a width is found to be, by the share of networks that are solvers.
  static func verdict(hiddenUnits: Int, solvers: Double) -> FindingKind {
    if hiddenUnits < 3 { return cannotEnclose }
    return solvers >= 0.9 ? reliable : unreliable
  }
}

/// All networks of one width, trained.
struct WidthTraining {
  /// One network with its points and how it does on them.
  struct Trial {
    let examples: Dataset
    let network: Network
    let accuracy: Double
    let testAccuracy: Double
  }

  let hiddenUnits: Int

  /// From the lowest training accuracy to the highest.
  let trials: [Trial]
  let cost: Cost

  init(hiddenUnits: Int, epochs: Int, learningRate: Double, noise: Double, seed: UInt64) {
    var cost = Cost()
    var trials: [Trial] = []
    for number in 0..<HiddenWidth.networks {
      func circles(_ count: Int, _ name: String) -> Dataset {
        var stream = RandomStream(seed: seed, name, number)
        return .circles(count: count, noise: noise, from: &stream)
      }
      let examples = circles(HiddenWidth.trainingSize, "training-data")
      let test = circles(HiddenWidth.testSize, "test-data")
      var weights = RandomStream(seed: seed, "weights", number)
      var network = Network(
        widths: [2, hiddenUnits, 1], hidden: .tanh, initialization: .glorotNormal, from: &weights)
      let history = Trainer(
        loss: .binaryCrossEntropy, optimizer: Adam(), rate: learningRate, epochs: epochs
      ).train(&network, on: examples, seed: seed)
      trials.append(
        Trial(
          examples: examples, network: network, accuracy: network.accuracy(on: examples),
          testAccuracy: network.accuracy(on: test)))
      cost.gradientEvaluations += history.cost.gradientEvaluations
      cost.updates += history.cost.updates
      cost.multiplyAdds +=
        history.cost.multiplyAdds
        + (examples.rows + test.rows) * TrainingCost.forward(network.layers)
      cost.bytes = history.cost.bytes + 24 * (examples.rows + test.rows)
    }
    self.hiddenUnits = hiddenUnits
    self.trials = trials.sorted { $0.accuracy < $1.accuracy }
    self.cost = cost
  }

  /// The upper one of the two networks in the middle.
  var middle: Trial { trials[trials.count / 2] }

  var solverCount: Int { trials.count { HiddenWidth.isSolver(accuracy: $0.accuracy) } }

  /// The share of networks that get there.
  var solvers: Double { Double(solverCount) / Double(trials.count) }

  var testAccuracy: Double { trials.map(\.testAccuracy).sorted()[trials.count / 2] }

  /// What one straight cut a unit does without noise, if it touches the inner circle.
  ///
  /// A cut that touches the inner circle leaves all of it on one side, and takes off the third of
  /// the outer one that lies beyond: half of the points are right already, so each of the first
  /// three cuts adds a sixth.
  var cutAccuracy: Double { 0.5 + Double(min(hiddenUnits, 3)) / 6 }

  var finding: Finding {
    let got =
      "\(solverCount) of \(trials.count) networks give 95 % of their points the right class; the "
      + "median gives \(Self.percent(middle.accuracy)), the worst "
      + Self.percent(trials[0].accuracy)
    let units = NumberText.count(hiddenUnits, "hidden unit")
    let kind = HiddenWidth.verdict(hiddenUnits: hiddenUnits, solvers: solvers)
    if kind == HiddenWidth.cannotEnclose {
      return Finding(
        kind, predicted: 0, measured: solvers,
        "With \(units) no boundary can be closed, so by theory none gets around the inner circle: "
          + "measured, \(got).")
    }
    return Finding(
      kind, predicted: nil, measured: solvers,
      "With \(units) a boundary can be closed, if training finds it and the noise leaves a gap: "
        + "\(got).")
  }

  private static func percent(_ share: Double) -> String {
    "\(NumberText.fixed(100 * share, decimals: 1)) %"
  }
}
