import Experiments

/// What came of tuning some of the knobs.
struct KnobResult {
  let search: KnobSearch
  let trials: Int

  /// How many knobs are tuned.
  let tuned: Int

  /// The mean lowest loss by number of tuned knobs, from 1 on, and what it is by theory.
  let losses: [Double]
  let predicted: [Double]

  init(_ search: KnobSearch, trials: Int, tuned: Int) {
    self.search = search
    self.trials = trials
    self.tuned = tuned
    losses = Self.whole(search.losses(upTo: trials)[trials - 1], search.weights)
    predicted = Self.whole(
      LossLaw.all(search.weights).map { $0.expectedLowest(of: trials) }, search.weights)
  }

  /// Losses of the tuned knobs, with those of the untuned ones added.
  static func whole(_ losses: [Double], _ weights: [Double]) -> [Double] {
    losses.indices.map { losses[$0] + KnobSearch.untuned(weights.dropFirst($0 + 1)) }
  }

  private var tunedWeights: ArraySlice<Double> { search.weights.prefix(tuned) }
  private var gridValues: Int { KnobSearch.gridValues(trials, knobs: tuned) }

  private var gridLoss: Double {
    KnobSearch.grid(tunedWeights, values: gridValues)
      + KnobSearch.untuned(search.weights.dropFirst(tuned))
  }

  private var loss: Double { losses[tuned - 1] }
  private var predictedLoss: Double { predicted[tuned - 1] }
  private var untunedLoss: Double { KnobSearch.untuned(search.weights) }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    [
      (TunedKnobs.loss, loss), (TunedKnobs.predictedLoss, predictedLoss),
      (TunedKnobs.untunedLoss, untunedLoss), (TunedKnobs.gridLoss, gridLoss),
      (TunedKnobs.gridValues, Double(gridValues)),
      (TunedKnobs.gain, (untunedLoss - loss) / KnobSearch.untuned(tunedWeights)),
      (TunedKnobs.tried, Double(trials)),
    ]
  }

  /// What tuning a number of knobs is found to be, by the losses of all numbers.
  static func verdict(_ losses: [Double], tuned: Int) -> FindingKind {
    let least = losses.min() ?? 0
    guard least < losses[tuned - 1] * (1 - TunedKnobs.nearness) else {
      return TunedKnobs.balanced
    }
    return (losses.firstIndex(of: least) ?? 0) < tuned ? TunedKnobs.tooMany : TunedKnobs.tooFew
  }

  /// What was found, in words that never name the best number: an exercise asks for it.
  var findings: [Finding] {
    let kind = Self.verdict(predicted, tuned: tuned)
    let words =
      switch kind {
      case TunedKnobs.tooMany: "too many knobs for so few trials"
      case TunedKnobs.tooFew: "too few knobs for so many trials"
      default: "balanced"
      }
    var findings = [
      Finding(
        kind, predicted: predictedLoss, measured: loss,
        "\(words): \(NumberText.count(trials, "trial")) over \(NumberText.count(tuned, "knob")) "
          + "\(trials == 1 ? "ends" : "end") at a loss of \(Self.text(loss)), about "
          + "\(Self.text(predictedLoss)) by theory.")
    ]
    if predictedLoss > untunedLoss {
      findings.append(
        Finding(
          TunedKnobs.harmful, predicted: predictedLoss, measured: loss,
          "a search that ends at about \(Self.text(predictedLoss)) is worse than none: with every "
            + "knob in the middle the loss is \(Self.text(untunedLoss)) in expectation."))
    }
    return findings
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }
}

// Figures

extension KnobResult {
  var knobsFigure: Figure {
    let x = search.weights.indices.map { Double($0 + 1) }
    let grid = search.weights.indices.map { index in
      KnobSearch.grid(
        search.weights.prefix(index + 1),
        values: KnobSearch.gridValues(trials, knobs: index + 1))
    }
    return Figure(
      TunedKnobs.knobsFigure, .scatter,
      title: "loss of \(NumberText.count(trials, "trial")) by knobs tuned",
      x: Figure.Axis("knobs"), y: Figure.Axis("loss"),
      series: [
        Figure.Series("random", x: x, y: losses),
        Figure.Series("random, theory", .theory, x: x, y: predicted),
        Figure.Series("grid", .theory, x: x, y: Self.whole(grid, search.weights)),
        Figure.Series("nothing tuned", .theory, x: x, y: x.map { _ in untunedLoss }),
      ], markers: [Figure.Marker("this run", x: Double(tuned))])
  }

  var trialsFigure: Figure {
    let places = Array(1...60)
    let measured = search.losses(upTo: 60).map { Self.whole($0, search.weights)[tuned - 1] }
    let left = KnobSearch.untuned(search.weights.dropFirst(tuned))
    let law = LossLaw.all(search.weights)[tuned - 1]
    let x = places.map(Double.init)
    return Figure(
      TunedKnobs.trialsFigure, .scatter,
      title: "loss with \(NumberText.count(tuned, "knob")) tuned",
      x: Figure.Axis("trials"), y: Figure.Axis("loss", .log),
      series: [
        Figure.Series("random", x: x, y: measured),
        Figure.Series(
          "random, theory", .theory, x: x, y: places.map { law.expectedLowest(of: $0) + left }),
        Figure.Series("nothing tuned", .theory, x: x, y: x.map { _ in untunedLoss }),
      ], markers: [Figure.Marker("this run", x: Double(trials))])
  }
}
