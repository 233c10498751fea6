import Learning
import Testing

/// A whole run has the same bits in every build, on every machine, beside any other run.
@Suite struct ReproducibilityTests {
  /// The checksum of everything a run gives back.
  static func digest(_ batches: Batches) -> UInt64 {
    var network = TrainerTests.network()
    let history = TrainerTests.trainer(batches, epochs: 60).train(
      &network, on: TrainerTests.moons(42, "data"),
      validation: TrainerTests.moons(77, "validation"),
      seed: 7)
    return checksum(network.parameters + history.trainingLoss + history.validationLoss)
  }

  static let golden: [(Batches, UInt64)] = [
    (.full, 2_968_988_075_079_151_475), (.shuffled(size: 10), 11_929_676_876_747_354_227),
    (.withReplacement(size: 10), 14_317_443_339_427_131_156),
  ]

  @Test(arguments: golden)
  func bitsAreFrozen(batches: Batches, expected: UInt64) {
    #expect(Self.digest(batches) == expected)
  }

  @Test func concurrentRunsDoNotDisturbEachOther() async {
    let digests = await withTaskGroup(of: UInt64.self) { group in
      for _ in 0..<4 { group.addTask { Self.digest(.shuffled(size: 10)) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(digests) == [Self.digest(.shuffled(size: 10))])
  }
}
