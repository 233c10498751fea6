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
