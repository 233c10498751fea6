import Testing

@testable import Experiments

@Suite struct MotionTests {
  @Test(arguments: [
    (Samples.steps as any AnyKnob, SettingValue.integer(1), ["1"]),
    (Samples.steps, .integer(5), ["1", "2", "3", "4", "5"]),
    (Samples.steps, .integer(0), []), (Samples.steps, .integer(1001), []),
    (Samples.steps, .real(5), []), (Samples.rate, .real(.nan), []),
    (Samples.rate, .real(0.001), ["0.001"]), (Samples.sampling, .choice("epoch-shuffle"), []),
  ])
  func framesOfShortWays(knob: any AnyKnob, end: SettingValue, frames: [String]) {
    #expect(knob.frames(upTo: end).map(\.text) == frames)
  }

  @Test func framesAreSpreadOnTheKnobsScale() {
    #expect(
      Samples.steps.frames(upTo: .integer(1000), count: 4).map(\.text)
        == ["1", "334", "667", "1000"])
    let epochs = Knob<Int>("epochs", 1...1000, .log, default: 10, "an integer")
    #expect(
      epochs.frames(upTo: .integer(1000), count: 4).map(\.text) == ["1", "10", "100", "1000"])
    #expect(
      Samples.rate.frames(upTo: .real(0.1), count: 3).map(\.text) == ["0.001", "0.01", "0.1"])
  }

  /// Every value that a knob can have: in order, each once, in the domain, with both ends.
  @Test func framesGoFromTheLowEndToTheValue() throws {
    for knob in Samples.settings.knobs {
      guard let bounds = knob.domain.bounds else { continue }
      for end in knob.domain.grid(150) + [.real(0.123456789)] where knob.domain.contains(end) {
        for count in [-1, 0, 1, 2, 3, 60] {
          let frames = knob.frames(upTo: end, count: count)
          #expect(frames.count <= max(count, 0))
          #expect(frames.allSatisfy(knob.domain.contains))
          guard count > 0 else { continue }
          #expect(frames.last == end)
          let numbers = frames.compactMap(\.number)
          #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 })
          if count > 1 { #expect(numbers.first == bounds.lowerBound) }
        }
      }
    }
  }

  /// Runs that wait so many steps, which have no effect where there is no noise.
  private enum Waiting: Simulation {
    static let name = "waiting"
    static let summary = "nothing but time"
    static let knobs: [any AnyKnob] = [Samples.steps, Samples.shift]
    static let metrics: [Metric] = []
    static let figures = [FigureKind("way", "the way"), FigureKind("end", "the end")]
    static let findings: [FindingKind] = []
    static let usesChance = false
    static let time: (any AnyKnob)? = Samples.steps
    static let timeFigures = [figures[0]]
    static func idleKnobs(_ settings: Settings) -> Set<String> {
      settings[Samples.shift] == 0 ? ["steps"] : []
    }
    static func run(_ settings: Settings, seed: UInt64) -> Outcome { Outcome() }
  }

  @Test func aKnobWithoutEffectLeadsThroughNoTime() throws {
    guard case .reveal(let figures) = Waiting.motion(Waiting.defaults) else {
      Issue.record("not revealed")
      return
    }
    #expect(figures == Waiting.timeFigures)
    var settings = Waiting.defaults
    try settings.turn("shift", to: .real(1))
    guard case .rerun(let knob) = Waiting.motion(settings) else {
      Issue.record("not run again")
      return
    }
    #expect(knob.name == "steps")
  }
}
