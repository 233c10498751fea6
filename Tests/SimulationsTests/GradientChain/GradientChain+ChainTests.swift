import Foundation
import Testing

@testable import Simulations

@Suite struct UnitChainTests {
  typealias Unit = GradientChain.Unit

  /// The derivative by a central difference of the function itself.
  @Test(arguments: Unit.allCases, [0.3, 1, 1.7])
  func theGradientIsTheDerivative(unit: Unit, weight: Double) {
    func output(_ input: Double) -> Double {
      (0..<6).reduce(input) { value, _ in unit.activation.evaluate(weight * value).value }
    }
    let difference = (output(1 + 1e-5) - output(1 - 1e-5)) / 2e-5
    let gradient = UnitChain(unit, weight: weight, depth: 6).gradient
    #expect(abs(gradient - difference) <= 1e-6 * max(1e-3, abs(difference)))
  }

  /// The factor of the last of many layers is the one of the place where the signal settles.
  @Test(arguments: Unit.allCases, [0.1, 0.4, 0.8, 1.3, 2, 5, 10])
  func theFactorSettles(unit: Unit, weight: Double) {
    let chain = UnitChain(unit, weight: weight, depth: 200)
    #expect(abs((chain.factors.last ?? 0) / chain.predictedFactor - 1) < 1e-6)
    if let settled = chain.settled {
      #expect(abs((chain.signals.last ?? 0) - settled) < 1e-9)
    }
  }

  /// Where 1 − tanh² has lost its digits, 1/cosh² has not.
  @Test(arguments: [1.5, 3, 6, 10]) func theFactorOfTanhKeepsItsDigits(weight: Double) throws {
    let chain = UnitChain(.tanh, weight: weight, depth: 1)
    let settled = try #require(chain.settled)
    let slope = pow(cosh(weight * settled), -2)
    #expect(abs(chain.predictedFactor / (weight * slope) - 1) < 1e-13)
  }

  @Test func gradientsMultiplyFromTheOutputDown() {
    let chain = UnitChain(.relu, weight: 0.5, depth: 4)
    #expect(chain.gradients == [0.0625, 0.125, 0.25, 0.5, 1])
    #expect(chain.gradient == 0.0625 && chain.bound == 0.0625)
  }
}
