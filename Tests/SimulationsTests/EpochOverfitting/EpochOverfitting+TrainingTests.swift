import Experiments
import Foundation
import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct EpochTrainingTests {
  static func training(
    epochs: Int = 600, hiddenUnits: Int = 16, learningRate: Double = 2, trainingSize: Int = 40,
    noise: Double = 0.3, seed: UInt64 = 1
  ) -> EpochTraining {
    EpochTraining(
      epochs: epochs, hiddenUnits: hiddenUnits, learningRate: learningRate,
      trainingSize: trainingSize, noise: noise, seed: seed)
  }

  /// The run that nobody has turned a knob of, under seed 1.
  static let reference = training()

  // Luck

  @Test func choosingTheEpochsChangesOnlyWhereOneLooks() {
    let reference = Self.reference
    for epochs in [1, 31, 1000] {
      let training = Self.training(epochs: epochs)
      #expect(training.examples == reference.examples)
      #expect(training.trainingLosses == reference.trainingLosses)
      #expect(training.validationLosses == reference.validationLosses)
      #expect(training.bestEpoch == reference.bestEpoch)
      #expect(training.network != reference.network)
      #expect(
        training.network.loss(.binaryCrossEntropy, on: training.examples)
          == training.trainingLosses[epochs])
    }
  }

  @Test(arguments: [10, 39, 41, 80])
  func fewerExamplesAreTheFirstOfMore(size: Int) {
    let reference = Self.reference
    let training = Self.training(trainingSize: size)
    let shared = min(size, 40)
    #expect(training.examples.prefix(shared) == reference.examples.prefix(shared))
    #expect(training.validationLosses[0] == reference.validationLosses[0])
    #expect(training.validationLosses[1] != reference.validationLosses[1])
  }

  @Test func moreNoiseIsTheSameNoiseScaled() {
    let without = Self.training(noise: 0).examples
    let some = Self.training(noise: 0.2).examples
    let more = Self.training(noise: 0.5).examples
    #expect(some.targets == more.targets && without.targets == more.targets)
    for index in without.features.indices {
      let small = some.features[index] - without.features[index]
      let large = more.features[index] - without.features[index]
      #expect(abs(large - 2.5 * small) < 1e-12)
    }
    #expect(some.features != without.features)
  }

  @Test func otherKnobsLeaveDataAndStartAlone() {
    let reference = Self.reference
    let slower = Self.training(learningRate: 0.1)
    #expect(slower.examples == reference.examples)
    #expect(slower.trainingLosses[0] == reference.trainingLosses[0])
    #expect(slower.validationLosses[0] == reference.validationLosses[0])
    #expect(slower.trainingLosses[1] != reference.trainingLosses[1])
    #expect(Self.training(hiddenUnits: 3).examples == reference.examples)
  }

  /// Training, validation and test examples come from different draws.
  @Test func datasetsDiffer() {
    let training = Self.training(trainingSize: 200)
    #expect(training.trainingLosses[0] != training.validationLosses[0])
    let same = Moons.moons(200, 0.3, "validation-data")
    #expect(training.examples != same)
    #expect(training.examples == Moons.moons(200, 0.3, "training-data"))
  }

  // Training

  /// Backpropagation written out once more, plainly, with the system's functions.
  @Test(arguments: [(1, 10, 0.0, 0.5), (3, 12, 0.3, 3), (16, 41, 0.5, 1)])
  func agreesWithPlainBackpropagation(units: Int, size: Int, noise: Double, rate: Double) {
    let training = Self.training(
      hiddenUnits: units, learningRate: rate, trainingSize: size, noise: noise)
    var weights = RandomStream(seed: 1, "weights")
    let start = Network(
      widths: [2, units, 1], hidden: .tanh, initialization: .heNormal, from: &weights)
    var plain = PlainNetwork(units: units, parameters: start.parameters)
    for epoch in 0..<25 {
      let loss = plain.step(training.examples, rate: rate)
      #expect(abs(loss - training.trainingLosses[epoch]) <= 1e-9 * loss)
    }
  }

  /// Steps short enough for the slope never climb.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func shortStepsNeverClimb(seed: UInt64) {
    let losses = Self.training(learningRate: 0.1, seed: seed).trainingLosses
    #expect(zip(losses, losses.dropFirst()).allSatisfy { $1 < $0 })
  }

  @Test func bestEpochIsTheFirstLowest() throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      let training = Self.training(seed: seed)
      let lowest = try #require(training.validationLosses[1...].min())
      #expect(training.validationLosses[training.bestEpoch] == lowest)
      #expect(training.validationLosses[1..<training.bestEpoch].allSatisfy { $0 > lowest })
      #expect(training.lowestLoss == lowest && training.excess >= 1)
    }
  }

  /// Without noise and with examples enough there is nothing to overfit.
  @Test func withoutNoiseThereIsNoTurn() {
    let training = Self.training(learningRate: 1, trainingSize: 200, noise: 0)
    #expect(training.bestEpoch > 900)
    #expect(training.excessAtHorizon <= 1.01)
    #expect(training.testAccuracy == 1)
  }

  @Test func accuracyIsThatOfTheLogitsSign() {
    let training = Self.training(trainingSize: 10)
    let test = Moons.moons(1000, 0.3, "test-data")
    let logits = training.network.predictions(for: test.features)
    let wrong = test.targets.indices.count { (logits[$0] > 0 ? 1 : 0) != test.targets[$0] }
    #expect(training.testAccuracy == Double(1000 - wrong) / 1000)
    #expect(training.testLoss == training.network.loss(.binaryCrossEntropy, on: test))
  }
}

/// Two moons of seed 1 from a stream of this name.
private enum Moons {
  static func moons(_ count: Int, _ noise: Double, _ name: String) -> Dataset {
    var stream = RandomStream(seed: 1, name)
    return .twoMoons(count: count, noise: noise, from: &stream)
  }
}

/// A network 2-H-1 in plain loops.
private struct PlainNetwork {
  let units: Int
  var parameters: [Double]

  /// One step of gradient descent on all examples; the loss before it.
  mutating func step(_ data: Dataset, rate: Double) -> Double {
    let output = 3 * units
    var gradient = parameters.map { _ in 0.0 }
    var loss = 0.0
    for row in 0..<data.rows {
      let x = [data.features[2 * row], data.features[2 * row + 1]]
      let target = data.targets[row]
      let hidden = (0..<units).map { unit in
        Foundation.tanh(
          parameters[2 * unit] * x[0] + parameters[2 * unit + 1] * x[1]
            + parameters[2 * units + unit])
      }
      let logit = hidden.indices.reduce(parameters[output + units]) {
        $0 + parameters[output + $1] * hidden[$1]
      }
      let probability = 1 / (1 + Foundation.exp(-logit))
      loss -= Foundation.log(target == 1 ? probability : 1 - probability)
      let delta = probability - target
      gradient[output + units] += delta
      for unit in 0..<units {
        gradient[output + unit] += delta * hidden[unit]
        let below = delta * parameters[output + unit] * (1 - hidden[unit] * hidden[unit])
        gradient[2 * unit] += below * x[0]
        gradient[2 * unit + 1] += below * x[1]
        gradient[2 * units + unit] += below
      }
    }
    for index in parameters.indices {
      parameters[index] -= rate * gradient[index] / Double(data.rows)
    }
    return loss / Double(data.rows)
  }
}
