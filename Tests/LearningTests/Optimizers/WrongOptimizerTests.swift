import Learning
import Testing

/// The parity check tells every known bug from the rule it pretends to be.
@Suite struct WrongOptimizerTests {
  @Test func everyBugIsCaught() throws {
    let fixture = try OptimizerFixture()
    for (bug, name, decay, rule) in WrongOptimizer.all {
      let rows = fixture.rows.filter {
        $0.library == "torch" && $0.optimizer == name && $0.decay == decay && $0.step == 100
      }
      #expect(rows.count >= 3)
      let right = try #require(OptimizerFixture.rule(name, decay))
      for row in rows {
        #expect(fixture.deviation(right, from: row) <= 1e-12, "\(row)")
        // At a constant rate it does not matter where the rate stands.
        let hidden = bug.contains("Keras") && row.schedule == "constant"
        #expect(fixture.deviation(rule, from: row) > 1e-9 || hidden, "\(bug): \(row)")
      }
    }
  }

  /// Keras' velocity is the same as ours at a constant rate, and no longer once the rate falls.
  @Test func whereTheRateStandsMattersOnlyWhenItChanges() throws {
    let fixture = try OptimizerFixture()
    let keras = try #require(WrongOptimizer.all.first { $0.bug.contains("Keras") }).rule
    for row in fixture.rows
    where row.library == "torch" && row.optimizer == "momentum" && row.decay == "none" {
      let deviation = fixture.deviation(keras, from: row)
      if row.schedule == "constant" { #expect(deviation < 1e-12, "\(row)") }
      if row.schedule != "constant" && row.step == 100 { #expect(deviation > 1e-3, "\(row)") }
    }
  }
}
