import Testing

@testable import Simulations

@Suite struct BinomialLawTests {
  @Test func byHand() {
    #expect(BinomialLaw.chances(of: 0, success: 0.3) == [1])
    for (found, wanted) in zip(
      BinomialLaw.chances(of: 3, success: 0.2), [0.512, 0.384, 0.096, 0.008])
    {
      #expect(abs(found - wanted) < 1e-15)
    }
    #expect(BinomialLaw.chances(of: 4, success: 0) == [1, 0, 0, 0, 0])
    #expect(BinomialLaw.chances(of: 4, success: 1) == [0, 0, 0, 0, 1])
  }

  /// Each chance from the one before: Cₙᵏ⁺¹/Cₙᵏ = (n − k)/(k + 1).
  @Test(arguments: [(20, 0.05), (50, 0.5), (100, 0.9), (7, 0.002)])
  func byRatios(trials: Int, success: Double) {
    let chances = BinomialLaw.chances(of: trials, success: success)
    #expect(chances.count == trials + 1)
    #expect(abs(chances.reduce(0, +) - 1) < 1e-13)
    for count in 0..<trials {
      let ratio = Double(trials - count) / Double(count + 1) * success / (1 - success)
      #expect(abs(chances[count + 1] - chances[count] * ratio) <= 1e-12 * chances[count + 1])
    }
  }
}
