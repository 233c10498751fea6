import Experiments
import Learning

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

extension InitialRun {
  /// How many networks are drawn one by one.
  private static let drawn = 5

  var signalFigure: Figure {
    figure(
      InitialWeights.signalFigure, "second moment of the signal, typical network",
      [("measured", Self.typical(passes.map(\.signals)))], theory.typicalSignals)
  }

  var gradientFigure: Figure {
    figure(
      InitialWeights.gradientFigure, "second moment of the gradient, typical network",
      [("measured", Self.typical(passes.map(\.gradients)))], theory.typicalGradients)
  }

  var networksFigure: Figure {
    figure(
      InitialWeights.networksFigure, "second moment of the signal, network by network",
      passes.prefix(Self.drawn).enumerated().map { ("network \($0 + 1)", $1.signals) },
      theory.signals, named: "theory, mean")
  }

  /// The geometric mean over networks, layer by layer.
  private static func typical(_ moments: [[Double]]) -> [Double] {
    (moments.first ?? []).indices.map { layer in geometricMean(moments.map { $0[layer] }) }
  }

  private func figure(
    _ kind: FigureKind, _ title: String, _ measured: [(String, [Double])], _ predicted: [Double],
    named theory: String = "theory"
  ) -> Figure {
    let x = predicted.indices.map(Double.init)
    // Zero has no place on a logarithmic scale.
    func visible(_ values: [Double]) -> [Double] { values.map { $0 > 0 ? $0 : .nan } }
    return Figure(
      kind, .line, title: title, x: Figure.Axis("layer"),
      y: Figure.Axis("second moment", .log),
      series: measured.map { Figure.Series($0, x: x, y: visible($1)) }
        + [Figure.Series(theory, .theory, x: x, y: visible(predicted))])
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

    func finding(_ kind: FindingKind) -> Finding {
      Finding(kind, predicted: theory.typicalSignal, measured: signal, "\(law) \(sizes)")
    }
    if min(signal, gradient) < 0.1 { return finding(InitialWeights.vanishing) }
    if max(signal, gradient) > 10 { return finding(InitialWeights.exploding) }
    return finding(InitialWeights.steady)
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }
}
