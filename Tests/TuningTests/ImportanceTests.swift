import Numerics
import Testing

@testable import Tuning

@Suite struct ImportanceTests {
  /// Trials spread at random, with a loss of their place.
  private static func observations(
    _ count: Int, _ dimensions: Int, _ loss: ([Double]) -> Double?
  ) -> [Observation] {
    var stream = RandomStream(seed: 8, "importance")
    return (0..<count).map { _ in
      let point = (0..<dimensions).map { _ in stream.uniform() }
      return Observation(point, loss: loss(point))
    }
  }

  /// What one axis decides alone is its own, whatever the scale of the loss.
  @Test func oneAxisExplainsAll() throws {
    let plain = try #require(Importance.shares(Self.observations(400, 3) { $0[1] }))
    let steep = try #require(
      Importance.shares(Self.observations(400, 3) { Elementary.exp(40 * $0[1]) }))
    #expect(plain == steep)
    #expect(plain[1] > 0.97 && plain[0] < 0.15 && plain[2] < 0.15, "\(plain)")
  }

  /// Of a sum of two alike each has half, but for what ranks make of it; of a product around its
  /// middle neither has any.
  @Test func twoAxesShare() throws {
    let sum = try #require(Importance.shares(Self.observations(4000, 2) { $0[0] + $0[1] }))
    #expect(abs(sum[0] - 0.5) < 0.05 && abs(sum[1] - 0.5) < 0.05, "\(sum)")
    let product = try #require(
      Importance.shares(Self.observations(4000, 2) { ($0[0] - 0.5) * ($0[1] - 0.5) }))
    #expect(product.max() ?? 1 < 0.05, "\(product)")
  }

  /// What has no value counts as the worst: where an axis decides that, it explains it.
  @Test func missingValuesCount() throws {
    let shares = try #require(
      Importance.shares(Self.observations(400, 2) { $0[0] < 0.5 ? nil : 1 }))
    #expect(shares[0] > 0.95 && shares[1] < 0.15, "\(shares)")
  }

  @Test func nothingIsSaidOfTooLittle() {
    #expect(Importance.shares([]) == nil)
    #expect(Importance.shares(Self.observations(Importance.fewest - 1, 2) { $0[0] }) == nil)
    #expect(Importance.shares(Self.observations(Importance.fewest, 2) { $0[0] })?.count == 2)
    #expect(Importance.shares(Self.observations(50, 2) { _ in 1 }) == nil)
    #expect(Importance.shares(Self.observations(50, 2) { _ in nil }) == nil)
  }
}
