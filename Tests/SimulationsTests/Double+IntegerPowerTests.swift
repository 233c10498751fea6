import Testing

@testable import Simulations

@Suite struct IntegerPowerTests {
  @Test(arguments: [
    (2.0, 10, 1024.0), (-3, 3, -27), (0.5, 0, 1), (0, 0, 1), (0, 5, 0), (1.5, -4, 1),
    (10, 400, .infinity), (-10, 401, -.infinity), (0.1, 400, 0), (1, 1 << 60, 1),
    (-1, (1 << 60) + 1, -1), (-1, .max, -1),
  ])
  func raises(base: Double, exponent: Int, power: Double) {
    #expect(base.raised(to: exponent) == power)
  }

  @Test func agreesWithMultiplication() {
    for base in [0.9, -0.83, 1.01, 0.999] {
      var product = 1.0
      for exponent in 0...1000 {
        let relativeError = abs(base.raised(to: exponent) / product - 1)
        #expect(relativeError < 1e-12)
        product *= base
      }
    }
  }
}
