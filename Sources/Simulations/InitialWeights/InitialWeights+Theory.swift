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

/// What the second moments are, layer by layer, when every layer is wide.
///
/// A weighted sum of many inputs with second moment q is normal with variance v = nσ²q. Then the
/// signal becomes E[φ(√v z)²] and the gradient is multiplied by nσ² E[φ′(√v z)²]. Source: He et al.
/// 2015, section 2.2; Schoenholz et al. 2017, section 2.
struct SignalTheory: Sendable {
  /// Second moments of the signal: 1, and after every layer.
  let signals: [Double]

  /// Second moments of the gradient before every layer, and 1 at the end.
  let gradients: [Double]

  /// The logarithm of what is lost from mean to typical value a layer, by narrowness.
  ///
  /// A layer of normal weights multiplies the squared length of any signal by σ² times a chi-squared
  /// number, of n degrees for the identity, and for ReLU of as many as there are units that are on,
  /// half of them by chance. The mean of its logarithm is ψ(k/2) + ln 2. That no unit is on is left
  /// out. Saturating units correct themselves, and theirs is left out too: 0, as in wide layers.
  let narrowing: Double

  init(_ law: WeightLaw, _ unit: InitialWeights.Unit, depth: Int) {
    var signals = [1.0]
    var factors: [Double] = []
    for _ in 0..<depth {
      let variance = law.gain * signals[signals.count - 1]
      let (moment, slope) = Self.moments(unit, variance)
      signals.append(moment)
      factors.append(law.gain * slope)
    }
    var gradients = [1.0]
    for factor in factors.reversed() { gradients.append(gradients[gradients.count - 1] * factor) }
    self.signals = signals
    self.gradients = gradients.reversed()
    narrowing =
      switch unit {
      case .relu: Self.logarithm(ofHalf: law.width)
      case .identity: Elementary.log(Double(law.width)) - Self.meanLogarithm(law.width)
      case .tanh, .sigmoid: 0
      }
  }

  /// What a ReLU layer of so many units loses, the mean over how many of them are on.
  private static func logarithm(ofHalf width: Int) -> Double {
    // Shares of the binomial distribution, the next from the one before, from 2⁻ⁿ on.
    var share = Elementary.exp(-Double(width) * Elementary.log(2))
    var (sum, total) = (0.0, 0.0)
    for count in 1...width {
      share *= Double(width - count + 1) / Double(count)
      sum += share * meanLogarithm(count)
      total += share
    }
    return Elementary.log(Double(width) / 2) - sum / total
  }

  /// E ln χ² with so many degrees of freedom: ψ(k/2) + ln 2, by ψ(x + 1) = ψ(x) + 1/x.
  static func meanLogarithm(_ degrees: Int) -> Double {
    let euler = 0.577_215_664_901_532_86
    let isOdd = degrees % 2 == 1
    var value = isOdd ? -euler - Elementary.log(2) : Elementary.log(2) - euler
    for step in stride(from: isOdd ? 1 : 2, to: degrees, by: 2) { value += 2 / Double(step) }
    return value
  }

  /// The geometric means of the signal over networks, layer by layer.
  var typicalSignals: [Double] {
    signals.enumerated().map { $1 * Elementary.exp(-Double($0) * narrowing) }
  }

  /// The geometric means of the gradient over networks, layer by layer.
  var typicalGradients: [Double] {
    gradients.enumerated().map { layer, moment in
      moment * Elementary.exp(-Double(gradients.count - 1 - layer) * narrowing)
    }
  }

  var typicalSignal: Double { typicalSignals[signals.count - 1] }
  var typicalGradient: Double { typicalGradients[0] }

  /// E[φ(√v z)²] and E[φ′(√v z)²] for a standard normal z.
  static func moments(_ unit: InitialWeights.Unit, _ variance: Double) -> (
    value: Double, slope: Double
  ) {
    switch unit {
    case .relu: return (variance / 2, 0.5)
    case .identity: return (variance, 1)
    case .tanh, .sigmoid:
      let deviation = Elementary.squareRoot(variance)
      var (value, slope) = (0.0, 0.0)
      for (place, weight) in normal {
        let (y, rise) = unit.activation.evaluate(deviation * place)
        value += weight * y * y
        slope += weight * rise * rise
      }
      return (value, slope)
    }
  }

  /// Places from −8 to 8 with their share of the normal distribution; the shares add up to 1.
  private static let normal: [(place: Double, weight: Double)] = {
    let places = (-256...256).map { Double($0) / 32 }
    let densities = places.map { Elementary.exp(-0.5 * $0 * $0) }
    let sum = densities.reduce(0, +)
    return zip(places, densities).map { ($0, $1 / sum) }
  }()
}
