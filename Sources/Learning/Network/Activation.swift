/// A unit's nonlinearity together with its derivative.
///
/// A new one is a file in `Activations` and a line in `all`.
package struct Activation: Sendable, Equatable {
  package let name: String
  private let lanes: @Sendable (SIMD8<Double>) -> (SIMD8<Double>, SIMD8<Double>)
  private let rows: @Sendable (Block, Block?, _ rows: Int, _ blocks: Int) -> Void

  /// Every activation there is, those with a parameter at its usual value.
  package static let all = [
    identity, sigmoid, tanh, relu, leakyReLU, elu, gelu, geluTanh, softplus,
  ]

  /// The value and the slope at one point.
  package func evaluate(_ x: Double) -> (value: Double, slope: Double) {
    let (value, slope) = lanes(SIMD8(repeating: x))
    return (value[0], slope[0])
  }

  /// Replaces weighted sums by activations, and keeps the slopes where they are wanted.
  func apply(to sums: Block, slopes: Block?, rows count: Int, blocks: Int) {
    rows(sums, slopes, count, blocks)
  }

  init<Rule: ActivationRule>(_ name: String, _ rule: Rule) {
    self.name = name
    lanes = { rule.evaluate($0) }
    rows = { sums, slopes, rows, blocks in
      for row in 0..<rows {
        let first = row * Workspace.blocks
        for index in first..<first + blocks {
          let (value, slope) = rule.evaluate(sums[index])
          sums[index] = value
          if let slopes { slopes[index] = slope }
        }
      }
    }
  }

  package static func == (a: Activation, b: Activation) -> Bool { a.name == b.name }
}

/// A function and its derivative, eight samples at a time.
///
/// What is not a number stays one, so that divergence is seen.
protocol ActivationRule: Sendable {
  func evaluate(_ x: SIMD8<Double>) -> (value: SIMD8<Double>, slope: SIMD8<Double>)
}
