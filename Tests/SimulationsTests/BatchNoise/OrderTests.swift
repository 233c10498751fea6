import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct OrderTests {
  static let examples = (0..<512).map(Double.init)

  /// Draws so many examples one at a time.
  static func draws(_ count: Int, _ sampling: BatchNoise.Sampling, batch: Int = 1) -> [Double] {
    var order = BatchNoise.Order(examples, sampling)
    var stream = RandomStream(seed: 7, "order")
    return (0..<count).map { _ in order.batchMean(batch, from: &stream) }
  }

  @Test func anEpochHasEveryExampleOnce() {
    let draws = Self.draws(1024, .epochShuffle)
    #expect(draws[..<512].sorted() == Self.examples)
    #expect(draws[512...].sorted() == Self.examples)
  }

  @Test func everyEpochHasAnotherOrder() {
    let draws = Self.draws(1024, .epochShuffle)
    #expect(zip(draws[..<512], draws[512...]).count { $0 == $1 } < 8)
    #expect(draws[..<512] != Self.examples[...])
  }

  @Test func replacementRepeatsExamples() {
    let distinct = Set(Self.draws(512, .withReplacement)).count
    // 512 · (1 − 1/e) = 324 are expected, give or take 11.
    #expect((270...378).contains(distinct))
  }

  /// Changing the batch size changes how draws are grouped, not which are drawn.
  @Test(arguments: BatchNoise.Sampling.allCases, [2, 8, 256])
  func batchSizesShareTheirLuck(sampling: BatchNoise.Sampling, batch: Int) {
    let single = Self.draws(1024, sampling)
    let means = Self.draws(1024 / batch, sampling, batch: batch)
    for (index, mean) in means.enumerated() {
      let group = single[(index * batch)..<((index + 1) * batch)]
      #expect(abs(group.reduce(0, +) / Double(batch) - mean) < 1e-9)
    }
  }

  /// What does not fill a batch is left out of its epoch and does not leak into the next.
  @Test func aPartialBatchIsLeftOut() {
    let means = Self.draws(4, .epochShuffle, batch: 200)
    let single = Self.draws(1024, .epochShuffle)
    let expected = [0..<200, 200..<400, 512..<712, 712..<912].map {
      single[$0].reduce(0, +) / 200
    }
    #expect(means == expected)
  }
}
