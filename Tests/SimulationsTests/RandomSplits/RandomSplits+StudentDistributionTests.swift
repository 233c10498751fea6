import Testing

@testable import Simulations

@Suite struct StudentDistributionTests {
  /// The sizes that t exceeds with a chance of 5 %, from SciPy.
  @Test(
    arguments: [
      (1, 12.706204736174694), (2, 4.302652729749462), (4, 2.7764451051977934),
      (14, 2.144786687917804), (49, 2.0095752371292392), (99, 1.9842169515864174),
    ])
  func bounds(freedom: Int, bound: Double) {
    let distribution = StudentDistribution(freedom: freedom)
    #expect(abs(distribution.bound(leaving: 0.05) - bound) < 1e-7 * bound)
    #expect(abs(distribution.within(bound) - 0.95) < 1e-8)
  }

  /// With one and two degrees of freedom the chance within is known by hand.
  @Test(arguments: [0.1, 1, 3.5, 12.0]) func byHand(t: Double) {
    let two = t / (2 + t * t).squareRoot()
    #expect(abs(StudentDistribution(freedom: 2).within(t) - two) < 1e-9)
    // The tangent of half of π times it is t.
    let one = StudentDistribution(freedom: 1).within(t)
    let angle = one * Double.pi / 2
    #expect(abs(sine(angle) / sine(angle + Double.pi / 2) / t - 1) < 1e-6)
  }

  /// By its series, for the tests alone.
  private func sine(_ x: Double) -> Double {
    var (term, sum) = (x, x)
    for step in 1..<30 {
      term *= -x * x / Double(2 * step * (2 * step + 1))
      sum += term
    }
    return sum
  }
}
