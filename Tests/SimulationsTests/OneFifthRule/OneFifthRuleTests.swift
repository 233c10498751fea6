import Experiments
import Testing

@testable import Simulations

@Suite struct OneFifthRuleTests {
  @Test(arguments: [
    (["first-step": "1"], "too-long"), (["first-step": "0.01", "steps": "100"], "too-short"),
    (["control": "one-fifth"], "in-step"),
    (["control": "one-fifth", "first-step": "1"], "in-step"),
  ])
  func findsWhatItIs(turned: [String: String], code: String) throws {
    let outcome = try OneFifthRule.outcome(turned)
    #expect(outcome.findings.map(\.code) == [code])
    let share = NumberText.percent(try #require(outcome["success-share"]))
    #expect(outcome.findings[0].message.contains(share))
    #expect(outcome.findings[0].measured == outcome["success-share"])
    #expect(outcome.findings[0].predicted == outcome["predicted-success"])
  }

  @Test func verdictsTurnAtTheirBounds() {
    #expect(OneFifthRule.verdict(success: 0.05).code == "in-step")
    #expect(OneFifthRule.verdict(success: 0.05.nextDown).code == "too-long")
    #expect(OneFifthRule.verdict(success: 0.4).code == "in-step")
    #expect(OneFifthRule.verdict(success: 0.4.nextUp).code == "too-short")
  }

  /// The adaptation does nothing to a step that is fixed.
  @Test func idleKnobsAreIdle() throws {
    var settings = OneFifthRule.defaults
    #expect(OneFifthRule.idleKnobs(settings) == ["adaptation"])
    let before = OneFifthRule.run(settings, seed: 2)
    try settings.turn("adaptation", to: "1")
    #expect(OneFifthRule.run(settings, seed: 2).metrics == before.metrics)
    try settings.turn("control", to: "one-fifth")
    #expect(OneFifthRule.idleKnobs(settings).isEmpty)
  }

  @Test(
    arguments: ["fixed", "one-fifth"],
    [
      ["dimensions": "2", "steps": "2000", "adaptation": "1", "first-step": "1"],
      ["dimensions": "30", "steps": "100", "adaptation": "0.05", "first-step": "0.01"],
      ["dimensions": "2", "steps": "2000", "adaptation": "0.05", "first-step": "0.01"],
    ])
  func holdsAtAllCorners(control: String, turned: [String: String]) throws {
    let outcome = try OneFifthRule.outcome(turned.merging(["control": control]) { $1 })
    let silent: Set<String> = control == "fixed" ? ["predicted-success"] : []
    #expect(
      Set(outcome.metrics.keys) == Set(OneFifthRule.metrics.map(\.name)).subtracting(silent))
    let areFinite = outcome.metrics.values.allSatisfy { $0.isFinite }
    #expect(areFinite)
    #expect(outcome.cost.updates > 0 && outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
    FigureCheck.check(outcome.figures, of: OneFifthRule.self)
  }
}
