/// A rule that moves parameters against their gradients.
///
/// A value: it holds its own moments, and a copy continues on its own. The rate is passed in at
/// every step, so that a schedule can decide it.
package protocol Optimizer: Sendable {
  /// How many numbers the rule remembers for each parameter.
  static var statePerParameter: Int { get }

  /// Moves every parameter once.
  mutating func step(
    parameters: inout MutableSpan<Double>, gradients: Span<Double>, rate: Double)
}
