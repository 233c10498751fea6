import Learning
import Numerics

/// The widths of a network that folds a line, and the weights that do it.
struct FoldedShape: Sendable {
  /// Units of each hidden layer, the wider ones first; they differ by one at most.
  let widths: [Int]

  /// - Parameter units: at least one a layer; a layer that would have none has one.
  init(depth: Int, units: Int) {
    let depth = max(1, depth)
    widths = (0..<depth).map { max(1, units / depth + ($0 < units % depth ? 1 : 0)) }
  }

  /// The shapes of as many units at every depth that can be chosen.
  static func all(units: Int) -> [FoldedShape] {
    (FoldedLine.depth.domain.bounds ?? 1...1).wholeNumbers.map { .init(depth: $0, units: units) }
  }

  var depth: Int { widths.count }
  var units: Int { widths.reduce(0, +) }

  /// Every layer of w units folds each piece into w.
  var predictedPieces: Int { widths.reduce(1, *) }

  /// The network of these widths whose every layer folds the interval from 0 to 1.
  var network: Network { network(through: depth) }

  /// The function after the first layers.
  func network(through layers: Int) -> Network {
    let widths = Array(widths.prefix(max(1, layers)))
    var stream = RandomStream(seed: 0, "none")
    var network = Network(
      widths: [1] + widths + [1], hidden: .relu, initialization: .zeros, from: &stream)
    var parameters: [Double] = []
    var sum = [1.0]
    for width in widths {
      for _ in 0..<width { parameters += sum }
      for unit in 0..<width { parameters.append(-Double(unit) / Double(width)) }
      sum = Self.zigzag(width)
    }
    network.parameters = parameters + sum + [0]
    return network
  }

  /// The weights that make a zigzag between 0 and 1 of units that bend at multiples of 1/w.
  ///
  /// The first rises with slope w, and every further one turns the slope round.
  static func zigzag(_ width: Int) -> [Double] {
    (0..<width).map { unit in
      let slope = Double(width)
      return unit == 0 ? slope : unit.isMultiple(of: 2) ? 2 * slope : -2 * slope
    }
  }

  /// The pieces of networks of this shape with PyTorch's default initial weights and biases.
  func meanRandomPieces(seed: UInt64) -> Double {
    var stream = RandomStream(seed: seed, "initial weights", depth)
    let sum = (0..<FoldedLine.randomNetworks).reduce(0) { sum, _ in
      let network = Network(
        widths: [1] + widths + [1], hidden: .relu, initialization: .fanIn, from: &stream)
      return sum + LinearPieces(of: network, over: FoldedLine.randomRange).count
    }
    return Double(sum) / Double(FoldedLine.randomNetworks)
  }
}

extension ClosedRange<Double> {
  /// The whole numbers from the lower bound to the upper one, both rounded.
  fileprivate var wholeNumbers: ClosedRange<Int> {
    Int(lowerBound.rounded())...Int(upperBound.rounded())
  }
}
