import Learning
import Numerics

/// The law of the weights of a layer with as many inputs as outputs.
struct WeightLaw: Sendable {
  let scheme: InitialWeights.Scheme
  let width: Int
  let deviation: Double

  /// - Parameter deviation: that of the scheme normal; the others know their own.
  init(_ scheme: InitialWeights.Scheme, deviation: Double, width: Int) {
    self.scheme = scheme
    self.width = width
    self.deviation =
      switch scheme {
      case .zeros: 0
      case .normal: deviation
      case .he: Elementary.squareRoot(2 / Double(width))
      case .glorot, .lecun: Elementary.squareRoot(1 / Double(width))
      }
  }

  /// The law as networks of any shape take it.
  var initialization: Initialization {
    switch scheme {
    case .zeros: .zeros
    case .normal: .normal(deviation: deviation)
    case .glorot: .glorotUniform
    case .he: .heNormal
    case .lecun: .leCunNormal
    }
  }

  /// What a layer of identity units multiplies the second moment by: nσ².
  var gain: Double { Double(width) * deviation * deviation }
}

extension InitialWeights.Unit {
  var activation: Activation {
    switch self {
    case .relu: .relu
    case .tanh: .tanh
    case .sigmoid: .sigmoid
    case .identity: .identity
    }
  }
}
