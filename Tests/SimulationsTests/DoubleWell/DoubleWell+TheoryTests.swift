import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct TiltedWellsTests {
  @Test func hasTwoMinimaAndATop() {
    for place in [TiltedWells.poorMinimum, TiltedWells.goodMinimum, TiltedWells.top] {
      #expect(abs(TiltedWells.slope(place)) < 1e-15)
    }
    let poor = TiltedWells.loss(TiltedWells.poorMinimum)
    #expect(abs(poor - 0.4) < 1e-15)
    #expect(abs(TiltedWells.loss(TiltedWells.goodMinimum)) < 1e-15)
    #expect(abs(TiltedWells.loss(TiltedWells.top) - poor - TiltedWells.barrier) < 1e-15)
    #expect(abs(TiltedWells.barrier - 0.09) < 1e-15)
  }

  /// The slope is the loss's, also where the parabolas join.
  @Test func theSlopeIsTheLosss() {
    for step in -300...300 {
      let w = Double(step) / 100
      let difference = (TiltedWells.loss(w + 1e-5) - TiltedWells.loss(w - 1e-5)) / 2e-5
      #expect(abs(difference - TiltedWells.slope(w)) < 1e-5)
    }
  }
}

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

@Suite struct ChainLawTests {
  static let walks = [
    (1, 0.02), (1, 0.1), (1, 0.5), (4, 0.1), (16, 0.1), (16, 0.5), (256, 0.1), (256, 0.5),
  ]

  /// What the documentation states as the error of the grid.
  @Test(arguments: walks)
  func finerCellsChangeLittle(batch: Int, rate: Double) {
    let walk = NoisyWalk(rate: rate, batchSize: batch)
    let coarse = ChainLaw(walk, steps: 150).shares
    let fine = ChainLaw(walk, steps: 150, refined: 2).shares
    #expect(zip(coarse, fine).allSatisfy { abs($0 - $1) < 0.002 })
  }

  @Test(arguments: walks)
  func isALaw(batch: Int, rate: Double) throws {
    let law = ChainLaw(NoisyWalk(rate: rate, batchSize: batch), steps: 120)
    #expect(law.shares.count == 121)
    #expect(law.shares.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-9 })
    #expect(law.snapshots.count == ChainLaw.pictures)
    for snapshot in law.snapshots {
      let sum = snapshot.probabilities.reduce(0, +)
      #expect(abs(sum - 1) < 1e-9)
    }
    #expect(try #require(law.snapshots.last).step == 120)
    #expect(law.places == law.places.sorted())
  }

  /// One step from the minimum: a normal error has to carry it 0.6 to the right.
  @Test(arguments: walks)
  func theFirstStepIsKnown(batch: Int, rate: Double) {
    let walk = NoisyWalk(rate: rate, batchSize: batch)
    let share = ChainLaw(walk, steps: 1).shares[1]
    #expect(abs(share - Elementary.normalDistribution(-0.6 / walk.spread)) < 0.002)
  }

  /// Kramers 1940: of curvatures 1 a barrier of 3.2 temperatures is crossed at e^(−3.2)/(2π) a unit
  /// of time, which is 10 steps here.
  @Test func highBarriersAreCrossedAsKramersSays() {
    let walk = NoisyWalk(rate: 0.1, batchSize: 16)
    let rate = Elementary.exp(-walk.barrierOverNoise) / (2 * 3.141592653589793) * 0.1
    let share = 1 - Elementary.exp(-rate * 500)
    #expect(abs(ChainLaw(walk, steps: 500).shares[500] / share - 1) < 0.1)
  }
}
