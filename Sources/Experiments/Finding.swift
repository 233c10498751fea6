/// What a run can be found to be, such as `unstable-step`.
package struct FindingKind: Sendable, Hashable {
  package let code: String

  /// When it is found.
  package let summary: String

  /// The names of the metrics whose values it explains; none stands for all.
  package let explains: Set<String>

  package init(_ code: String, _ summary: String, explains metrics: [Metric] = []) {
    self.code = code
    self.summary = summary
    explains = Set(metrics.map(\.name))
  }
}

/// What a run was found to be, with theory and measurement side by side.
package struct Finding: Sendable, Hashable {
  package let code: String

  /// A sentence or two for the learner, naming both numbers.
  package let message: String

  /// The names of the metrics whose values it explains; none stands for all.
  package let explains: Set<String>
  package let predicted: Double?
  package let measured: Double?

  /// Whom the data are owed to, where that is what the finding says: once in a text is enough.
  package let credits: Set<String>

  package init(
    _ kind: FindingKind, predicted: Double?, measured: Double?, _ message: String,
    credits: Set<String> = []
  ) {
    code = kind.code
    explains = kind.explains
    self.message = message
    self.predicted = predicted
    self.measured = measured
    self.credits = credits
  }
}
