import Experiments
import Learning

extension DigitTransfer {
  /// What tuning is found to be, by the accuracies of the tuned network and the twin.
  ///
  /// Accuracies are whole hundredths, so their difference is rounded to one.
  static func verdict(target: Double, scratch: Double) -> FindingKind {
    let lead = ((target - scratch) * 100).rounded()
    let bound = (tolerance * 100).rounded()
    return lead > bound ? ahead : lead < -bound ? negativeTransfer : level
  }

  /// Whether the old digits are forgotten.
  static func hasForgotten(source: Double, before: Double) -> Bool {
    ((before - source) * 100).rounded() > (tolerance * 100).rounded()
  }
}

/// The accuracies of a run.
struct DigitReading {
  let target: Double
  let scratch: Double
  let untouched: Double
  let source: Double
  let sourceBefore: Double

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    [
      (DigitTransfer.targetAccuracy, target), (DigitTransfer.scratchAccuracy, scratch),
      (DigitTransfer.untouchedAccuracy, untouched), (DigitTransfer.sourceAccuracy, source),
      (DigitTransfer.sourceBefore, sourceBefore),
    ]
  }

  var findings: [Finding] {
    let kind = DigitTransfer.verdict(target: target, scratch: scratch)
    let how =
      switch kind {
      case DigitTransfer.ahead: "the pretrained weights are ahead"
      case DigitTransfer.negativeTransfer: "negative transfer"
      default: "no great difference"
      }
    var findings = [
      Finding(
        kind, predicted: nil, measured: target,
        "\(how): of the new digits \(Self.text(target)) are read right, \(Self.text(scratch)) from "
          + "scratch, and \(Self.text(untouched)) before tuning.")
    ]
    if DigitTransfer.hasForgotten(source: source, before: sourceBefore) {
      findings.append(
        Finding(
          DigitTransfer.forgets, predicted: nil, measured: source,
          "of the old digits \(Self.text(source)) are read right, \(Self.text(sourceBefore)) before "
            + "tuning."))
    }
    findings.append(
      Finding(
        DigitTransfer.realData, predicted: nil, measured: nil,
        "the digits are from \(RealData.digits.credit).", credits: [RealData.digits.credit]))
    return findings
  }

  private static func text(_ share: Double) -> String { NumberText.percent(share) }
}
