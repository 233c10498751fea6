/// A rule that moves parameters against their gradients.
///
/// A value: it holds its own moments, and a copy continues on its own. The rate is passed in at
/// every step, so that a schedule can decide it. Memory is taken at the first step and kept; no
/// later step allocates. Every parameter is moved by itself, so the order of the parameters does
/// not matter.
package protocol Optimizer: Sendable {
  /// How many numbers the rule remembers for each parameter.
  static var statePerParameter: Int { get }

  /// Moves every parameter once.
  mutating func step(
    parameters: inout MutableSpan<Double>, gradients: Span<Double>, rate: Double)
}

extension Optimizer {
  /// The memory a parameter needs in training: itself, its gradient and the rule's state.
  ///
  /// In `Float32`, as deep-learning libraries count: 8 bytes for gradient descent, 12 for momentum,
  /// Nesterov, Adagrad and RMSprop, 16 for Adam and AdamW, 20 for AMSGrad; in `Double` twice that.
  package static func bytesPerParameter(bytesPerNumber: Int = MemoryLayout<Double>.stride) -> Int {
    (2 + statePerParameter) * bytesPerNumber
  }
}
