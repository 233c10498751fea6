import Experiments

/// Evaluations that are shared among trials.
struct SharedEvaluations {
  let evaluations: Int

  init(_ evaluations: Int) { self.evaluations = evaluations }

  func rows(of trials: Int) -> Double { Double(evaluations) / Double(trials) }

  /// The variance of luck in the score of each trial.
  func luck(of trials: Int) -> Double { ScoredTrials.luck(rows: rows(of: trials)) }

  func expectedQuality(of trials: Int) -> Double {
    ScoredTrials.expected(of: trials, luck: luck(of: trials)).quality
  }

  /// The best number of trials.
  ///
  /// Quality rises up to it and falls from there, so that two in a row tell on which side they are.
  var bestTrials: Int {
    var (low, high) = (1, 2000)
    while low < high {
      let middle = (low + high) / 2
      if expectedQuality(of: middle) < expectedQuality(of: middle + 1) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  func verdict(_ trials: Int) -> FindingKind {
    let best = bestTrials
    let isNear =
      expectedQuality(of: trials) * (1 + TrialBudget.nearness) >= expectedQuality(of: best)
    return isNear
      ? TrialBudget.balanced : trials < best ? TrialBudget.tooFewTrials : TrialBudget.tooFewRows
  }

  /// What was found, in words that never name the best number: an exercise asks for it.
  func finding(_ scored: ScoredTrials) -> Finding {
    let kind = verdict(scored.trials)
    let how =
      switch kind {
      case TrialBudget.tooFewTrials: "too few trials"
      case TrialBudget.tooFewRows: "too few rows"
      default: "balanced"
      }
    return Finding(
      kind, predicted: scored.predictedQuality, measured: scored.quality,
      "\(how): \(NumberText.count(scored.trials, "trial")) on "
        + "\(NumberText.significant(rows(of: scored.trials))) rows each choose a quality of "
        + "\(PromisedQuality.text(scored.predictedQuality)) in expectation, "
        + "\(PromisedQuality.text(scored.quality)) measured, and promise "
        + "\(PromisedQuality.text(scored.predictedPromise)).")
  }

  func figure(markedAt trials: Int, seed: UInt64) -> Figure {
    let dots = [1, 10, 100, 1000]
    let line = Spacing.values(41, over: 1...2000, .log).map { Int($0.rounded()) }
    return Figure(
      TrialBudget.trialsFigure, .scatter, title: "the choice after \(evaluations) evaluations",
      x: Figure.Axis("trials", .log), y: Figure.Axis("quality"),
      series: [
        Figure.Series(
          "measured", x: dots.map(Double.init),
          y: dots.map { ScoredTrials($0, luck: luck(of: $0), seed: seed).quality }),
        Figure.Series(
          "theory", .theory, x: line.map(Double.init), y: line.map(expectedQuality)),
      ], markers: [Figure.Marker("this run", x: Double(trials))])
  }
}
