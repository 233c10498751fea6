import Experiments
import Testing

@testable import Simulations

@Suite struct EpochFindingsTests {
  static func finding(_ turned: [String: String], seed: UInt64 = 1) throws -> Finding {
    let findings = try EpochOverfittingTests.outcome(turned, seed: seed).findings
    #expect(findings.count == 1)
    return try #require(findings.first)
  }

  @Test(
    arguments: [
      (["epochs": "10"], "underfitting"), (["epochs": "107"], "near-the-turn"),
      (["epochs": "1000"], "overfitting"),
      (["learning-rate": "0.01", "epochs": "100"], "underfitting"),
      (["learning-rate": "0.01", "epochs": "1000"], "near-the-turn"),
      (["training-size": "400", "learning-rate": "1"], "near-the-turn"),
      (["noise": "0", "epochs": "1000", "learning-rate": "1"], "near-the-turn"),
      (["noise": "0", "epochs": "100", "learning-rate": "1"], "underfitting"),
    ] as [([String: String], String)])
  func classifies(turned: [String: String], code: String) throws {
    #expect(try Self.finding(turned).code == code)
  }

  /// Exactly one finding, whatever the epochs, and the one that its summary promises.
  ///
  /// A grade shows the message, so it may not give the turn away.
  @Test(arguments: [1, 2] as [UInt64])
  func everyEpochHasItsFinding(seed: UInt64) throws {
    for epochs in [1, 9, 45, 200, 1000] {
      let training = EpochTrainingTests.training(epochs: epochs, seed: seed)
      let finding = training.finding
      let code =
        training.excess <= 1.1
        ? "near-the-turn" : epochs < training.bestEpoch ? "underfitting" : "overfitting"
      #expect(finding.code == code)
      #expect(finding.measured == training.validationLoss)
      #expect(finding.predicted == training.lowestLoss)
      let numbers = finding.message.matches(of: /[0-9][0-9.e\-]*[0-9]|[0-9]/).map { $0.0 }
      let others = numbers.filter { $0 != "\(epochs)" && $0 != "1000" }
      #expect(!others.contains("\(training.bestEpoch)"))
    }
  }

  @Test(
    arguments: [
      (
        [:],
        "after 600 epochs validation loss is 0.59, 1.59 times the lowest it had been, 0.37, while "
          + "training loss went on falling from 0.11 to 0.0057: the network has begun to learn the "
          + "noise."
      ),
      (
        ["epochs": "1"],
        "after 1 epoch validation loss is 0.49, 1.32 times the lowest that is to come, 0.37: "
          + "training stopped before that."
      ),
      (
        ["epochs": "60"],
        "after 60 epochs validation loss is 0.40, 1.09 times the lowest of 1000 epochs, 0.37; "
          + "training loss is 0.21."
      ),
      (
        ["training-size": "400", "learning-rate": "1"],
        "after 600 epochs validation loss is 0.26, 1.00 times the lowest of 1000 epochs, 0.26. "
          + "There is no clear turn: after the last of them it is 0.27."
      ),
    ] as [([String: String], String)])
  func says(turned: [String: String], message: String) throws {
    #expect(try Self.finding(turned).message == message)
  }

  @Test func withoutNoiseNoNoiseIsLearnt() {
    let training = EpochTrainingTests.training(
      epochs: 1000, hiddenUnits: 64, learningRate: 0.01, trainingSize: 10, noise: 0)
    #expect(training.finding.code == "overfitting")
    #expect(training.finding.message.hasSuffix("has begun to learn its few examples by heart."))
  }

  @Test(arguments: [0, 0.5])
  func warnsWhereTrainingOnlyHarmed(noise: Double) {
    let training = EpochTrainingTests.training(
      epochs: 1000, hiddenUnits: 64, learningRate: 10, trainingSize: 10, noise: noise)
    #expect(training.lowestLoss > training.validationLosses[0])
    #expect(training.finding.message.contains(" Before training it was "))
    #expect(!EpochTrainingTests.reference.finding.message.contains("Before training"))
  }

  /// Where steps are too long, training loss can rise past the turn as well.
  @Test func doesNotClaimThatTrainingLossFellWhereItRose() throws {
    let jumpy = EpochTrainingTests.training(learningRate: 10)
    let turn = jumpy.bestEpoch
    let past = (turn + 1...1000).filter {
      jumpy.validationLosses[$0] > 1.1 * jumpy.lowestLoss
    }
    let rose = try #require(past.first { jumpy.trainingLosses[$0] >= jumpy.trainingLosses[turn] })
    let fell = try #require(past.last { jumpy.trainingLosses[$0] < jumpy.trainingLosses[turn] })
    for (epochs, hasFallen) in [(rose, false), (fell, true)] {
      let finding = EpochTrainingTests.training(epochs: epochs, learningRate: 10).finding
      #expect(finding.code == "overfitting")
      #expect(finding.message.contains("went on falling") == hasFallen)
      #expect(finding.message.contains("the turn is past.") != hasFallen)
    }
  }
}
