/// A unit's nonlinearity together with its derivative.
///
/// A new one is a rule and a line in `all`.
package struct Activation: Sendable, Equatable {
  package let name: String
  private let lanes: @Sendable (SIMD8<Double>) -> (SIMD8<Double>, SIMD8<Double>)
  private let rows: @Sendable (Block, Block?, _ rows: Int, _ blocks: Int) -> Void

  package static let identity = Activation("identity", Identity.self)
  package static let sigmoid = Activation("sigmoid", Sigmoid.self)
  package static let tanh = Activation("tanh", Tanh.self)
  package static let relu = Activation("relu", Rectifier.self)

  /// Every activation there is.
  package static let all = [identity, sigmoid, tanh, relu]

  /// The value and the slope at one point.
  package func evaluate(_ x: Double) -> (value: Double, slope: Double) {
    let (value, slope) = lanes(SIMD8(repeating: x))
    return (value[0], slope[0])
  }

  /// Replaces weighted sums by activations, and keeps the slopes where they are wanted.
  func apply(to sums: Block, slopes: Block?, rows count: Int, blocks: Int) {
    rows(sums, slopes, count, blocks)
  }

  private init<Rule: ActivationRule>(_ name: String, _ rule: Rule.Type) {
    self.name = name
    lanes = { Rule.evaluate($0) }
    rows = { sums, slopes, rows, blocks in
      for row in 0..<rows {
        let first = row * Workspace.blocks
        for index in first..<first + blocks {
          let (value, slope) = Rule.evaluate(sums[index])
          sums[index] = value
          if let slopes { slopes[index] = slope }
        }
      }
    }
  }

  package static func == (a: Activation, b: Activation) -> Bool { a.name == b.name }
}

/// A function and its derivative, eight samples at a time.
protocol ActivationRule: SendableMetatype {
  static func evaluate(_ x: SIMD8<Double>) -> (value: SIMD8<Double>, slope: SIMD8<Double>)
}

private enum Identity: ActivationRule {
  @inline(__always) static func evaluate(_ x: SIMD8<Double>) -> (
    value: SIMD8<Double>, slope: SIMD8<Double>
  ) { (x, SIMD8(repeating: 1)) }
}

private enum Sigmoid: ActivationRule {
  @inline(__always) static func evaluate(_ x: SIMD8<Double>) -> (
    value: SIMD8<Double>, slope: SIMD8<Double>
  ) {
    let y = Elementary.sigmoidLanes(x)
    return (y, y * (1 - y))
  }
}

private enum Tanh: ActivationRule {
  @inline(__always) static func evaluate(_ x: SIMD8<Double>) -> (
    value: SIMD8<Double>, slope: SIMD8<Double>
  ) {
    let y = Elementary.tanhLanes(x)
    return (y, 1 - y * y)
  }
}

private enum Rectifier: ActivationRule {
  @inline(__always) static func evaluate(_ x: SIMD8<Double>) -> (
    value: SIMD8<Double>, slope: SIMD8<Double>
  ) {
    // Not a number stays one, so that divergence is seen; the slope at 0 is 0.
    let negative = x .<= 0
    let one = SIMD8<Double>(repeating: 1)
    return (x.replacing(with: 0, where: negative), one.replacing(with: 0, where: negative))
  }
}
