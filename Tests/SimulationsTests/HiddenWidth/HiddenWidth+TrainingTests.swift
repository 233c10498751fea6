import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct WidthTrainingTests {
  static func training(_ units: Int, noise: Double = 0.1, epochs: Int = 100) -> WidthTraining {
    WidthTraining(
      hiddenUnits: units, epochs: epochs, learningRate: 0.1, noise: noise, seed: 77)
  }

  /// Cuts that touch the noiseless inner circle, counted on many points: ⅔, ⅚, 1, 1.
  @Test(arguments: [(1, 0.666_666_666_666_7), (2, 0.833_333_333_333_3), (3, 1.0), (7, 1.0)])
  func cutsTakeAThirdOfTheOuterCircleEach(units: Int, share: Double) {
    let training = Self.training(units, epochs: 10)
    #expect(abs(training.cutAccuracy - share) < 1e-12)
    let cuts = (0..<min(units, 3)).map { 2 * Double.pi * Double($0) / 3 }
    let outside = (0..<3000).count { place in
      let angle = 2 * Double.pi * (Double(place) + 0.5) / 3000
      return cuts.contains { Elementary.cos(angle - $0) > 0.5 }
    }
    #expect(abs(0.5 + Double(outside) / 6000 - share) < 1e-3)
  }

  /// The width changes neither points nor how they are told apart.
  @Test func widthsShareTheirPoints() {
    func points(_ units: Int) -> Set<[Double]> {
      Set(Self.training(units, epochs: 10).trials.map(\.examples.features))
    }
    #expect(points(1) == points(4))
    #expect(points(1).count == HiddenWidth.networks)
  }

  @Test func accuraciesAreThoseOfTheNetworks() {
    let training = Self.training(3)
    let accuracies = training.trials.map(\.accuracy)
    #expect(accuracies == accuracies.sorted())
    for trial in training.trials {
      #expect(trial.accuracy == trial.network.accuracy(on: trial.examples))
    }
    #expect(training.solverCount == accuracies.count { $0 >= 0.95 })
    #expect(training.solvers == Double(training.solverCount) / 16)
  }
}
