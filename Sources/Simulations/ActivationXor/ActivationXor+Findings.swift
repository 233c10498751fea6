import Experiments

extension ActivationXor {
  /// Whether a slope counts as flat beside the largest there is; what is no number does.
  static func isFlat(_ slope: Double, largest: Double) -> Bool {
    !(slope.magnitude > flatness * largest)
  }

  /// The networks that failed, by what keeps them from it.
  struct Unsolved {
    let count: Int
    let overflowed: Int
    let falling: Int
    let thrown: Int

    var still: Int { count - overflowed - falling - thrown }
  }

  /// What becomes of a setting, by how many networks solve it and how the others fail.
  static func verdict(_ function: Function, units: Int, solved: Int, _ unsolved: Unsolved)
    -> FindingKind
  {
    if function == .identity { return cannotBend }
    if units == 1, function.isMonotone { return bendsOnce }
    if solved >= reliableCount { return reliable }
    if unsolved.overflowed > 0 { return overflowing }
    if unsolved.falling >= max(unsolved.thrown, unsolved.still) { return stillLearning }
    return unsolved.thrown >= unsolved.still ? thrownAbout : stuck
  }
}

extension XorNetworks {
  /// What became of the networks, and the slope they had to work with.
  var findings: [Finding] { [outcomeFinding, slopeFinding] }

  private var outcomeFinding: Finding {
    let predicted = function.lowestLoss(units: units)
    let unsolved = members.filter { !$0.isSolved }
    let overflowed = unsolved.count { !$0.loss.isFinite }
    let failed = ActivationXor.Unsolved(
      count: unsolved.count, overflowed: overflowed, falling: unsolved.count(where: \.isFalling),
      thrown: unsolved.count { $0.loss.isFinite && $0.isThrown })
    let kind = ActivationXor.verdict(function, units: units, solved: solvedCount, failed)
    let lowest = lowestLoss.map(text) ?? "not a number"
    let losses = "the lowest squared error is \(text(predicted)) by theory, \(lowest) measured"
    let message =
      switch kind {
      case ActivationXor.cannotBend:
        "no unit bends, so the network is a plane, and the best plane is 0 everywhere"
      case ActivationXor.bendsOnce:
        "a single unit that never falls can separate one corner from the other three, no more"
      case ActivationXor.reliable: "nearly any start will do"
      case ActivationXor.overflowing:
        "the numbers of \(overflowed) overflowed, so the steps are too long"
      case ActivationXor.stillLearning:
        "of the other \(failed.count), \(failed.falling) were still getting better when training ended"
      case ActivationXor.thrownAbout:
        "of the other \(failed.count), \(failed.thrown) were thrown up as well as down to the end"
      default:
        "of the other \(failed.count), \(failed.still) stand still"
          + deadText(unsolved)
      }
    return Finding(
      kind, predicted: predicted, measured: lowestLoss, "\(countText): \(message); \(losses).")
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
