import Experiments
import Learning
import Numerics

extension ActivationXor.Function {
  /// The engine's activation function.
  var activation: Activation {
    switch self {
    case .identity: .identity
    case .sigmoid: .sigmoid
    case .tanh: .tanh
    case .relu: .relu
    case .gelu: .gelu
    case .leakyReLU: .leakyReLU
    }
  }

  /// Whether a larger sum never makes it smaller.
  var isMonotone: Bool { self != .gelu }

  /// The largest slope by formula.
  ///
  /// GELU's slope Φ(x) + xφ(x) is largest where its derivative (2 − x²)φ(x) vanishes, at √2.
  var largestSlope: Double {
    switch self {
    case .sigmoid: 0.25
    case .identity, .tanh, .relu, .leakyReLU: 1
    case .gelu:
      Elementary.normalDistribution(Elementary.squareRoot(2))
        + Elementary.squareRoot(2) * Elementary.exp(-1) * 0.3989422804014327
    }
  }

  /// The largest slope on a grid of hundredths, then on finer ones around the steepest place so far.
  var measuredLargestSlope: Double {
    var (place, steepest) = (0.0, activation.evaluate(0).slope)
    for (reach, parts) in [(800, 100.0), (100, 1e4), (100, 1e6)] {
      let middle = place
      for step in -reach...reach {
        let x = middle + Double(step) / parts
        let slope = activation.evaluate(x).slope
        if slope > steepest { (place, steepest) = (x, slope) }
      }
    }
    return steepest
  }

  /// The squared error that no network with so many hidden units of this kind gets below.
  ///
  /// Without a bend the network is a plane, and the best plane is 0 everywhere. One unit sees the
  /// corners along a line, (−1, −1) and (1, 1) at its ends or (−1, 1) and (1, −1). Where it never
  /// falls, the best it can do is one end at its target and a third for the other three. The leak
  /// a of a rectifier makes that 1 − (1 − a)²/(4(1 + a²) − (1 − a)²). GELU falls before it rises, so
  /// it can give both ends one value and the middle another. Two units are enough for all others.
  func lowestLoss(units: Int) -> Double {
    if self == .identity { return 1 }
    guard units == 1 else { return 0 }
    switch self {
    case .gelu: return 0
    case .leakyReLU:
      let share = 0.99 * 0.99
      return 1 - share / (4 * (1 + 0.01 * 0.01) - share)
    default: return 2.0 / 3
    }
  }
}
