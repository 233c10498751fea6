import Experiments
import Learning
import Numerics

/// A small network trained for a while, to see whether its hidden units come to differ.
///
/// Two moons of 30 and 10 points, 8 hidden units, 100 steps of gradient descent on all points. The
/// moons differ in size because with equal classes 0 is a place where every gradient is 0.
struct SymmetryTraining: Sendable {
  static let hiddenUnits = 8
  static let steps = 100

  let before: Network
  let after: Network
  let cost: Cost

  init(_ law: WeightLaw, _ unit: InitialWeights.Unit, seed: UInt64) {
    var data = RandomStream(seed: seed, "moons")
    let all = Dataset.twoMoons(count: 60, noise: 0.2, from: &data)
    let small = (0..<all.rows).filter { all.targets[$0] == 0 }.prefix(10)
    let large = (0..<all.rows).filter { all.targets[$0] != 0 }
    let moons = all.selecting(small + large)
    var weights = RandomStream(seed: seed, "small network")
    var network = Network(
      widths: [2, Self.hiddenUnits, 1], hidden: unit.activation,
      initialization: law.initialization, from: &weights)
    before = network
    let trainer = Trainer(
      loss: .binaryCrossEntropy, optimizer: GradientDescent(), rate: 0.5, epochs: Self.steps)
    let history = trainer.train(&network, on: moons, seed: seed)
    after = network
    cost = Cost(
      gradientEvaluations: history.cost.gradientEvaluations, updates: history.cost.updates,
      multiplyAdds: history.cost.multiplyAdds, bytes: history.cost.bytes)
  }

  /// The numbers of every hidden unit: two weights in, the bias, the weight out.
  private static func units(_ network: Network) -> [[Double]] {
    let (hidden, output) = (network.layers[0], network.layers[1])
    return (0..<hidden.outputs).map { unit in
      (0..<hidden.inputs).map { network.parameters[hidden.weights + unit * hidden.inputs + $0] }
        + [
          network.parameters[hidden.biases + unit], network.parameters[output.weights + unit],
        ]
    }
  }

  var distinctUnits: Int { Set(Self.units(after)).count }

  var findings: [Finding] {
    guard distinctUnits == 1 else { return [] }
    return [
      Finding(
        InitialWeights.symmetric, predicted: 1, measured: 1,
        "Units that begin equal get equal gradients: 1 different unit by theory, 1 of "
          + "\(Self.hiddenUnits) measured after \(Self.steps) steps.")
    ]
  }

  var figure: Figure {
    Figure(
      InitialWeights.unitsFigure, .scatter, title: "incoming weights of 8 hidden units",
      x: Figure.Axis("weight from the first input"),
      y: Figure.Axis("weight from the second input"),
      series: [Self.points("before", before), Self.points("after 100 steps", after)])
  }

  private static func points(_ name: String, _ network: Network) -> Figure.Series {
    let points = units(network).map { (x: $0[0], y: $0[1]) }
      .filter { $0.x.isFinite }.sorted { $0.x < $1.x }
    return Figure.Series(name, x: points.map(\.x), y: points.map(\.y))
  }
}
