import Experiments
import Learning

extension DecisionThreshold {
  /// What a threshold is found to be, by the rows it calls and its F1 over the best.
  static func verdict(called: Int, f1Share: Double, threshold: Double, best: Double)
    -> FindingKind
  {
    guard called > 0 else { return nothingCalled }
    if f1Share >= nearness { return nearBest }
    return threshold < best ? tooEager : tooStrict
  }

  /// Whether calling rows is no better than calling none.
  static func isNoBetterThanNever(accuracy: Double, neverAccuracy: Double) -> Bool {
    accuracy <= neverAccuracy
  }
}

extension Decision {
  /// What was found, in words that never name the best threshold: an exercise asks for it.
  var findings: [Finding] {
    var findings = [thresholdFinding]
    if DecisionThreshold.isNoBetterThanNever(accuracy: accuracy, neverAccuracy: neverAccuracy) {
      findings.append(neverFinding)
    }
    findings.append(rankingFinding)
    if theory == nil { findings.append(dataFinding) }
    return findings
  }

  private var thresholdFinding: Finding {
    let predicted = theory?.f1(threshold)
    func finding(_ kind: FindingKind, _ message: String) -> Finding {
      Finding(kind, predicted: predicted, measured: f1, message)
    }
    let numbers = "F1 is \(both(predicted, f1))"
    let bestText = "the best of all thresholds \(both(predictedBest?.f1, best.f1))"
    let kind = DecisionThreshold.verdict(
      called: called, f1Share: f1Share, threshold: threshold, best: best.threshold)
    if kind == DecisionThreshold.nothingCalled {
      return finding(
        kind,
        "no row is called positive, so precision is 0/0 and undefined. \(numbers), "
          + "\(bestText).")
    }
    if kind == DecisionThreshold.nearBest { return finding(kind, "\(numbers), \(bestText).") }
    let wrong = NumberText.count(called - confusion[truth: 1, predicted: 1], "false alarm")
    let missed = "\(positives - confusion[truth: 1, predicted: 1]) of \(positives)"
    return kind == DecisionThreshold.tooEager
      ? finding(
        kind,
        "too eager: among \(called) rows called positive are \(wrong). \(numbers), \(bestText), "
          + "which is higher up.")
      : finding(
        kind,
        "too strict: \(missed) positive rows are missed. \(numbers), \(bestText), which is lower "
          + "down.")
  }

  private var neverFinding: Finding {
    let predicted = theory?.accuracy(threshold)
    return Finding(
      DecisionThreshold.noBetterThanNever, predicted: predicted, measured: accuracy,
      "accuracy is \(both(predicted, accuracy)); calling no row positive has "
        + "\(text(neverAccuracy)) and finds nothing.")
  }

  private var rankingFinding: Finding {
    let auc = scored.rocAUC.value
    return Finding(
      DecisionThreshold.ranking, predicted: theory?.auc, measured: auc,
      "a positive row scores higher than a negative one with probability "
        + "\(both(theory?.auc, auc)), whatever the threshold.")
  }

  private var dataFinding: Finding {
    Finding(
      DecisionThreshold.realData, predicted: nil, measured: Double(rows),
      "\(rows) penguins the model was not trained on, \(positives) of them chinstraps. Data: "
        + "\(RealData.penguins.credit).", credits: [RealData.penguins.credit])
  }

  private func both(_ predicted: Double?, _ measured: Double) -> String {
    predicted.map { "\(text($0)) by theory, \(text(measured)) measured" }
      ?? "\(text(measured)) measured"
  }

  private func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }
}
