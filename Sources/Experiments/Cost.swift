/// What a run cost, in counters that are the same on every machine.
package struct Cost: Sendable, Hashable, Encodable {
  /// Gradients of single examples that were computed.
  package var gradientEvaluations: Int

  /// Steps of the parameters.
  package var updates: Int

  /// Multiplications with an addition, in training and evaluation.
  package var multiplyAdds: Int

  /// Bytes of data, parameters and work space held at once.
  package var bytes: Int

  package init(
    gradientEvaluations: Int = 0, updates: Int = 0, multiplyAdds: Int = 0, bytes: Int = 0
  ) {
    self.gradientEvaluations = gradientEvaluations
    self.updates = updates
    self.multiplyAdds = multiplyAdds
    self.bytes = bytes
  }
}
