import Experiments
import Learning
import Numerics

/// The forward and the backward pass through a chain of single units.
struct UnitChain: Sendable {
  let unit: GradientChain.Unit
  let weight: Double

  /// The input, 1, and the value after every layer.
  let signals: [Double]

  /// Weight times slope at every layer, the first layer first.
  let factors: [Double]

  init(_ unit: GradientChain.Unit, weight: Double, depth: Int) {
    var signals = [1.0]
    var factors: [Double] = []
    var signal = 1.0
    for _ in 0..<depth {
      let (value, slope) = unit.activation.evaluate(weight * signal)
      signal = value
      signals.append(value)
      factors.append(weight * slope)
    }
    self.unit = unit
    self.weight = weight
    self.signals = signals
    self.factors = factors
  }

  var depth: Int { factors.count }

  /// The gradient of the output in each layer's input, the first layer's first, and 1 at the end.
  var gradients: [Double] {
    var gradients = [1.0]
    for factor in factors.reversed() { gradients.append(gradients[gradients.count - 1] * factor) }
    return gradients.reversed()
  }

  var gradient: Double { factors.reduce(1, *) }

  var bound: Double { bound(layers: depth) }

  /// What so many layers can at most make of a gradient.
  func bound(layers: Int) -> Double { (unit.largestSlope * weight).raised(to: layers) }

  /// How many layers back a thousandth is left.
  var layersToThousandth: Int? {
    gradients.reversed().dropFirst().firstIndex { $0 <= 1e-3 }
  }

  /// Where the signal settles in the long run; nil if it does not.
  var settled: Double? {
    switch unit {
    case .identity, .relu: return weight < 1 ? 0 : weight == 1 ? 1 : nil
    case .tanh where weight <= 1: return 0
    case .sigmoid, .tanh:
      // Above the one positive crossing the activation lies below the diagonal.
      var (low, high) = (1e-9, 1.0)
      for _ in 0..<80 {
        let middle = 0.5 * (low + high)
        if unit.activation.evaluate(weight * middle).value > middle {
          low = middle
        } else {
          high = middle
        }
      }
      return 0.5 * (low + high)
    }
  }

  /// Weight times slope where the signal settles.
  var predictedFactor: Double {
    switch unit {
    case .identity, .relu: weight
    case .sigmoid: weight * unit.activation.evaluate(weight * (settled ?? 0)).slope
    case .tanh:
      // 1/cosh²: far from 0 nothing is left of 1 − tanh² but rounding.
      weight * Self.slopeOfTanh(weight * (settled ?? 0))
    }
  }

  /// 4e⁻²ˣ/(1 + e⁻²ˣ)², which keeps its digits where it is small; x is at least 0.
  private static func slopeOfTanh(_ x: Double) -> Double {
    let fallen = Elementary.exp(-2 * x)
    return 4 * fallen / ((1 + fallen) * (1 + fallen))
  }
}

extension GradientChain.Unit {
  var activation: Activation {
    switch self {
    case .sigmoid: .sigmoid
    case .tanh: .tanh
    case .relu: .relu
    case .identity: .identity
    }
  }

  var largestSlope: Double { self == .sigmoid ? 0.25 : 1 }
}

extension GradientChain {
  /// What a gradient is found to be, by what of 1 at the output arrives at the first layer.
  static func verdict(gradient: Double) -> FindingKind {
    gradient <= 0.01 ? vanishing : gradient >= 100 ? exploding : keeping
  }
}

// What was found, in words

extension UnitChain {
  var finding: Finding {
    let numbers =
      "×\(NumberText.significant(predictedFactor)) a layer in the long run by theory, "
      + "×\(NumberText.significant(factors.last ?? 1)) measured at the last"
    let arrives =
      "Of 1 at the output \(NumberText.significant(gradient)) arrives at the first layer; the "
      + "bound is \(NumberText.significant(bound))."

    let kind = GradientChain.verdict(gradient: gradient)
    let fate =
      switch kind {
      case GradientChain.vanishing: "vanishes"
      case GradientChain.exploding: "explodes"
      default: "arrives"
      }
    return Finding(
      kind, predicted: predictedFactor, measured: factors.last,
      "the gradient \(fate), \(numbers). \(arrives)")
  }
}
