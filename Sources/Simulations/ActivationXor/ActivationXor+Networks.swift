import Experiments
import Learning
import Numerics

/// The networks of a run, and what is read off them.
///
/// Initial weights are all that comes from chance. Number k has the same ones whatever the rate,
/// the epochs and the activation are.
struct XorNetworks {
  /// A network after its last epoch, and its losses after 0, 1, 2 … epochs.
  struct Member {
    let network: Network
    let losses: [Double]

    /// The learning rate of every step.
    let rate: Double

    var loss: Double { losses[losses.count - 1] }
    var isSolved: Bool { loss < ActivationXor.solvedLoss }

    /// The first epoch under the mark.
    var firstSolved: Int? { losses.firstIndex { $0 < ActivationXor.solvedLoss } }

    /// The losses before and in the last tenth of the epochs.
    private var late: ArraySlice<Double> { losses[((losses.count - 1) * 9 / 10)...] }

    /// Whether the loss rose in one of the last tenth of the epochs, by more than rounding does.
    var isThrown: Bool { zip(late, late.dropFirst()).contains { $1 > $0 * (1 + 1e-9) } }

    /// Whether the last tenth of the epochs still brought the loss down.
    ///
    /// A low rate brings it down little in whatever time, so the fall is taken for every unit of rate
    /// times epochs; a ten-millionth of the loss is next to no slope.
    var isFalling: Bool {
      guard !isThrown, let before = late.first else { return false }
      return before - loss > 1e-7 * rate * Double(late.count - 1) * before
    }
  }

  static let corners: Dataset = {
    var stream = RandomStream(seed: 0, "corners")
    return .xor(count: 4, noise: 0, from: &stream)
  }()

  let function: ActivationXor.Function
  let units: Int
  let epochs: Int
  let members: [Member]
  let cost: Cost

  init(
    _ function: ActivationXor.Function, units: Int, rate: Double, epochs: Int, seed: UInt64
  ) {
    self.function = function
    self.units = units
    self.epochs = epochs
    let trainer = Trainer(
      loss: .squaredError, optimizer: GradientDescent(), rate: rate, epochs: epochs)
    var members: [Member] = []
    var cost = Cost()
    for number in 0..<ActivationXor.networks {
      var stream = RandomStream(seed: seed, "weights", number)
      var network = Network(
        widths: [2, units, 1], hidden: function.activation, initialization: .fanIn, from: &stream)
      let history = trainer.train(&network, on: Self.corners, seed: seed)
      members.append(Member(network: network, losses: history.trainingLoss, rate: rate))
      cost.gradientEvaluations += history.cost.gradientEvaluations
      cost.updates += history.cost.updates
      cost.multiplyAdds += history.cost.multiplyAdds
      cost.bytes += history.cost.bytes + 8 * history.trainingLoss.count
    }
    self.members = members
    self.cost = cost
  }

  var solvedCount: Int { members.count(where: \.isSolved) }
  var lowestLoss: Double? { ranked.first.flatMap { $0.isFinite ? $0 : nil } }

  /// The median of the losses at the end; nil where it overflowed.
  var medianLoss: Double? {
    let (low, high) = (ranked[ranked.count / 2 - 1], ranked[ranked.count / 2])
    let median = (low + high) / 2
    return median.isFinite ? median : nil
  }

  /// Losses at the end, the lowest first; whatever is not a number counts as infinite.
  private var ranked: [Double] { ranked(at: epochs) }

  func ranked(at epoch: Int) -> [Double] {
    members.map { $0.losses[epoch].isNaN ? .infinity : $0.losses[epoch] }.sorted()
  }

  /// The median over the networks that end solved of the first epoch under the mark.
  var epochsToSolve: Double? {
    let epochs = members.filter(\.isSolved).compactMap(\.firstSolved).sorted()
    guard !epochs.isEmpty else { return nil }
    return Double(epochs[(epochs.count - 1) / 2] + epochs[epochs.count / 2]) / 2
  }

  /// Which slopes of a network are flat: unit after unit, at each of the four corners.
  func flatSlopes(_ network: Network) -> [[Bool]] {
    let (layer, corners) = (network.layers[0], Self.corners)
    return (0..<units).map { unit in
      (0..<corners.rows).map { row in
        let sum = (0..<2).reduce(network.parameters[layer.biases + unit]) {
          $0 + network.parameters[layer.weights + 2 * unit + $1]
            * corners.features[2 * row + $1]
        }
        return ActivationXor.isFlat(
          function.activation.evaluate(sum).slope, largest: function.largestSlope)
      }
    }
  }

  /// The share of all units and corners whose slope is flat.
  var flatShare: Double {
    let flat = members.flatMap { flatSlopes($0.network).flatMap { $0 } }
    return Double(flat.count { $0 }) / Double(flat.count)
  }

  /// The share of all units that are flat at every corner.
  var deadShare: Double {
    let units = members.flatMap { flatSlopes($0.network) }
    return Double(units.count { !$0.contains(false) }) / Double(units.count)
  }
}
