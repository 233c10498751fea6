import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct DropoutPairsTests {
  static func pairs(_ dropout: Double, units: Int = 5, size: Int = 12) -> DropoutPairs {
    DropoutPairs(dropout: dropout, hiddenUnits: units, trainingSize: size, noise: 1, seed: 5)
  }

  /// Dropout changes neither points nor starts, nor the network beside it.
  @Test func bothOfAPairShareTheirLuck() {
    let (some, none) = (Self.pairs(0.4), Self.pairs(0))
    #expect(some.pairs.count == DropoutTraining.networks)
    for (one, other) in zip(some.pairs, none.pairs) {
      #expect(one.examples == other.examples)
      #expect(one.without.network.parameters == other.without.network.parameters)
      #expect(one.with.network.parameters != one.without.network.parameters)
      #expect(other.with.network.parameters == other.without.network.parameters)
    }
    let examples = some.pairs.map(\.examples)
    #expect(examples.indices.allSatisfy { $0 == 0 || examples[$0] != examples[0] })
  }

  /// Everything dropped: no weight is trained, and the last bias goes to the targets' mean.
  @Test func droppingAllTrainsOnlyTheLastBias() {
    for (number, pair) in Self.pairs(1).pairs.enumerated() {
      var stream = RandomStream(seed: 5, "weights", number)
      let start = Network(
        widths: [1, 5, 1], hidden: .tanh, initialization: .heNormal, from: &stream)
      let parameters = pair.with.network.parameters
      #expect(parameters.dropLast() == start.parameters.dropLast())
      let mean = pair.examples.targets.reduce(0, +) / 12
      #expect(abs((parameters.last ?? .nan) - mean) < 0.01)
    }
  }

  @Test func lossesAreThoseOfEvaluation() {
    let pairs = Self.pairs(0.4)
    for pair in pairs.pairs {
      #expect(
        pair.with.trainingLoss == pair.with.network.loss(.squaredError, on: pair.examples))
      let distance = (0..<96).reduce(0.0) { sum, place in
        let x = (Double(place) + 0.5) / 96
        let answer = pair.with.network.predictions(for: [4 * x - 2])[0]
        let truth = DropoutPairs.truth(x)
        return sum + (answer - truth) * (answer - truth)
      }
      #expect(abs(distance / 96 / pair.with.testLoss - 1) < 1e-9)
    }
    #expect(pairs.relativeLoss == pairs.testLoss / pairs.lossWithout)
  }
}
