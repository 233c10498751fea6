import Experiments
import Testing

@testable import Simulations

@Suite struct SymmetryTrainingTests {
  /// Units that begin equal stay equal, whatever their activation; random ones never are.
  @Test(arguments: InitialWeights.Unit.allCases)
  func onlyZerosStayAlike(unit: InitialWeights.Unit) {
    for seed in 1...5 as ClosedRange<UInt64> {
      for scheme in InitialWeights.Scheme.allCases {
        let law = WeightLaw(scheme, deviation: 0.02, width: 64)
        let training = SymmetryTraining(law, unit, seed: seed)
        #expect(training.distinctUnits == (scheme == .zeros ? 1 : 8))
        #expect(training.findings.map(\.code) == (scheme == .zeros ? ["symmetric-units"] : []))
      }
    }
  }

  /// With ReLU nothing reaches the hidden weights; the sigmoid's move, all the same way.
  @Test func zerosMoveOnlyWhereSomethingComesThrough() {
    let law = WeightLaw(.zeros, deviation: 0, width: 64)
    let relu = SymmetryTraining(law, .relu, seed: 1)
    #expect(relu.after.parameters.dropLast().allSatisfy { $0 == 0 })
    let sigmoid = SymmetryTraining(law, .sigmoid, seed: 1)
    #expect(sigmoid.after.parameters.prefix(16).allSatisfy { $0 != 0 })
  }

  @Test func theFigureShowsEveryUnitTwice() {
    let training = SymmetryTraining(
      WeightLaw(.he, deviation: 0, width: 64), .tanh, seed: 3)
    #expect(training.figure.series.map(\.x.count) == [8, 8])
  }
}
