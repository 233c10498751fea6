import Experiments

/// Which inputs matter at all, by walks that change one input at a time (Morris's screening).
///
/// The outcome is Ishigami's function of three inputs, each on one of four levels evenly over −π … π. A
/// walk starts at a random corner and changes every input once, in random order, by two thirds of its
/// range; the change of the outcome over that of the input is an elementary effect. All effects that there
/// are can be counted, so that their means and spreads are known exactly.
package enum ElementaryEffects: Simulation {
  package static let name = "elementary-effects"
  package static let summary =
    "Screening three inputs by changing one at a time on random walks: mean and spread of the effects"
  package static let usesChance = true

  // What it takes

  static let walks = Knob<Int>(
    "walks", 2...400, .log, default: 10, "how many walks there are, of four evaluations each")

  package static let knobs: [any AnyKnob] = [walks]

  // What it gives

  static let inputs = ["one", "two", "three"]

  static let predictedMean = inputs.map {
    Metric(
      "predicted-mean-\($0)", "what mean-\($0) is in expectation", .fixed(decimals: 3),
      isExact: true)
  }
  static let mean = zip(inputs, predictedMean).map { input, predicted in
    Metric(
      "mean-\(input)", "mean effect of input \(input), signs kept", .fixed(decimals: 3),
      theory: .expectation(predicted))
  }
  static let predictedSize = inputs.map {
    Metric(
      "predicted-size-\($0)", "what size-\($0) is in expectation", .fixed(decimals: 3),
      isExact: true)
  }
  static let size = zip(inputs, predictedSize).map { input, predicted in
    Metric(
      "size-\(input)", "mean size of the effects of input \(input), signs left out",
      .fixed(decimals: 3), theory: .expectation(predicted))
  }
  static let spread = inputs.map {
    Metric("spread-\($0)", "standard deviation of the effects of input \($0)", .fixed(decimals: 3))
  }
  static let predictedSpread = inputs.map {
    Metric(
      "predicted-spread-\($0)", "standard deviation of all effects of input \($0)",
      .fixed(decimals: 3), isExact: true)
  }
  static let evaluations = Metric(
    "evaluations", "how often the function is evaluated: 4 times the walks", .count,
    better: .lower, isExact: true)

  package static let metrics =
    size + mean + spread + predictedSize + predictedMean + predictedSpread + [evaluations]

  static let effectsFigure = FigureKind(
    "effects", "spread of each input's effects against their mean size")

  package static let figures = [effectsFigure]

  // What it finds

  static let ranking = FindingKind(
    "ranking", "always: the mean size of each input's effects", explains: size + mean)
  static let cancels = FindingKind(
    "cancels",
    "the effects of an input have a mean below half of their mean size: signs cancel",
    explains: mean)
  static let interacts = FindingKind(
    "interacts",
    "the effects of an input spread more than their mean size: what it does depends on others or on where",
    explains: spread)

  package static let findings = [ranking, cancels, interacts]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let screening = Screening(walks: settings[walks], seed: seed)
    var outcome = Outcome()
    for (metric, value) in screening.values { outcome[metric] = value }
    outcome.findings = screening.findings
    outcome.draw { [screening.effectsFigure] }
    outcome.cost = Cost(
      multiplyAdds: 40 * 4 * settings[walks] + 40 * 96, bytes: 8 * 3 * (settings[walks] + 32))
    return outcome
  }
}
