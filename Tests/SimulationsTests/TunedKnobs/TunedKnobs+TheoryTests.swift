import Numerics
import Testing

@testable import Simulations

@Suite struct LossLawTests {
  private static func lowest(_ weights: [Double], of trials: Int) throws -> Double {
    try #require(LossLaw.all(weights).last).expectedLowest(of: trials)
  }

  /// A single trial loses a sixth of every weight, whatever is shared.
  @Test(arguments: [[1.0], [1, 1], [1, 0.5, 0.25], [0.3, 2, 0, 1]])
  func oneTrial(weights: [Double]) throws {
    let wanted = weights.reduce(0, +) / 6
    #expect(abs(try Self.lowest(weights, of: 1) - wanted) < 1e-3 * wanted)
  }

  /// One knob of weight w: w ∫ (1 − s)²ⁿ 2s ds = w/((2n + 1)(n + 1)).
  @Test(arguments: [1, 2, 7, 25, 60], [1.0, 0.25]) func oneKnob(trials: Int, weight: Double) throws
  {
    let n = Double(trials)
    let wanted = weight / ((2 * n + 1) * (n + 1))
    #expect(abs(try Self.lowest([weight], of: trials) - wanted) < 1e-4 * wanted)
  }

  /// Two knobs: two points of a square are within r ≤ 1 with a chance of πr² − 8r³/3 + r⁴/2.
  @Test(arguments: [20, 60]) func twoKnobs(trials: Int) throws {
    // Beyond 1 next to nothing is left of the power.
    let wanted = Simpson.integral(from: 0, to: 1, parts: 4000) { r in
      let within = Double.pi * r * r - 8 * r * r * r / 3 + r * r * r * r / 2
      return 2 * r * (1 - within).raised(to: trials)
    }
    #expect(abs(try Self.lowest([1, 1], of: trials) - wanted) < 1e-3 * wanted)
  }

  /// Weight scales the loss, no weight adds nothing, and the order of knobs is no matter.
  @Test func weights() throws {
    let usual = try Self.lowest([1, 0.5, 0.25], of: 12)
    #expect(abs(try Self.lowest([4, 2, 1], of: 12) - 4 * usual) < 1e-9)
    #expect(try Self.lowest([1, 0.5, 0.25, 0, 0], of: 12) == usual)
    #expect(abs(try Self.lowest([0.25, 1, 0.5], of: 12) - usual) < 1e-3 * usual)
  }

  /// Trials that share a best place end higher, by at most 7 %: 8 × 256 searches.
  @Test(arguments: [3, 12, 40], [TunedKnobs.Weights.halving, .alike, .two])
  func sharedPlaces(trials: Int, weights: TunedKnobs.Weights) {
    let all = (0..<8).map(weights.weight)
    let predicted = KnobResult.whole(
      LossLaw.all(all).map { $0.expectedLowest(of: trials) }, all)
    let tables = (1...8).map { seed in
      KnobResult.whole(KnobSearch(all, seed: seed).losses(upTo: trials)[trials - 1], all)
    }
    for knob in 0..<8 {
      let losses = tables.map { $0[knob] }
      let (mean, error) = (Spread(losses).mean, Spread(losses).deviation / 8.0.squareRoot())
      #expect(mean > predicted[knob] - 4 * error, "\(knob + 1) knobs: \(mean)")
      #expect(mean < 1.075 * predicted[knob] + 4 * error, "\(knob + 1) knobs: \(mean)")
    }
  }
}
