import Experiments

extension EpochTraining {
  /// What was found, in words that never name the epoch of the turn: an exercise asks for it.
  var finding: Finding {
    guard excess > EpochOverfitting.tolerance else {
      return finding(EpochOverfitting.nearTheTurn, nearTheTurnMessage)
    }
    guard epochs > bestEpoch else {
      return finding(
        EpochOverfitting.underfitting,
        "\(stateText), \(excessText) the lowest that is to come, \(Self.text(lowestLoss)): "
          + (isJumping
            ? "training loss still jumps up from one epoch to the next, so the steps are too long."
            : "training stopped before the turn.") + untrainedText)
    }
    return finding(EpochOverfitting.overfitting, overfittingMessage)
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
    guard excessAtHorizon > EpochOverfitting.tolerance else {
      return message + ". There is no clear turn: after the last of them it is "
        + "\(Self.text(validationLosses[EpochOverfitting.horizon])).\(untrainedText)"
    }
    return message + "; training loss is \(Self.text(trainingLoss)).\(untrainedText)"
  }

  /// Whether training loss rises by a fifth in one epoch of the latter half.
  private var isJumping: Bool {
    (epochs / 2..<epochs).contains { trainingLosses[$0 + 1] > 1.2 * trainingLosses[$0] }
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
