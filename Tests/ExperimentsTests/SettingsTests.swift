import Testing

@testable import Experiments

@Suite struct SettingsTests {
  @Test func untouchedKnobsHaveTheirDefaults() {
    let settings = Samples.settings
    #expect(settings[Samples.rate] == 0.01)
    #expect(settings[Samples.steps] == 50)
    #expect(settings[Samples.sampling] == .withReplacement)
    #expect(settings["sampling"] == .choice("with-replacement"))
    #expect(settings["nothing"] == nil)
    #expect(settings.values.map(\.name) == ["learning-rate", "shift", "steps", "sampling"])
    #expect(settings.turned.isEmpty)
  }

  @Test(arguments: [
    ("learning-rate", "1e-3", "0.001"), ("learning-rate", "+0.5", "0.5"),
    ("learning-rate", "1", "1"), ("shift", "-0", "0"), ("shift", "1e-999", "0"),
    ("steps", "1e3", "1000"), ("steps", "50.0", "50"), ("steps", "007", "7"),
    ("sampling", "epoch-shuffle", "epoch-shuffle"),
  ])
  func turns(knob: String, text: String, shown: String) throws {
    var settings = Samples.settings
    try settings.turn(knob, to: text)
    #expect(settings[knob]?.text == shown)
    #expect(settings.turned.count == 1)
  }

  @Test(arguments: [
    ("learning-rate", SettingValue.real(.nan)), ("learning-rate", .real(2)),
    ("learning-rate", .integer(1)), ("steps", .real(5)), ("steps", .integer(0)),
    ("sampling", .choice("both")), ("nothing", .integer(1)),
  ])
  func refusesValues(knob: String, value: SettingValue) {
    var settings = Samples.settings
    #expect(throws: SettingFault.self) { try settings.turn(knob, to: value) }
    #expect(settings == Samples.settings)
  }

  @Test func overlays() throws {
    var given = Samples.settings
    try given.turn("steps", to: "40")
    try given.turn("learning-rate", to: "0.1")
    var chosen = Samples.settings
    try chosen.turn("learning-rate", to: "0.2")
    let both = given.overlaid(by: chosen)
    #expect(both[Samples.steps] == 40)
    #expect(both[Samples.rate] == 0.2)
    #expect(chosen.overlaid(by: given)[Samples.rate] == 0.1)
  }

  @Test func aDefaultTypedEqualsADefaultUntouched() throws {
    var typed = Samples.settings
    try typed.turn("steps", to: "50")
    #expect(typed == Samples.settings)
    try typed.turn("steps", to: "51")
    #expect(typed != Samples.settings)
  }

  @Test func anOutcomeLacksWhatWasNotMeasured() {
    let steps = Metric("steps-to-target", "a count", .count)
    var outcome = Outcome()
    #expect(outcome[steps] == nil)
    outcome[steps] = 3
    #expect(outcome["steps-to-target"] == 3)
    outcome[steps] = nil
    #expect(outcome.metrics.isEmpty)
  }
}
