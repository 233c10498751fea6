import Testing

@testable import Simulations

@Suite struct SharedRowsTests {
  /// How often the plain test errs, 100 rows of which a fifth judges: SciPy's t distribution.
  @Test(
    arguments: [
      (2, 0.06117448008511195), (5, 0.1378355304802832), (15, 0.34177098128468747),
      (50, 0.5869042914608459), (100, 0.6980105814653118),
    ])
  func plainTest(splits: Int, share: Double) {
    let theory = SharedRows(splits: splits, rows: 100, heldOut: 0.2)
    #expect(theory.heldOut == 20 && theory.heldOutShare == 0.2)
    #expect(abs(theory.plainRejections - share) < 1e-8, "\(theory.plainRejections)")
  }

  /// The factor of the corrected test is the plain one's and the ratio of the parts.
  @Test(arguments: [(50, 0.1), (100, 0.5), (400, 0.37)])
  func correction(rows: Int, share: Double) {
    let theory = SharedRows(splits: 10, rows: rows, heldOut: share)
    let held = Double(theory.heldOut)
    #expect(abs(held - share * Double(rows)) <= 0.5)
    let ratio = theory.correctedBound / theory.plainBound
    #expect(abs(ratio - (1 + 10 * held / (Double(rows) - held))) < 1e-12)
  }

  @Test func verdictsTurnAtTheirBound() {
    #expect(RandomSplits.verdict(plainRejections: 0.1).code == "near-level")
    #expect(RandomSplits.verdict(plainRejections: 0.1.nextUp).code == "too-eager")
  }
}
