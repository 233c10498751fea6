import Experiments

extension HeadStart {
  /// What a start is found to be, by rows and distance.
  static func verdict(rows: Int, distance: Double) -> FindingKind {
    guard rows < features, distance != 1 else { return sameEnd }
    return distance < 1 ? ahead : negativeTransfer
  }

  /// Whether tuning makes the pretrained weights worse.
  static func isBetterUntouched(tuned: Double, untouched: Double) -> Bool { tuned > untouched }
}

/// Pretrained weights at a distance, tuned on sets of rows.
struct Transfer {
  let fits: InterpolatingFits
  let distance: Double
  let seed: UInt64

  var theory: TransferTheory { TransferTheory(rows: fits.rows, noise: fits.noise) }
  var untouched: Double { distance * distance }

  /// Every metric with its value, if it has one.
  var values: [(metric: Metric, value: Double?)] {
    let (tuned, scratch) = (fits.loss(distance: distance), fits.loss(distance: 1))
    return [
      (HeadStart.tunedLoss, tuned),
      (HeadStart.predictedTunedLoss, theory.tellingLoss(distance: distance)),
      (HeadStart.scratchLoss, scratch),
      (HeadStart.predictedScratchLoss, theory.tellingLoss(distance: 1)),
      (HeadStart.lead, scratch - tuned), (HeadStart.predictedLead, theory.lead(distance: distance)),
      (HeadStart.untouchedLoss, untouched),
    ]
  }

  var findings: [Finding] {
    let (tuned, scratch) = (fits.loss(distance: distance), fits.loss(distance: 1))
    let predicted = theory.tellingLoss(distance: distance)
    let numbers =
      "tuned, the pretrained weights lose \(Self.both(predicted, tuned)), those from zero "
      + Self.both(theory.tellingLoss(distance: 1), scratch)
    let kind = HeadStart.verdict(rows: fits.rows, distance: distance)
    let why =
      switch kind {
      case HeadStart.ahead: "the nearer start is ahead"
      case HeadStart.negativeTransfer: "negative transfer: the start is farther off than zero"
      default:
        fits.rows < HeadStart.features
          ? "the start is as far off as zero, and gains nothing"
          : "with as many rows as features, where one starts is forgotten"
      }
    var findings = [
      Finding(kind, predicted: predicted, measured: tuned, "\(why): \(numbers).")
    ]
    let mean = theory.loss(distance: distance)
    if HeadStart.isBetterUntouched(tuned: mean, untouched: untouched) {
      findings.append(
        Finding(
          HeadStart.betterUntouched, predicted: predicted, measured: untouched,
          "left as they are, the pretrained weights lose \(Self.text(untouched)), less than tuned "
            + "ones in expectation."))
    }
    return findings
  }

  private static func both(_ predicted: Double?, _ measured: Double) -> String {
    predicted.map { "\(text($0)) by theory, \(text(measured)) measured" }
      ?? "\(text(measured)) measured"
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }
}
