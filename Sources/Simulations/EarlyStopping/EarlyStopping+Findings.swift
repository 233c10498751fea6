import Experiments

extension EarlyStopping {
  /// What a rule is found to be, by the two parts that its regret is made of.
  ///
  /// - Parameter ofImprovement: the part of what patience loses that is lost because some lower
  ///   losses do not count.
  static func verdict(
    regret: Double, ofPatience: Double, ofImprovement: Double, ofValidation: Double
  ) -> FindingKind {
    guard regret > tolerance else { return stopsWell }
    guard ofPatience > ofValidation else { return seesTooLittle }
    return ofImprovement > 0.5 * ofPatience ? asksTooMuch : stopsTooSoon
  }
}

extension StoppingRuns {
  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    let (turn, step) = (turn, keptStep)
    let eigenvalue = StoppingProblem.eigenvalues[StoppingProblem.middle]
    return [
      (EarlyStopping.regret, regret), (EarlyStopping.regretOfPatience, regretOfPatience),
      (EarlyStopping.regretOfValidation, regretOfValidation), (EarlyStopping.hits, hits),
      (EarlyStopping.keptStep, Double(step)), (EarlyStopping.stepsSpent, stepsSpent),
      (EarlyStopping.evaluations, evaluations), (EarlyStopping.keptRisk, kept),
      (EarlyStopping.hindsightRisk, hindsight), (EarlyStopping.turnStep, Double(turn)),
      (EarlyStopping.turnRisk, meanRisks[turn]),
      (EarlyStopping.predictedTurnRisk, problem.risk(after: turn)),
      (EarlyStopping.lastRisk, last),
      (EarlyStopping.predictedLastRisk, problem.risk(after: horizon)),
      (EarlyStopping.equivalentDecay, equivalentDecay),
      (EarlyStopping.share, shares[step][StoppingProblem.middle]),
      (EarlyStopping.predictedShare, problem.share(eigenvalue, after: step)),
      (EarlyStopping.ridgeShare, eigenvalue / (eigenvalue + equivalentDecay)),
      (EarlyStopping.riskOverRidge, problem.riskOverRidge(upTo: horizon)),
    ]
  }

  var findings: [Finding] { [regretFinding, decayFinding] }

  private var regretFinding: Finding {
    let parts =
      "of a regret of \(Self.text(regret)), \(Self.text(regretOfPatience)) comes of stopping and "
      + "\(Self.text(regretOfValidation)) of what \(validationSize) validation examples cannot see"
    let kind = EarlyStopping.verdict(
      regret: regret, ofPatience: regretOfPatience, ofImprovement: regretOfImprovement,
      ofValidation: regretOfValidation)
    let message =
      switch kind {
      case EarlyStopping.stopsWell:
        "the kept weights lose at most \(Self.text(EarlyStopping.tolerance)) against the best in "
          + "hindsight"
      case EarlyStopping.stopsTooSoon:
        rule.patience == 1
          ? "a single step that is no better ends training too soon"
          : "\(rule.patience) steps in a row that are no better end training too soon"
      case EarlyStopping.asksTooMuch:
        "steps that lower the loss by less than \(NumberText.shortest(rule.smallestImprovement)) "
          + "count for nothing, which ends training too soon"
      default: "the validation set is too small to tell"
      }
    return Finding(kind, predicted: nil, measured: regret, "\(message): \(parts).")
  }

  private var decayFinding: Finding {
    let step = keptStep
    let eigenvalue = StoppingProblem.eigenvalues[StoppingProblem.middle]
    let predicted = problem.share(eigenvalue, after: step)
    let measured = shares[step][StoppingProblem.middle]
    return Finding(
      EarlyStopping.likeDecay, predicted: predicted, measured: measured,
      "the median run keeps step \(step). Of the middle direction it has learned "
        + "\(Self.text(predicted)) by theory, \(Self.text(measured)) measured; a weight decay of "
        + "\(Self.text(equivalentDecay)) would leave "
        + "\(Self.text(eigenvalue / (eigenvalue + equivalentDecay))).")
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }
}
