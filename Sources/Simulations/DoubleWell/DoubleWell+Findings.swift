import Experiments

extension WellChains {
  /// What became of the chains.
  func finding(_ law: ChainLaw) -> Finding {
    let predicted = law.shares[steps]
    let measured = shares[steps]
    let longRun = walk.longRunShare
    let numbers =
      "\(Self.text(predicted)) of the chains are in the good valley by theory, "
      + "\(Self.text(measured)) measured"
    let barrier = "the barrier is \(NumberText.significant(walk.barrierOverNoise)) times the noise"

    func finding(_ kind: FindingKind, _ message: String) -> Finding {
      Finding(kind, predicted: predicted, measured: measured, message)
    }
    if predicted >= 0.9 {
      return finding(
        DoubleWell.settled, "after \(NumberText.count(steps, "step")) \(numbers): \(barrier).")
    }
    if predicted < 0.1 {
      return finding(
        DoubleWell.stuck,
        "after \(NumberText.count(steps, "step")) \(numbers): \(barrier), and most chains never "
          + "left the poor valley.")
    }
    if predicted >= 0.9 * longRun {
      return finding(
        DoubleWell.wandering,
        "after \(NumberText.count(steps, "step")) \(numbers): \(barrier), so chains leave the good "
          + "valley too. Endless training would end near \(Self.text(longRun)).")
    }
    return finding(
      DoubleWell.onTheWay,
      "after \(NumberText.count(steps, "step")) \(numbers): \(barrier), and more steps would bring "
        + "more of them over.")
  }

  private static func text(_ share: Double) -> String { NumberText.percent(share) }
}
