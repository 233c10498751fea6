import Experiments
import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct XorFunctionTests {
  /// The squared error left over when the values of one unit are fitted to the targets.
  static func residual(_ values: [Double], _ targets: [Double]) -> Double {
    let mean = values.reduce(0, +) / 4
    let spread = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let product = zip(values, targets).reduce(0) { $0 + ($1.0 - mean) * $1.1 }
    return spread > 1e-18 ? 1 - product * product / (4 * spread) : 1
  }

  /// No place of a single unit, of very many tried, is better than theory says; some come near.
  @Test(arguments: ActivationXor.Function.allCases)
  func oneUnitDoesNoBetter(function: ActivationXor.Function) {
    let corners = XorNetworks.corners
    var lowest = 1.0
    var stream = RandomStream(seed: 3, "places")
    for trial in 0..<20_000 {
      let scale = Elementary.exp(4 * stream.uniform() - 1)
      // Every other unit looks along a diagonal, where the best places are.
      let (a, bias) = (scale * (2 * stream.uniform() - 1), scale * (2 * stream.uniform() - 1))
      let b = trial.isMultiple(of: 2) ? a : scale * (2 * stream.uniform() - 1)
      let values = (0..<4).map { row in
        function.activation.evaluate(
          a * corners.features[2 * row] + b * corners.features[2 * row + 1] + bias
        ).value
      }
      lowest = min(lowest, Self.residual(values, corners.targets))
    }
    let predicted = function.lowestLoss(units: 1)
    #expect(lowest >= predicted - 1e-9)
    #expect(lowest <= predicted + 0.01)
  }

  @Test func twoRectifiersAreExact() {
    let corners = XorNetworks.corners
    for row in 0..<4 {
      let sum = corners.features[2 * row] + corners.features[2 * row + 1]
      let relu = ActivationXor.Function.relu.activation
      let output = 1 - relu.evaluate(sum).value - relu.evaluate(-sum).value
      #expect(output == corners.targets[row])
    }
    #expect(
      ActivationXor.Function.allCases.allSatisfy {
        $0.lowestLoss(units: 2) == ($0 == .identity ? 1 : 0)
      })
  }

  @Test func figureShowsTheFunctionAndItsSlope() throws {
    let figure = ActivationXor.Function.sigmoid.figure
    #expect(figure.series.map(\.name) == ["value", "slope"])
    #expect(figure.series[0].y[50] == 0.5 && figure.series[1].y[50] == 0.25)
    #expect(figure.series[1].y.max() == 0.25)
  }
}
