import Testing

@testable import Simulations

@Suite struct GradientFlowTests {
  /// The closed form against the integral of 1/gradient by the trapezoidal rule.
  @Test(arguments: ConfidentMistake.Rule.allCases, [0.5, 2, 5, 10])
  func timeIsTheIntegral(rule: ConfidentMistake.Rule, logOdds: Double) {
    let flow = GradientFlow(rule: rule, start: -logOdds, rate: 0.25)
    let parts = 4000
    let width = logOdds / Double(parts)
    var time = 0.0
    for part in 0..<parts {
      let left = -logOdds + Double(part) * width
      time += 0.5 * width * (1 / flow.gradient(at: left) + 1 / flow.gradient(at: left + width))
    }
    #expect(abs(flow.time / time - 1) < 1e-5)
    #expect(flow.steps == 4 * flow.time)
  }

  @Test func squaredErrorPullsMostAtOneThird() {
    let flow = GradientFlow(rule: .squared, start: -5, rate: 1)
    let places = stride(from: -6.0, through: 6, by: 0.001)
    let steepest = places.max { flow.gradient(at: $0) < flow.gradient(at: $1) } ?? 0
    // z = −log 2.
    #expect(abs(steepest + 0.693) < 0.001)
    #expect(abs(flow.gradient(at: -0.693_147_18) - 4.0 / 27) < 1e-9)
  }
}
