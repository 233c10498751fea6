import Experiments
import Learning
import Testing

@testable import Simulations

@Suite struct SmallTrainingTests {
  /// Rows of three parts, none in two of them, and as many as are said.
  @Test(arguments: SmallTask.allCases) func partsAreApart(task: SmallTask) {
    let rows = task.rows(split: 3, seed: 5)
    #expect(rows.training.rows == 180 && rows.validation.rows == 60 && rows.test.rows == 60)
    #expect(rows.training.columns == rows.test.columns)
    func all(_ data: Dataset) -> [[Double]] {
      (0..<data.rows).map {
        Array(data.features[$0 * data.columns..<($0 + 1) * data.columns])
      }
    }
    let seen = Set(all(rows.training))
    #expect(all(rows.validation).allSatisfy { !seen.contains($0) })
    #expect(all(rows.test).allSatisfy { !seen.contains($0) })
    // Features are standardized by the training rows.
    let first = all(rows.training).map { $0[task == .digits || task == .mislabelled ? 20 : 0] }
    let squares = first.reduce(0) { $0 + $1 * $1 } / 180
    #expect(abs(first.reduce(0, +)) < 1e-9 && abs(squares - 1) < 1e-9)
  }

  /// Wrong labels are another class's, about a fifth of those of training and none of the others.
  @Test func wrongLabels() {
    var wrong = 0
    for split in 0..<20 {
      let (clean, noisy) = (
        SmallTask.digits.rows(split: split, seed: 2),
        SmallTask.mislabelled.rows(split: split, seed: 2)
      )
      #expect(clean.training.features == noisy.training.features)
      #expect(clean.validation == noisy.validation && clean.test == noisy.test)
      wrong += (0..<180).count { row in
        clean.training.targets[row * 10..<(row + 1) * 10]
          != noisy.training.targets[row * 10..<(row + 1) * 10]
      }
    }
    // 3,600 labels, with a deviation of 24.
    #expect((620...820).contains(wrong), "\(wrong)")
  }

  @Test func classes() {
    #expect(SmallTask.allCases.map { $0.rows(split: 0, seed: 1).test.outputs } == [10, 10, 3, 2])
    let males = Penguins.all.count { $0.sex == .male }
    #expect(males == 168)
    #expect(SmallTask.sex.credit.contains("palmerpenguins"))
    #expect(SmallTask.mislabelled.credit.contains("Alpaydin"))
  }

  /// Settings come from the whole of their ranges, evenly by ratio.
  @Test func settingsAreDrawnByRatio() {
    let drawn = (0..<400).map { SmallSetting(drawn: $0, seed: 5) }
    #expect(drawn.allSatisfy { (0.0001...1).contains($0.rate) })
    #expect(drawn.allSatisfy { (8...64).contains($0.batchSize) })
    #expect(drawn.allSatisfy { (-1e-12...0.95 + 1e-12).contains($0.momentum) })
    #expect(drawn.allSatisfy { (1...16).contains($0.epochs) })
    #expect(drawn.allSatisfy { (2...16).contains($0.hiddenUnits) })
    func median(_ values: [Double]) -> Double { values.sorted()[200] }
    #expect((0.006...0.016).contains(median(drawn.map(\.rate))))
    #expect((19...27).contains(median(drawn.map { Double($0.batchSize) })))
    #expect((3...5).contains(median(drawn.map { Double($0.epochs) })))
    #expect((150...250).contains(drawn.count { $0.usesAdam }))
  }

  /// The same luck gives the same weights to the last bit; other luck or another split does not.
  @Test func trainingsRepeat() {
    func weights(split: Int, luck: Int) -> [Double] {
      SmallTraining(SmallSetting(), .species, split: split, luck: luck, seed: 4).network.parameters
    }
    let usual = weights(split: 1, luck: 1)
    #expect(weights(split: 1, luck: 1).map(\.bitPattern) == usual.map(\.bitPattern))
    #expect(weights(split: 1, luck: 2) != usual && weights(split: 2, luck: 1) != usual)
  }

  /// Trained by the other optimizer, and one that overflows.
  @Test func optimizers() {
    var setting = SmallSetting()
    setting.usesAdam = false
    setting.rate = 0.05
    let plain = SmallTraining(setting, .digits, split: 0, luck: 0, seed: 1)
    #expect(plain.validationAccuracy > 0.8 && plain.validationLoss < 1)
    setting.rate = .greatestFiniteMagnitude
    let lost = SmallTraining(setting, .digits, split: 0, luck: 0, seed: 1)
    #expect(lost.validationLoss == .infinity && (0...1).contains(lost.testAccuracy))
  }

  @Test func costsAddUp() {
    let all = (0..<2).map {
      SmallTraining(SmallSetting(), .species, split: $0, luck: $0, seed: 1)
    }
    let cost = SmallTraining.cost(all)
    #expect(all[0].cost.gradientEvaluations == 8 * 180 && all[0].cost.updates == 8 * 12)
    #expect(cost.updates == 2 * 8 * 12 && cost.multiplyAdds == 2 * all[0].cost.multiplyAdds)
    #expect(cost.bytes == all[0].cost.bytes)
  }

  /// A training's beginning is that of fewer epochs by itself, to the last bit and unit of cost.
  @Test(arguments: [true, false], [1, 3, 8]) func beginning(usesAdam: Bool, epochs: Int) {
    var setting = SmallSetting()
    setting.usesAdam = usesAdam
    let rows = SmallTask.species.rows(split: 1, seed: 4)
    let pair = SmallTraining.withBeginning(of: epochs, setting, on: rows, luck: 2, seed: 4)
    let whole = SmallTraining(setting, on: rows, luck: 2, seed: 4)
    setting.epochs = epochs
    let alone = SmallTraining(setting, on: rows, luck: 2, seed: 4)
    for (found, expected) in [(pair.whole, whole), (pair.beginning, alone)] {
      #expect(found.network == expected.network)
      #expect(found.validationLoss == expected.validationLoss)
      #expect(found.validationAccuracy == expected.validationAccuracy)
      #expect(found.testAccuracy == expected.testAccuracy)
      #expect(found.cost == expected.cost)
    }
  }
}
