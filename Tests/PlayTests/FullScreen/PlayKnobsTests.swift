import Exhibits
import Experiments
import TestKit
import Testing
import ToyCourse

@testable import Play

/// Which knob is turned, and which hold still.
@Suite struct PlayKnobsTests {
  static let turns: [PlayKnobs.Turn] = [
    .stops(1), .stops(-1), .stops(5), .digits(1), .digits(-1), .toLowest, .toHighest, .toDefault,
    .toShare(0.3), .toShare(-9), .toShare(.nan), .toShare(.infinity),
  ]

  static func settings(_ values: [String: String]) throws -> Settings {
    try Toys.settings(Ride.self, values)
  }

  @Test func chooseStopsAtTheEndsAndCycleGoesAround() throws {
    var knobs = PlayKnobs(Ride.self, Ride.defaults)
    #expect(knobs.chosen == 0)
    knobs.choose(-1)
    #expect(knobs.chosen == 0)
    knobs.choose(3)
    #expect(knobs.chosen == 3)
    knobs.choose(9)
    #expect(knobs.chosen == 4)
    knobs.cycle(1)
    #expect(knobs.chosen == 0)
    knobs.cycle(-1)
    #expect(knobs.chosen == 4)
    knobs.cycle(-12)
    #expect(knobs.chosen == 2)
    knobs.choose(at: 99)
    #expect(knobs.chosen == 2)
    #expect(PlayKnobs(Ride.self, Ride.defaults, choosing: "gear").chosen == 2)
    #expect(PlayKnobs(Ride.self, Ride.defaults, choosing: "none").chosen == 0)
  }

  @Test func idleKnobsArePassedOver() throws {
    var knobs = PlayKnobs(Ride.self, try Self.settings(["gear": "free"]), choosing: "drag")
    #expect(knobs.knob?.name == "gear" || knobs.knob?.name == "load")
    knobs.choose(at: 3)
    #expect(knobs.knob?.name != "drag")
    var seen: Set<String> = []
    for _ in 0..<5 {
      knobs.cycle(1)
      seen.insert(knobs.knob?.name ?? "")
    }
    #expect(seen == ["rate", "gear", "load"])
    // Turned away from free, they are back; turned to it, the chosen one is one that can be turned.
    knobs.choose(at: 2)
    knobs.turn(.toLowest)
    knobs.choose(at: 3)
    #expect(knobs.knob?.name == "drag")
    knobs.set("gear", .choice("free"))
    #expect(knobs.knob.map(knobs.isFree) == true)
  }

  /// Whatever is chosen and turned, knobs that are locked or idle stand where they stood.
  @Test(arguments: 0..<12) func lockedAndIdleKnobsAreNeverTurned(_ seed: Int) throws {
    var garbage = Garbage(seed: seed)
    let locked = Set(Ride.knobs.map(\.name).filter { _ in garbage.below(2) == 0 })
    let gear = garbage.one(of: ["low", "free"])
    var knobs = PlayKnobs(
      Ride.self, try Self.settings(["gear": gear, "steps": "17", "drag": "0.4"]), locked: locked)
    for _ in 0..<60 {
      switch garbage.below(4) {
      case 0: knobs.choose(garbage.below(5) - 2)
      case 1: knobs.cycle(garbage.below(5) - 2)
      case 2: knobs.choose(at: garbage.below(7) - 1)
      default: break
      }
      let before = knobs
      let idle = Ride.idleKnobs(before.settings)
      let hasTurned = knobs.turn(garbage.one(of: Self.turns))
      for (name, value) in before.settings.values where locked.union(idle).contains(name) {
        #expect(knobs.settings[name] == value)
      }
      #expect(hasTurned == (knobs.settings != before.settings))
      let other = try Self.settings(["rate": "5", "steps": "3", "gear": "high", "load": "3"])
      var taken = knobs
      taken.take(other)
      for name in locked { #expect(taken.settings[name] == knobs.settings[name]) }
    }
  }

  /// Also what is typed moves none, where no knob can be turned.
  @Test func whereEveryKnobIsLockedNothingIsTurned() throws {
    var knobs = PlayKnobs(
      Slide.self, Slide.defaults, locked: Set(Slide.knobs.map(\.name)), choosing: "pushes")
    for turn in Self.turns { #expect(knobs.turn(turn) == false) }
    knobs.choose(1)
    knobs.cycle(1)
    #expect(throws: Refusal.self) { try knobs.type("7") }
    #expect(knobs.settings == Slide.defaults)
  }

  @Test(arguments: [
    ("0.5", "0.5"), (" 1e-2 ", "0.01"), ("11", nil), ("", nil), ("rate", nil), ("nan", nil),
    ("1e400", nil), ("\u{202E}5", nil),
  ])
  func whatIsTypedIsSetOrRefused(_ text: String, _ value: String?) {
    var knobs = PlayKnobs(Slide.self, Slide.defaults)
    do throws(Refusal) {
      try knobs.type(text)
      #expect(knobs.settings["rate"]?.text == value)
    } catch {
      #expect(value == nil && !error.message.contains("\n") && !error.message.isEmpty)
      #expect(knobs.settings == Slide.defaults)
    }
  }
}
