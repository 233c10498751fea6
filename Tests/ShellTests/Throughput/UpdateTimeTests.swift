import TestKit
import Testing

@testable import Shell

@Suite struct UpdateTimeTests {
  @Test(arguments: [(1e-6, 2e-7), (0, 1e-6), (3e-3, 0), (5e-9, 5e-3)])
  func findsWhatMadeTheTimes(fixed: Double, perSample: Double) throws {
    let truth = UpdateTime(fixed: fixed, perSample: perSample)
    let found = try #require(
      UpdateTime(fitting: [1, 4, 16, 256].map { ($0, truth.seconds($0)) }))
    for batch in [1, 10, 256] {
      #expect(abs(found.seconds(batch) / truth.seconds(batch) - 1) < 1e-6)
    }
  }

  /// Whatever was measured, neither part is below 0 and nothing is undefined.
  @Test func isSoundForAnyTimes() {
    var garbage = Garbage(seed: 1)
    for _ in 0..<300 {
      var pairs: [(batchSize: Int, seconds: Double)] = []
      for size in [1, 2, 8, 64, 1024] {
        pairs.append((size, garbage.below(7) == 0 ? 0 : garbage.fraction() * 1e-3))
      }
      guard let model = UpdateTime(fitting: pairs) else { continue }
      #expect(model.fixed >= 0 && model.perSample >= 0)
      #expect(model.fixed.isFinite && model.perSample.isFinite)
      #expect(model.samplesPerSecond(16) > 0)
    }
  }

  @Test func timesOfZeroAreNoModel() {
    #expect(UpdateTime(fitting: [(1, 0), (2, .infinity), (0, 1)]) == nil)
    #expect(UpdateTime(fitting: []) == nil)
    #expect(UpdateTime(fitting: [(4, 2e-3)]) == UpdateTime(fixed: 0, perSample: 5e-4))
  }

  @Test func saysWhatItFound() {
    #expect(
      UpdateTime(fixed: 1e-5, perSample: 1.25e-6).sentence(missing: 0.12)
        == "By the model an update takes 10.0 µs whatever its size, and 1.25 µs more for each "
        + "sample. A batch of about 8 spends as long on the one as on the other; well below it "
        + "larger batches gain most, well above it next to nothing. The model misses the measured "
        + "speeds by up to 12 %.")
    #expect(
      UpdateTime(fixed: 2e-3, perSample: 0).sentence(missing: nil)
        == "By the model an update takes 2.00 ms whatever its size, and 0 µs more for each sample.")
  }
}
