import Experiments
import Foundation
import Testing

@testable import Simulations

@Suite struct ManyDimensionsTests {
  /// The best step is 1.224, gains .2025 and succeeds .270 of the time.
  @Test func theBestStep() {
    let best = ManyDimensions.bestStep
    #expect(abs(best - 1.224) < 5e-4)
    #expect(abs(ManyDimensions.progress(best) - 0.2025) < 5e-5)
    #expect(abs(ManyDimensions.success(best) - 0.270) < 5e-4)
    for step in [0.9, 1.2, 1.25, 2] {
      #expect(ManyDimensions.progress(step) < ManyDimensions.progress(best))
    }
  }

  /// What a step gains in ever more dimensions is E max(0, sz − s²/2) for a normal z: by Simpson's rule.
  @Test(arguments: [0.05, 0.3, 1.224, 3, 5]) func byIntegration(step: Double) {
    let (low, high, parts) = (step / 2, 12.0, 4000)
    let width = (high - low) / Double(parts)
    func gain(_ z: Double) -> Double {
      (step * z - step * step / 2) * 0.3989422804014327 * exp(-z * z / 2)
    }
    var sum = gain(low) + gain(high)
    for part in 1..<parts {
      sum += (part % 2 == 1 ? 4 : 2) * gain(low + Double(part) * width)
    }
    let found = sum * width / 3
    #expect(abs(ManyDimensions.progress(step) - found) < 1e-12, "\(found)")
  }

  @Test func verdictsTurnAtTheirBounds() {
    let best = ManyDimensions.progress(ManyDimensions.bestStep)
    for step in [0.05, 0.3, 0.6, 0.8, 1, 1.224, 1.5, 1.8, 2, 3, 5] {
      let isGood = ManyDimensions.progress(step) >= 0.9 * best
      let code = isGood ? "good-step" : step < 1.224 ? "too-short" : "too-long"
      #expect(StepProgress.verdict(step: step).code == code)
    }
  }
}
