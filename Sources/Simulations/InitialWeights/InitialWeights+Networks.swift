import Experiments
import Learning
import Numerics

/// What eight networks of one law have done, and what they should do.
struct InitialRun: Sendable {
  let law: WeightLaw
  let unit: InitialWeights.Unit
  let passes: [LayerPass]
  let theory: SignalTheory

  var signal: Double { Self.geometricMean(passes.map(\.signalRatio)) }
  var gradient: Double { Self.geometricMean(passes.map(\.gradientRatio)) }
  var mean: Double { passes.reduce(0) { $0 + $1.signalRatio } / Double(passes.count) }

  /// The largest signal ratio over the smallest; nil where a network let nothing through.
  var spread: Double? {
    let ratios = passes.map(\.signalRatio)
    guard let low = ratios.min(), let high = ratios.max(), low > 0 else { return nil }
    return high / low
  }

  /// 0 as soon as one of the numbers is 0.
  static func geometricMean(_ values: [Double]) -> Double {
    guard values.allSatisfy({ $0 > 0 }) else { return 0 }
    let logarithms = values.reduce(0) { $0 + Elementary.log($1) }
    return Elementary.exp(logarithms / Double(values.count))
  }
}

extension InitialWeights {
  /// What a law is found to be, by the ratios of the signal's and the gradient's second moments.
  static func verdict(signal: Double, gradient: Double) -> FindingKind {
    if min(signal, gradient) < 0.1 { return vanishing }
    return max(signal, gradient) > 10 ? exploding : steady
  }
}

// What was found, in words

extension InitialRun {
  var finding: Finding {
    let sizes =
      "the signal's second moment becomes \(Self.text(theory.typicalSignal)) of what it was by "
      + "theory, \(Self.text(signal)) measured; the gradient's, on its way back, "
      + "\(Self.text(theory.typicalGradient)) by theory, \(Self.text(gradient)) measured."
    let law =
      "\(law.scheme.rawValue), σ = \(Self.text(law.deviation)), in "
      + "\(NumberText.count(theory.signals.count - 1, "layer")) of \(law.width):"

    return Finding(
      InitialWeights.verdict(signal: signal, gradient: gradient),
      predicted: theory.typicalSignal, measured: signal, "\(law) \(sizes)")
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }
}

/// One network's way forward and back: second moments layer by layer.
struct LayerPass: Sendable {
  /// Second moments of the input, 1, and of the outputs of every layer.
  let signals: [Double]

  /// Second moments of the gradient in the input and in the outputs of every layer; the last is 1.
  let gradients: [Double]

  init(
    _ law: WeightLaw, _ unit: InitialWeights.Unit, depth: Int, seed: UInt64, network index: Int
  ) {
    var weights = RandomStream(seed: seed, "initial weights", index)
    let network = Network(
      widths: Array(repeating: law.width, count: depth + 1), hidden: unit.activation,
      initialization: law.initialization, from: &weights)
    var data = RandomStream(seed: seed, "data", index)
    var signal = Self.normalized(law.width, from: &data)
    var signals = [Self.moment(signal)]
    var slopes: [[Double]] = []
    for layer in network.layers {
      let outputs = Self.forward(layer, network.parameters, signal).map {
        unit.activation.evaluate($0)
      }
      signal = outputs.map(\.value)
      slopes.append(outputs.map(\.slope))
      signals.append(Self.moment(signal))
    }
    var gradient = Self.normalized(law.width, from: &data)
    var gradients = [Self.moment(gradient)]
    for (layer, slopes) in zip(network.layers, slopes).reversed() {
      gradient = Self.backward(
        layer, network.parameters, zip(gradient, slopes).map { $0 * $1 })
      gradients.append(Self.moment(gradient))
    }
    self.signals = signals
    self.gradients = gradients.reversed()
  }

  /// Second moment of the signal at the end over that at the start.
  var signalRatio: Double { (signals.last ?? 1) / signals[0] }

  /// Second moment of the gradient at the start over that at the end.
  var gradientRatio: Double { gradients[0] / (gradients.last ?? 1) }

  static func moment(_ values: [Double]) -> Double {
    values.reduce(0) { $0 + $1 * $1 } / Double(values.count)
  }

  /// Normal draws, scaled to a second moment of 1.
  private static func normalized(_ count: Int, from stream: inout RandomStream) -> [Double] {
    let values = stream.normals(count)
    let size = Elementary.squareRoot(moment(values))
    return values.map { $0 / size }
  }

  /// The weighted sums of a layer.
  private static func forward(_ layer: Layer, _ parameters: [Double], _ inputs: [Double])
    -> [Double]
  {
    parameters.withUnsafeBufferPointer { parameters in
      (0..<layer.outputs).map { unit in
        let row = layer.weights + unit * layer.inputs
        var lanes = SIMD4<Double>.zero
        let whole = layer.inputs & ~3
        for index in stride(from: 0, to: whole, by: 4) {
          let (w, x) = (row + index, index)
          let weights = SIMD4(
            parameters[w], parameters[w + 1], parameters[w + 2], parameters[w + 3])
          lanes += weights * SIMD4(inputs[x], inputs[x + 1], inputs[x + 2], inputs[x + 3])
        }
        let halves = lanes.lowHalf + lanes.highHalf
        var sum = halves[0] + halves[1]
        for index in whole..<layer.inputs { sum += parameters[row + index] * inputs[index] }
        return sum
      }
    }
  }

  /// The gradient in a layer's inputs from that in its weighted sums.
  private static func backward(_ layer: Layer, _ parameters: [Double], _ deltas: [Double])
    -> [Double]
  {
    var gradient = [Double](repeating: 0, count: layer.inputs)
    for (unit, delta) in deltas.enumerated() where delta != 0 {
      let row = layer.weights + unit * layer.inputs
      for index in 0..<layer.inputs { gradient[index] += parameters[row + index] * delta }
    }
    return gradient
  }
}
