import Experiments
import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct MaskedLinearModelTests {
  /// Rows, targets and weights that have nothing regular about them.
  static func model(_ seed: UInt64) -> MaskedLinearModel {
    var stream = RandomStream(seed: seed, "model")
    let (rows, columns) = (1 + stream.integer(below: 9), 1 + stream.integer(below: 7))
    return MaskedLinearModel(
      features: (0..<rows * columns).map { _ in stream.normal() },
      targets: (0..<rows).map { _ in stream.normal() },
      weights: (0..<columns).map { _ in stream.normal() })
  }

  /// The mean squared error under a mask, row by row.
  static func error(_ model: MaskedLinearModel, _ mask: Int, _ p: Double) -> Double {
    let columns = model.weights.count
    var sum = 0.0
    for (row, target) in model.targets.enumerated() {
      var answer = 0.0
      for column in 0..<columns where mask >> column & 1 == 1 {
        answer += model.features[row * columns + column] * model.weights[column] / (1 - p)
      }
      sum += (target - answer) * (target - answer)
    }
    return sum / Double(model.targets.count)
  }

  /// Srivastava and others 2014, §9.1, on any data.
  @Test(arguments: 0..<30) func everyMaskAgreesWithTheFormula(seed: Int) throws {
    let model = Self.model(UInt64(seed))
    for p in [0, 0.1, 0.37, 0.5, 0.9, 0.999] {
      let penalty = try #require(model.predictedPenalty(at: p))
      let expected = model.plainError + penalty
      #expect(abs(model.enumeratedError(at: p) / expected - 1) < 1e-9)
      #expect(abs(model.meanMask(at: p) - 1) < 1e-9)
      // The known bug, a missing scale of what stays, has another mean.
      #expect(p == 0 || abs(model.meanMask(at: p) * (1 - p) - 1) > 0.05)
    }
  }

  @Test(arguments: 0..<10) func oneMaskIsTheModelWithoutTheRest(seed: Int) {
    let model = Self.model(UInt64(seed))
    for mask in 0..<model.maskCount {
      let expected = Self.error(model, mask, 0.3)
      #expect(abs(model.error(keeping: mask, at: 0.3) - expected) < 1e-9 * (1 + expected))
    }
    let all = Self.error(model, model.maskCount - 1, 0)
    #expect(abs(model.plainError - all) < 1e-9 * (1 + all))
  }

  /// Everything dropped gives zeros: the error of answering 0, and no 0 · ∞.
  @Test(arguments: 0..<5) func droppingAllAnswersZero(seed: Int) {
    let model = Self.model(UInt64(seed))
    let square = model.targets.reduce(0) { $0 + $1 * $1 } / Double(model.targets.count)
    #expect(model.enumeratedError(at: 1) == square)
    #expect(model.meanMask(at: 1) == 0)
    #expect(model.predictedPenalty(at: 1) == nil)
  }
}
