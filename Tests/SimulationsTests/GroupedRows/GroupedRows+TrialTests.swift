import Learning
import Testing

@testable import Simulations

@Suite struct PeopleTrialTests {
  /// Rows in the order of people; distances are symmetric, and those within a person the smaller.
  @Test func rowsOfPeople() {
    let rows = PeopleRows(people: 6, rowsEach: 3, scatter: 0.05, seed: 2, 4)
    #expect(rows.people == (0..<18).map { $0 / 3 } && rows.labels.count == 6)
    for row in 0..<18 {
      #expect(rows.distances[row * 18 + row] == 0)
      for other in 0..<18 {
        #expect(rows.distances[row * 18 + other] == rows.distances[other * 18 + row])
        if other / 3 != row / 3 { #expect(rows.distances[row * 18 + other] > 0.2) }
      }
      let mate = row / 3 * 3 + (row + 1) % 3
      #expect(rows.distances[row * 18 + mate] < 0.2)
    }
  }

  /// With one row left out at a time and hardly any scatter, everyone is recognized.
  @Test func everyoneIsRecognized() throws {
    let rows = PeopleRows(people: 6, rowsEach: 3, scatter: 0.05, seed: 2, 4)
    let alone = try #require(Folds(neighboursOf: 18, count: 18))
    #expect(rows.accuracy(alone) == 1)
    // With people kept together it is the label of the nearest other person.
    let people = try #require(Folds(neighboursOf: 18, count: 6))
    let right = (0..<18).filter { row in
      let others = (0..<18).filter { $0 / 3 != row / 3 }
      let nearest = others.min {
        rows.distances[row * 18 + $0] < rows.distances[row * 18 + $1]
      }
      return nearest.map { rows.labels[$0 / 3] == rows.labels[row / 3] } ?? false
    }
    #expect(abs(rows.accuracy(people) - Double(right.count) / 18) < 1e-12)
  }

  /// 800 data sets: nearly all are right where rows are parted, half where people stay together.
  @Test(arguments: [(10, 0.975), (20, 0.955)] as [(Int, Double)])
  func whatPartingRowsHides(people: Int, accuracy: Double) {
    let trials = (1...8).map {
      PeopleTrial(people: people, rowsEach: 5, scatter: 0.3, seed: $0)
    }
    let parted = trials.reduce(0) { $0 + $1.parted } / 8
    let together = trials.reduce(0) { $0 + $1.together } / 8
    #expect(abs(parted - accuracy) < 0.02, "\(parted)")
    #expect(abs(together - 0.5) < 0.03, "\(together)")
  }

  /// People of one row each are never parted.
  @Test func oneRowEach() {
    let trials = (1...8).map { PeopleTrial(people: 20, rowsEach: 1, scatter: 0.3, seed: $0) }
    let parted = trials.map(\.parted).reduce(0, +) / 8
    #expect(abs(parted - 0.5) < 0.03)
  }
}
