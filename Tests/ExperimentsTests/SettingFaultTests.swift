import TestKit
import Testing

@testable import Experiments

@Suite struct SettingFaultTests {
  static let rate = Samples.rate.domain
  static let steps = Samples.steps.domain

  /// Every way in which a value can be wrong, with the line that people read.
  @Test(arguments: [
    (
      "learning-rate", "1e999",
      "learning-rate 1e999 is not a finite number; it takes 0.001 … 1"
    ),
    ("learning-rate", "nan", "learning-rate nan is not a finite number; it takes 0.001 … 1"),
    ("learning-rate", "-inf", "learning-rate -inf is not a finite number; it takes 0.001 … 1"),
    ("learning-rate", "", "learning-rate has no value; it takes 0.001 … 1"),
    ("learning-rate", " \t\n", "learning-rate has no value; it takes 0.001 … 1"),
    ("learning-rate", "0x10", "learning-rate \"0x10\" is not a number; it takes 0.001 … 1"),
    (
      "learning-rate", "0,1",
      "learning-rate \"0,1\" is not a number; it takes 0.001 … 1, written with a point: 0.1"
    ),
    (
      "learning-rate", "０.１",
      "learning-rate \"０.１\" is not a number; it takes 0.001 … 1, written plainly: 0.1"
    ),
    (
      "learning-rate", " 0.1",
      "learning-rate \" 0.1\" is not a number; it takes 0.001 … 1, written plainly: 0.1"
    ),
    ("shift", "–0.5", "shift \"–0.5\" is not a number; it takes -2 … 2, written plainly: -0.5"),
    ("shift", "−∞", "shift −∞ is not a finite number; it takes -2 … 2"),
    ("learning-rate", "0", "learning-rate 0 is out of range; it takes 0.001 … 1"),
    ("learning-rate", "1.0000001", "learning-rate 1.0000001 is out of range; it takes 0.001 … 1"),
    ("learning-rate", "1e-999", "learning-rate 1e-999 is out of range; it takes 0.001 … 1"),
    (
      "steps", "1_000",
      "steps \"1_000\" is not a number; it takes 1 … 1000, written without groups: 1000"
    ),
    ("steps", "50.5", "steps 50.5 is not a whole number; it takes 1 … 1000"),
    ("steps", "1e-9", "steps 1e-9 is not a whole number; it takes 1 … 1000"),
    ("steps", "0", "steps 0 is out of range; it takes 1 … 1000"),
    ("steps", "-5", "steps -5 is out of range; it takes 1 … 1000"),
    ("steps", "1e300", "steps 1e300 is out of range; it takes 1 … 1000"),
    (
      "steps", "9223372036854775808", "steps 9223372036854775808 is out of range; it takes 1 … 1000"
    ),
    ("steps", "infinity", "steps infinity is not a finite number; it takes 1 … 1000"),
    (
      "sampling", "epoch-shufle",
      "sampling cannot be \"epoch-shufle\"; did you mean epoch-shuffle?"
    ),
    (
      "sampling", "7",
      "sampling cannot be \"7\"; there are with-replacement, epoch-shuffle"
    ),
    ("sampling", "", "sampling has no value; it takes with-replacement, epoch-shuffle"),
    ("learningrate", "0.1", "no knob \"learningrate\"; did you mean learning-rate?"),
    ("zzz", "0.1", "no knob \"zzz\"; there are learning-rate, shift, steps, sampling"),
    ("", "0.1", "no knob \"\"; there are learning-rate, shift, steps, sampling"),
  ])
  func tells(knob: String, text: String, message: String) {
    var settings = Samples.settings
    let fault = #expect(throws: SettingFault.self) { try settings.turn(knob, to: text) }
    #expect(fault?.message == message)
    #expect(settings == Samples.settings)
  }

  /// What a domain is printed as can be typed, with either minus.
  @Test func whatADomainSaysIsTaken() throws {
    for (knob, domain) in [
      ("learning-rate", Self.rate), ("shift", Samples.shift.domain), ("steps", Self.steps),
    ] {
      for end in domain.text.split(separator: " … ") {
        for text in [String(end), String(end).replacing("-", with: "−")] {
          var settings = Samples.settings
          try settings.turn(knob, to: text)
          #expect(settings[knob]?.text == String(end))
        }
      }
    }
  }

  @Test func hundredsOfDigitsStayShort() {
    var settings = Samples.settings
    for text in [String(repeating: "9", count: 400), "0." + String(repeating: "0", count: 400)] {
      let fault = #expect(throws: SettingFault.self) {
        try settings.turn("learning-rate", to: text)
      }
      #expect((fault?.message.count ?? .max) < 120)
    }
  }

  /// A message is one short line without controls, whatever was typed.
  @Test func garbageGivesOneShortLine() {
    var garbage = Garbage(seed: 5)
    let alphabet = "0123456789.eE+-xnaif _\n\r\t\u{1B}\u{0}\u{202E}\u{2028}e\u{301}１é"
    for _ in 0..<5000 {
      let name = garbage.below(4) == 0 ? garbage.text(of: alphabet, upTo: 90) : "learning-rate"
      let text = garbage.text(of: alphabet, upTo: 90)
      var settings = Samples.settings
      do {
        try settings.turn(name, to: text)
        #expect((1e-3...1).contains(settings[Samples.rate]))
      } catch {
        #expect(error.message.unicodeScalars.count < 400)
        #expect(
          error.message.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
        #expect(!error.message.contains { $0.isNewline })
      }
    }
  }
}
