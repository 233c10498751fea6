import Experiments

/// The best of many trials by a score that is part quality, part luck.
///
/// The quality of a trial is a standard normal draw. Its score on v validation rows is the quality plus
/// normal luck of variance 20/v. The trial with the best score is chosen. 256 searches are compared
/// with the exact expectation.
package enum PromisedQuality: Simulation {
  package static let name = "promised-quality"
  package static let summary =
    "The best of many trials by a noisy score: what the score promises, and how good the choice is"
  package static let usesChance = true

  // What it takes

  static let trials = Knob<Int>(
    "trials", 1...2000, .log, default: 20, "how many settings are tried")
  static let rows = Knob<Int>(
    "rows", 1...2000, .log, default: 20,
    "how many validation rows score each: luck has a variance of 20/rows, quality of 1")

  package static let knobs: [any AnyKnob] = [trials, rows]

  // What it gives

  static let predictedQuality = Metric(
    "predicted-quality", "what quality is in expectation", .fixed(decimals: 3), isExact: true)
  static let quality = Metric(
    "quality", "true quality of the chosen trial, mean of 256; a random one has 0",
    .fixed(decimals: 3), theory: .expectation(predictedQuality), better: .higher)
  static let predictedPromise = Metric(
    "predicted-promise", "what promise is in expectation", .fixed(decimals: 3), isExact: true)
  static let promise = Metric(
    "promise", "the score by which it was chosen, mean of 256", .fixed(decimals: 3),
    theory: .expectation(predictedPromise))
  static let optimism = Metric(
    "optimism", "predicted-promise minus predicted-quality", .fixed(decimals: 3), better: .lower,
    isExact: true)

  package static let metrics = [quality, predictedQuality, promise, predictedPromise, optimism]

  static let trialsFigure = FigureKind("trials", "promise and quality by the number of trials")

  package static let figures = [trialsFigure]

  // What it finds

  static let mostlyQuality = FindingKind(
    "mostly-quality", "scores vary at least as much by quality as by luck: 20 rows or more")
  static let mostlyLuck = FindingKind(
    "mostly-luck", "scores vary more by luck than by quality: fewer than 20 rows")

  package static let findings = [mostlyQuality, mostlyLuck]

  /// What scores are found to be, by the variance of luck beside a variance of 1 of quality.
  static func verdict(luck: Double) -> FindingKind { luck <= 1 ? mostlyQuality : mostlyLuck }

  private static func balance(luck: Double) -> String {
    luck == 1 ? "half quality, half luck" : luck < 1 ? "mostly quality" : "mostly luck"
  }

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let luck = ScoredTrials.luck(rows: Double(settings[rows]))
    let trials = ScoredTrials(settings[trials], luck: luck, seed: seed)
    var outcome = Outcome()
    outcome[quality] = trials.quality
    outcome[predictedQuality] = trials.predictedQuality
    outcome[promise] = trials.promise
    outcome[predictedPromise] = trials.predictedPromise
    outcome[optimism] = trials.predictedPromise - trials.predictedQuality
    outcome.findings = [
      Finding(
        verdict(luck: luck), predicted: trials.predictedQuality, measured: trials.quality,
        "\(balance(luck: luck)): the best score promises "
          + "\(text(trials.predictedPromise)) in expectation, and its trial has a quality of "
          + "\(text(trials.predictedQuality)), \(text(trials.quality)) measured; luck has a variance "
          + "of \(NumberText.significant(luck)), quality of 1.")
    ]
    outcome.draw { [figure(trials: settings[self.trials], luck: luck, seed: seed)] }
    outcome.cost = trials.cost
    return outcome
  }

  static func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }

  private static func figure(trials: Int, luck: Double, seed: UInt64) -> Figure {
    let dots = [1, 3, 10, 30, 100, 300, 1000]
    let all = dots.map { ScoredTrials($0, luck: luck, seed: seed) }
    let line = Spacing.values(41, over: 1...2000, .log).map { Int($0.rounded()) }
    let theory = line.map { ScoredTrials.expected(of: $0, luck: luck) }
    let (x, lineX) = (dots.map(Double.init), line.map(Double.init))
    return Figure(
      trialsFigure, .scatter, title: "the best of so many scores",
      x: Figure.Axis("trials", .log), y: Figure.Axis("score, quality"),
      series: [
        Figure.Series("promise", x: x, y: all.map(\.promise)),
        Figure.Series("quality", x: x, y: all.map(\.quality)),
        Figure.Series("promise, theory", .theory, x: lineX, y: theory.map(\.promise)),
        Figure.Series("quality, theory", .theory, x: lineX, y: theory.map(\.quality)),
      ], markers: [Figure.Marker("this run", x: Double(trials))])
  }
}
