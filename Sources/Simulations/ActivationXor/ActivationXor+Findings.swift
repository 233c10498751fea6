import Experiments

extension XorCrowd {
  /// What became of the networks, and the slope they had to work with.
  var findings: [Finding] { [outcomeFinding, slopeFinding] }

  private var outcomeFinding: Finding {
    let predicted = function.lowestLoss(units: units)
    func finding(_ kind: FindingKind, _ message: String) -> Finding {
      Finding(kind, predicted: predicted, measured: lowestLoss, "\(countText): \(message)")
    }
    let lowest = lowestLoss.map(text) ?? "not a number"
    let losses = "the lowest squared error is \(text(predicted)) by theory, \(lowest) measured"
    if function == .identity {
      return finding(
        ActivationXor.cannotBend,
        "no unit bends, so the network is a plane, and the best plane is 0 everywhere; \(losses).")
    }
    if units == 1, function.isMonotone {
      return finding(
        ActivationXor.bendsOnce,
        "a single unit that never falls can separate one corner from the other three, no more; "
          + "\(losses).")
    }
    if solvedCount >= ActivationXor.reliableCount {
      return finding(
        ActivationXor.reliable,
        "nearly any start will do; \(losses).")
    }
    let unsolved = members.filter { !$0.isSolved }
    let overflowed = unsolved.count { !$0.loss.isFinite }
    if overflowed > 0 {
      return finding(
        ActivationXor.overflowing,
        "the numbers of \(overflowed) overflowed, so the steps are too long; \(losses).")
    }
    let falling = unsolved.count(where: \.isFalling)
    if 2 * falling > unsolved.count {
      return finding(
        ActivationXor.stillLearning,
        "of the other \(unsolved.count), \(falling) were still getting better when training "
          + "ended; \(losses).")
    }
    return finding(
      ActivationXor.stuck,
      "of the other \(unsolved.count), \(unsolved.count - falling) stand still\(deadText(unsolved)); "
        + "\(losses).")
  }

  /// How many of the networks that failed have a unit without a slope.
  private func deadText(_ unsolved: [Member]) -> String {
    let dead = unsolved.count { flatSlopes($0.network).contains { !$0.contains(false) } }
    return dead > 0 ? ", and \(dead) have a unit that is flat at all four corners" : ""
  }

  private var countText: String { "\(solvedCount) of \(members.count) networks solve it" }

  private var slopeFinding: Finding {
    let (predicted, measured) = (function.largestSlope, function.measuredLargestSlope)
    return Finding(
      ActivationXor.slopes, predicted: predicted, measured: measured,
      "the largest slope of \(function.rawValue) is \(text(predicted)) by formula, "
        + "\(text(measured)) measured.")
  }

  private func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }
}
