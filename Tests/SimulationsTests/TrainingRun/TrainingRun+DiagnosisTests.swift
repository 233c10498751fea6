import Testing

@testable import Simulations

@Suite struct RunDiagnosisTests {
  static let blind = 0.7

  /// A curve that begins at 0.7 and goes as told.
  static func curve(_ loss: (Double) -> Double) -> [Double] {
    [0.7] + (1...40).map { loss(Double($0) / 40) }
  }

  static let flat = curve { _ in 0.5 }
  static let low = curve { _ in 0.1 }
  static let falling = curve { 0.7 - 0.3 * $0 }
  static let turning = curve { 0.2 + 0.3 * $0 }
  static let jumping = [0.7] + (1...40).map { $0 % 2 == 0 ? 0.2 : 0.3 }
  static let climbing = curve { 0.7 + 2 * $0 }
  static let broken = [0.7] + Array(repeating: Double.infinity, count: 40)

  @Test(
    arguments: [
      (flat, flat, .underfitting), (low, low, .healthy), (falling, falling, .tooSlow),
      (low, turning, .overfitting), (jumping, jumping, .tooNoisy),
      (jumping, turning, .tooNoisy), (climbing, climbing, .unstable), (broken, broken, .unstable),
      (low, broken, .unstable), (falling, turning, .overfitting),
    ] as [([Double], [Double], RunDiagnosis.Name)])
  func namesPlainCurves(training: [Double], validation: [Double], name: RunDiagnosis.Name) {
    func found(_ isLeaking: Bool) -> RunDiagnosis.Name {
      RunDiagnosis.name(
        training: training, validation: validation, blind: Self.blind, isLeaking: isLeaking)
    }
    #expect(found(false) == name)
    #expect(found(true) == .leaking)
  }

  /// Only the latter half counts: a bad start may mend.
  @Test func aBadStartMayMend() {
    let mended = [0.7] + (1...40).map { $0 < 10 ? 5.0 : 0.1 }
    #expect(
      RunDiagnosis.name(training: mended, validation: mended, blind: 0.7, isLeaking: false)
        == .healthy)
  }

  @Test func roughnessCountsClimbsAlone() {
    #expect(RunDiagnosis.roughness([4, 3, 2, 1]) == 0)
    #expect(RunDiagnosis.roughness([1, 2, 1, 2]) == 2.0 / 3 / 1.5)
    #expect(RunDiagnosis.roughness([1]) == 0 && RunDiagnosis.roughness([]) == 0)
    #expect(RunDiagnosis.roughness([0, 0]) == 0)
  }

  /// Curves of any length, a single epoch's included.
  @Test(arguments: 0...5)
  func shortCurvesAreJudgedToo(count: Int) {
    let curve = Array(Self.falling.prefix(count))
    let name = RunDiagnosis.name(
      training: curve, validation: curve, blind: Self.blind, isLeaking: false)
    #expect(name != .undecided)
  }
}
