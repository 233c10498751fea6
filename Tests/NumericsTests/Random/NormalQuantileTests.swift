import Numerics
import Testing

@Suite struct NormalQuantileTests {
  static let references: [(Double, Double)] = [
    (0.5000001, 2.506628273311648e-07),
    (0.6, 0.2533471031357997),
    (0.3, -0.5244005127080408),
    (0.9249, 1.4388253927525403),
    (0.0750001, -1.4395307645017297),
    (0.075, -1.439531470938456),
    (0.92501, 1.4396021182393162),
    (0.975, 1.9599639845400538),
    (0.01, -2.326347874040841),
    (1e-06, -4.753424308822899),
    (1e-10, -6.361340902404057),
    (1.4e-11, -6.656723091518184),
    (1e-12, -7.034483825301132),
    (1e-16, -8.222082216130435),
    (1.1102230246251565e-16, -8.209536151601387),
    (1e-100, -21.273453560965326),
    (1e-300, -37.0470962993612),
    (0.9999999999999999, 8.209536151601387),
  ]

  /// Quantiles to 16 digits from mpmath 1.4.1, Newton on erfc in 200-digit arithmetic.
  @Test(arguments: references)
  func quantiles(probability: Double, expected: Double) {
    let result = NormalQuantile.at(probability)
    #expect(abs(result - expected) <= 4e-16 * max(abs(expected), 1e-3))
  }

  @Test(arguments: [(0, -.infinity), (1, .infinity), (0.5, 0)] as [(Double, Double)])
  func ends(probability: Double, expected: Double) {
    #expect(NormalQuantile.at(probability) == expected)
  }

  @Test(arguments: [-0.1, 1.1, .nan, .infinity])
  func outsideItIsNotANumber(probability: Double) {
    #expect(NormalQuantile.at(probability).isNaN)
  }
}
