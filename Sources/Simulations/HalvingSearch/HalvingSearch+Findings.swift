import Experiments
import Numerics

extension HalvingSearch {
  /// What halving is found to do, by its loss beside that of whole trainings in expectation.
  static func verdict(loss: Double, whole: Double) -> FindingKind {
    loss < whole - nearness ? gains : loss > whole + nearness ? misjudges : noGain
  }
}

extension HalvingSearches {
  var findings: [Finding] {
    let kind = HalvingSearch.verdict(loss: loss, whole: predictedWholeLoss)
    let how =
      switch kind {
      case HalvingSearch.gains: "halving gains"
      case HalvingSearch.misjudges: "halving misjudges"
      default: "halving gains nothing"
      }
    func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }
    let wholes = NumberText.count(Self.wholes(plan), "whole training")
    var findings = [
      Finding(
        kind, predicted: predictedWholeLoss, measured: loss,
        "\(how): its choice ends with \(text(loss)) on average, and the best-looking of \(wholes), as "
          + "many as its epochs pay for, with \(text(predictedWholeLoss)) in expectation.")
    ]
    let first = plan.looks[0].epochs
    if plan.looks[0].arms > 1, curve.shown(after: first) < 0 {
      let root = Elementary.squareRoot(first)
      findings.append(
        Finding(
          HalvingSearch.reversed, predicted: root, measured: curve.slowStart,
          "at the first look ranks are reversed: the slow start, "
            + "\(NumberText.significant(curve.slowStart)), is above the root of the epochs, "
            + "\(NumberText.significant(root))."))
    }
    return findings
  }
}
