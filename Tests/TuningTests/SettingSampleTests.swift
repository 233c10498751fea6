import Experiments
import Testing

@testable import Tuning

@Suite struct SettingSampleTests {
  private static let knobs: [any AnyKnob] = [
    Knob<Double>("rate", .log(0.001...10), default: 1, "by ratio"),
    Knob<Int>("count", 1...4, default: 2, "whole"),
    Knob<Double>("share", .linear(0...1), default: 0.5, "real"),
  ]

  private static let sample = SettingSample(
    SearchSpace(knobs, of: Settings(knobs)), count: 600)

  /// Every tenth of each range has its share of the settings.
  @Test func everyStretchOfARangeHasItsShare() {
    let sample = Self.sample
    #expect(sample.settings.count == 600)
    for (knob, parts) in zip(Self.knobs, [10, 4, 10]) {
      var counts = [Int](repeating: 0, count: parts)
      for settings in sample.settings {
        guard let value = settings[knob.name] else { continue }
        counts[min(parts - 1, Int(knob.domain.coordinate(of: value) * Double(parts)))] += 1
      }
      let even = 600 / parts
      let isEven = counts.allSatisfy { abs($0 - even) <= 6 }
      #expect(isEven, "\(knob.name) \(counts)")
    }
  }

  @Test func settingsAreRounded() throws {
    let plain = try #require(Self.sample.settings(at: 7))
    let short = try #require(Self.sample.settings(at: 7, digits: 2))
    let long = plain["rate"]?.number ?? 0
    let rounded = short["rate"]?.number ?? 0
    #expect(long == NumberText.rounded(long, digits: 4))
    #expect(rounded == NumberText.rounded(long, digits: 2))
    #expect(Self.sample.settings(at: 600) == nil && Self.sample.settings(at: -1) == nil)
  }

  @Test(
    arguments: [
      ("share", "0.5", 0.05, "0.55"), ("share", "0.5", -0.05, "0.45"), ("share", "0.98", 0.05, "1"),
      ("share", "1", 0.05, "1"), ("count", "2", 0.05, "3"), ("count", "2", -0.05, "1"),
      ("count", "4", 0.05, "4"), ("count", "1", -0.05, "1"), ("count", "1", 0.5, "3"),
      ("rate", "0.1", 0.25, "1"),
    ] as [(String, String, Double, String)])
  func oneKnobIsMoved(name: String, from: String, share: Double, to: String) throws {
    var settings = Settings(Self.knobs)
    try settings.turn(name, to: from)
    let knob = try #require(Self.knobs.first { $0.name == name })
    let moved = try #require(SettingSample.moved(settings, knob, by: share))
    let number = try #require(moved[name]?.number)
    #expect(abs(number - (Double(to) ?? .nan)) < 1e-9)
  }
}
