import Experiments

extension EpochOverfitting {
  /// What training for so many epochs is found to be, by its loss over the lowest and when that was.
  static func verdict(excess: Double, epochs: Int, bestEpoch: Int) -> FindingKind {
    guard excess > tolerance else { return nearTheTurn }
    return epochs > bestEpoch ? overfitting : underfitting
  }

  /// Whether the validation loss at the horizon is so far over its lowest that there was a turn.
  static func hasTurned(excessAtHorizon: Double) -> Bool { excessAtHorizon > tolerance }

  /// Whether a loss rises by over a fifth in one of the latter half of so many epochs.
  static func jumps(_ losses: [Double], within epochs: Int) -> Bool {
    (epochs / 2..<epochs).contains { losses[$0 + 1] > 1.2 * losses[$0] }
  }
}

extension EpochTraining {
  /// What was found, in words that never name the epoch of the turn: an exercise asks for it.
  var finding: Finding {
    let kind = EpochOverfitting.verdict(excess: excess, epochs: epochs, bestEpoch: bestEpoch)
    switch kind {
    case EpochOverfitting.nearTheTurn: return finding(kind, nearTheTurnMessage)
    case EpochOverfitting.overfitting: return finding(kind, overfittingMessage)
    default:
      return finding(
        kind,
        "\(stateText), \(excessText) the lowest that is to come, \(Self.text(lowestLoss)): "
          + (EpochOverfitting.jumps(trainingLosses, within: epochs)
            ? "training loss still jumps up from one epoch to the next, so the steps are too long."
            : "training stopped before that.") + untrainedText)
    }
  }

  private func finding(_ kind: FindingKind, _ message: String) -> Finding {
    Finding(kind, predicted: lowestLoss, measured: validationLoss, message)
  }

  private var overfittingMessage: String {
    let message = "\(stateText), \(excessText) the lowest it had been, \(Self.text(lowestLoss))"
    let before = trainingLosses[bestEpoch]
    guard trainingLoss < before else { return message + ": the turn is past.\(untrainedText)" }
    return message + ", while training loss went on falling from \(Self.text(before)) to "
      + "\(Self.text(trainingLoss)): the network has begun to learn "
      + (noise > 0 ? "the noise." : "its few examples by heart.") + untrainedText
  }

  private var nearTheTurnMessage: String {
    let message =
      "\(stateText), \(excessText) the lowest of \(EpochOverfitting.horizon) epochs, "
      + "\(Self.text(lowestLoss))"
    guard EpochOverfitting.hasTurned(excessAtHorizon: excessAtHorizon) else {
      return message + ". There is no clear turn: after the last of them it is "
        + "\(Self.text(validationLosses[EpochOverfitting.horizon])).\(untrainedText)"
    }
    return message + "; training loss is \(Self.text(trainingLoss)).\(untrainedText)"
  }

  /// A warning where training did nothing but harm.
  private var untrainedText: String {
    let untrained = validationLosses[0]
    guard lowestLoss > untrained else { return "" }
    return " Before training it was \(Self.text(untrained)), and no epoch reached that again."
  }

  private var stateText: String {
    "after \(NumberText.count(epochs, "epoch")) validation loss is \(Self.text(validationLoss))"
  }

  private var excessText: String { "\(NumberText.fixed(excess, decimals: 2)) times" }

  private static func text(_ loss: Double) -> String { NumberText.significant(loss, digits: 2) }
}
