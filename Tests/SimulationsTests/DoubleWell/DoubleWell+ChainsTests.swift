import Testing

@testable import Simulations

@Suite struct WellChainsTests {
  @Test func beginsInThePoorMinimum() {
    let chains = WellChains(NoisyWalk(rate: 0.1, batchSize: 4), steps: 20, seed: 3)
    #expect(chains.path.first == TiltedWells.poorMinimum)
    #expect(chains.path.count == 21)
    #expect(chains.path.last == chains.ends[0])
    #expect(chains.shares.first == 0)
    let right = chains.ends.count { $0 > TiltedWells.top }
    #expect(chains.shares.last == Double(right) / 256)
  }

  /// Batches of another size meet the same luck, scaled; fewer steps are the first of more.
  @Test func luckIsShared() {
    let short = WellChains(NoisyWalk(rate: 0.1, batchSize: 4), steps: 10, seed: 3)
    let long = WellChains(NoisyWalk(rate: 0.1, batchSize: 4), steps: 30, seed: 3)
    #expect(Array(long.path.prefix(11)) == short.path)
    let one = WellChains(NoisyWalk(rate: 0.1, batchSize: 1), steps: 1, seed: 3)
    let four = WellChains(NoisyWalk(rate: 0.1, batchSize: 4), steps: 1, seed: 3)
    let start = TiltedWells.poorMinimum
    #expect(abs((one.path[1] - start) - 2 * (four.path[1] - start)) < 1e-12)
  }
}
