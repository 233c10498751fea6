import Learning
import Testing

@testable import Simulations

@Suite struct DigitTrainingTests {
  /// Fewer training digits are the first of more, and the test digits stay.
  @Test func smallerSetsAreTheFirstOfLarger() {
    let large = DigitTraining.digits(150, wrongLabels: 0.3, seed: 4)
    let small = DigitTraining.digits(50, wrongLabels: 0.3, seed: 4)
    #expect(small.training == large.training.prefix(50))
    #expect(small.test == large.test)
    #expect(large.training.rows == 150 && large.test.rows == 150)
  }

  /// More wrong labels include fewer; nine in ten of those drawn anew are wrong.
  @Test func labelsGoWrongOneByOne() {
    func wrong(_ share: Double) -> Set<Int> {
      let (right, _) = DigitTraining.digits(150, wrongLabels: 0, seed: 7)
      let (labelled, _) = DigitTraining.digits(150, wrongLabels: share, seed: 7)
      #expect(right.features == labelled.features)
      return Set(
        (0..<150).filter {
          right.targets[$0 * 10..<$0 * 10 + 10] != labelled.targets[$0 * 10..<$0 * 10 + 10]
        })
    }
    let (few, many) = (wrong(0.2), wrong(0.5))
    #expect(few.isSubset(of: many))
    // 150 draws: means 27 and 67.5, standard deviations 4.7 and 6.1; 3.5 of those are allowed.
    #expect((11...43).contains(few.count) && (46...89).contains(many.count))
  }

  /// Test digits are balanced, labelled right, and none of them is trained on.
  @Test func testDigitsAreOthers() {
    let (training, test) = DigitTraining.digits(150, wrongLabels: 0.5, seed: 2)
    for digit in 0..<10 {
      #expect((0..<150).count { test.targets[$0 * 10 + digit] == 1 } == 15)
    }
    let images = (0..<150).map { Array(training.features[$0 * 64..<$0 * 64 + 64]) }
    for row in 0..<150 {
      #expect(!images.contains(Array(test.features[row * 64..<row * 64 + 64])))
    }
  }

  /// Twins share their start: without decay they are the same.
  @Test func withoutDecayTwinsAreTheSame() {
    let training = DigitTraining(
      decay: 0, trainingSize: 20, hiddenUnits: 2, wrongLabels: 0.2, isFollowed: false, seed: 1)
    #expect(training.decayed.network == training.twin.network)
    #expect(training.relativeLoss == 1)
  }

  /// Whether one looks after every epoch changes neither the end nor the account.
  @Test func followingChangesNothing() {
    func training(isFollowed: Bool) -> DigitTraining {
      DigitTraining(
        decay: 0.01, trainingSize: 30, hiddenUnits: 3, wrongLabels: 0.2, isFollowed: isFollowed,
        seed: 2)
    }
    let (end, way) = (training(isFollowed: false), training(isFollowed: true))
    #expect(end.decayed.testLosses.isEmpty)
    for (one, other) in [(end.decayed, way.decayed), (end.twin, way.twin)] {
      #expect(one.network == other.network)
      #expect(other.testLosses.last == one.testLoss)
      #expect(other.trainingLosses == one.trainingLosses)
      #expect(one.trainingLosses.last == one.trainingLoss)
    }
    #expect(end.cost == way.cost)
  }
}
