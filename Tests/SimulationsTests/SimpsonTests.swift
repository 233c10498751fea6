import Testing

@testable import Simulations

@Suite struct SimpsonTests {
  /// Parabolas are met exactly, and cubics too.
  @Test(arguments: [2, 4, 256]) func cubicsAreExact(parts: Int) {
    let area = Simpson.integral(from: -1, to: 3, parts: parts) { 4 * $0 * $0 * $0 - 3 * $0 + 1 }
    #expect(abs(area - 72) < 1e-11)
  }

  /// With twice the parts a sixteenth of the error is left.
  @Test func theErrorFallsWithTheFourthPower() {
    func error(_ parts: Int) -> Double {
      abs(Simpson.integral(from: 0, to: 1, parts: parts) { $0 * $0 * $0 * $0 } - 0.2)
    }
    #expect(abs(error(8) / error(16) - 16) < 0.01)
  }

  @Test func nothingLiesBetweenOnePlaceAndItself() {
    #expect(Simpson.integral(from: 2, to: 2, parts: 4) { _ in .nan } == 0)
    #expect(Simpson.integral(from: 2, to: 1, parts: 4) { _ in 1 } == 0)
  }
}
