import Learning
import Testing

/// Every optimizer, with every decay, on three schedules, against PyTorch and optax.
@Suite struct OptimizerParityTests {
  /// Rows that follow another rule on purpose.
  ///
  /// Adagrad has ε inside the root in optax, and AMSGrad takes the largest square once corrected.
  static let differ: Set<String> = [
    "optax adagrad", "optax amsgrad", "optax-inside rmsprop", "optax-inside adam",
  ]

  @Test func everyRowAgrees() throws {
    let fixture = try OptimizerFixture()
    #expect(fixture.start.count == 11 && fixture.gradients.count == 100)
    #expect(fixture.rows.count == 5 * (7 * 3 * 3 + 3 + 3 * 4 + 8 + 2))
    for row in fixture.rows where !Self.differ.contains("\(row.library) \(row.optimizer)") {
      let rule = try #require(OptimizerFixture.rule(row.optimizer, row.decay))
      let deviation = fixture.deviation(rule, from: row)
      #expect(deviation <= 1e-12, "\(row)")
    }
  }

  /// What optax does otherwise on purpose is seen, so the rows above tell such variants apart.
  @Test func whatDiffersOnPurposeIsSeen() throws {
    let fixture = try OptimizerFixture()
    let rows = fixture.rows.filter { Self.differ.contains("\($0.library) \($0.optimizer)") }
    for name in Self.differ {
      let last = try #require(
        rows.last { "\($0.library) \($0.optimizer)" == name && $0.step == 100 })
      let rule = try #require(OptimizerFixture.rule(last.optimizer, last.decay))
      #expect(fixture.deviation(rule, from: last) > 1e-9, "\(last)")
    }
  }
}
