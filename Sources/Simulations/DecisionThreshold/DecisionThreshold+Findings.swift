import Experiments
import Learning

extension Decision {
  /// What was found, in words that never name the best threshold: an exercise asks for it.
  var findings: [Finding] {
    var findings = [thresholdFinding]
    if accuracy <= neverAccuracy { findings.append(neverFinding) }
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
    guard called > 0 else {
      return finding(
        DecisionThreshold.nothingCalled,
        "no row is called positive, so precision is 0/0 and undefined. \(numbers), "
          + "\(bestText).")
    }
    if f1Share >= DecisionThreshold.nearness {
      return finding(DecisionThreshold.nearBest, "\(numbers), \(bestText).")
    }
    let wrong = NumberText.count(called - confusion[truth: 1, predicted: 1], "false alarm")
    let missed = "\(positives - confusion[truth: 1, predicted: 1]) of \(positives)"
    return threshold < best.threshold
      ? finding(
        DecisionThreshold.tooEager,
        "too eager: among \(called) rows called positive are \(wrong). \(numbers), \(bestText), "
          + "which is higher up.")
      : finding(
        DecisionThreshold.tooStrict,
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
        + "\(PenguinScores.credit).")
  }

  private func both(_ predicted: Double?, _ measured: Double) -> String {
    predicted.map { "\(text($0)) by theory, \(text(measured)) measured" }
      ?? "\(text(measured)) measured"
  }

  private func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }
}
