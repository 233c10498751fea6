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

  /// What two runs cost together: what they count is added up, and what they hold at once is the larger.
  package static func + (left: Cost, right: Cost) -> Cost {
    func sum(_ left: Int, _ right: Int) -> Int {
      let (sum, isOver) = left.addingReportingOverflow(right)
      return isOver ? .max : sum
    }
    return Cost(
      gradientEvaluations: sum(left.gradientEvaluations, right.gradientEvaluations),
      updates: sum(left.updates, right.updates),
      multiplyAdds: sum(left.multiplyAdds, right.multiplyAdds),
      bytes: max(left.bytes, right.bytes))
  }
}
