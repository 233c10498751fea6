import Testing

@testable import Simulations

@Suite struct NoisyWalkTests {
  /// ησ²/(2B) with σ = 3: 0.1125 at rate 0.1 and batches of 4, the barrier is 0.09.
  @Test func barrierOverNoise() {
    let walk = NoisyWalk(rate: 0.1, batchSize: 4)
    #expect(abs(walk.temperature - 0.1125) < 1e-15)
    #expect(abs(walk.barrierOverNoise - 0.8) < 1e-12)
    #expect(abs(walk.spread - 0.15) < 1e-15)
  }

  /// Training for 400 units of time, many crossings, ends where Boltzmann's law says.
  @Test(arguments: [(1, 0.02), (1, 0.1), (2, 0.1)])
  func theLongRunIsBoltzmanns(batch: Int, rate: Double) throws {
    let walk = NoisyWalk(rate: rate, batchSize: batch)
    let share = try #require(ChainLaw(walk, steps: Int(400 / rate)).shares.last)
    #expect(abs(share - walk.longRunShare) < 0.01)
  }

  /// The hotter, the fewer stay in the good valley; equal shares at endless heat.
  @Test func heatEvensOut() {
    let shares = [256, 32, 8, 4, 2, 1].map { NoisyWalk(rate: 0.1, batchSize: $0).longRunShare }
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(shares.allSatisfy { $0 > 0.5 && $0 <= 1 })
  }
}
