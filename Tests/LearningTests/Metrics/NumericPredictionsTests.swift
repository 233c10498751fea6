import Learning
import Numerics
import Testing

@Suite struct NumericPredictionsTests {
  /// Predicting the mean explains nothing; predicting exactly explains everything.
  @Test func shareExplained() {
    var stream = RandomStream(seed: 1, "numbers")
    for count in 2..<60 {
      let truth = (0..<count).map { _ in stream.normal(mean: 3, deviation: 2) }
      let mean = truth.reduce(0, +) / Double(count)
      let flat = NumericPredictions(truth: truth, predicted: truth.map { _ in mean })
      #expect(abs(flat.rSquared.value) < 1e-14)
      let exact = NumericPredictions(truth: truth, predicted: truth)
      #expect(exact.rSquared == NumericPredictions.measures[0](exact))
      #expect(exact.rSquared.value == 1 && exact.rootMeanSquaredError.value == 0)
      #expect(flat.meanAbsoluteError.value <= flat.rootMeanSquaredError.value)
    }
  }

  /// The mean of three tenths is not a tenth in floating point; the targets are equal all the same.
  @Test func equalTargetsAreSeenDespiteRounding() {
    let off = NumericPredictions(truth: [0.1, 0.1, 0.1], predicted: [0.1, 0.1, 0.2]).rSquared
    #expect(off.value == 0 && off.undefined == .constantTargets)
    let exact = NumericPredictions(truth: [0.1, 0.1, 0.1], predicted: [0.1, 0.1, 0.1]).rSquared
    #expect(exact.value == 1 && exact.undefined == .constantTargets)
  }

  @Test func reasonsAreNamed() {
    let bad: [([Double], [Double], Undefined)] = [
      ([], [], .noRows), ([.nan], [1], .notFinite), ([1, 2], [1, .infinity], .notFinite),
      ([1e200, -1e200], [-1e200, 1e200], .notFinite),
    ]
    for (truth, predicted, reason) in bad {
      let pairs = NumericPredictions(truth: truth, predicted: predicted)
      #expect(pairs.rSquared.undefined == reason)
      #expect(pairs.rootMeanSquaredError.undefined == reason)
    }
    #expect(NumericPredictions(truth: [1], predicted: [1]).rSquared.undefined == .oneRow)
  }
}
