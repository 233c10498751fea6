import Experiments
import Synchronization
import TestKit
import Testing
import ToyCourse
import Tuning

@testable import Play

/// The runs that are made behind a preview.
@Suite(.mayHang) struct PreviewRunsTests {
  /// A simulation that counts how often it is run.
  enum Counted: Simulation {
    static let name = "counted"
    static let summary = "Counts."
    static let knob = Knob<Int>("knob", 1...1000, default: 1, "any number")
    static let knobs: [any AnyKnob] = [knob]
    static let value = Metric("value", "the knob's value", .count)
    static let metrics = [value]
    static let figures: [FigureKind] = []
    static let findings: [FindingKind] = []
    static let usesChance = true
    /// By seed, as tests run side by side.
    static let count = Mutex<[UInt64: Int]>([:])

    static func run(_ settings: Settings, seed: UInt64) -> Outcome {
      count.withLock { $0[seed, default: 0] += 1 }
      var outcome = Outcome()
      outcome[value] = Double(settings[knob])
      return outcome
    }
  }

  static func run(_ value: Int, seed: UInt64 = 1) throws -> Run {
    var settings = Counted.defaults
    try settings.turn("knob", to: .integer(value))
    return Run(Counted.self, settings, seed: seed)
  }

  /// When the runs of a version have taken what they may, no more are made of it.
  @Test func theWorkOfAVersionHasAnEnd() throws {
    let each = Int(PlannedRuns.work(of: try Self.run(1, seed: 9).outcome()))
    let many = try (1...40).map { try Self.run($0, seed: 10) }
    let runs = PreviewRuns(limit: 2, work: 5 * each)
    runs.want(many)
    runs.wait(atMost: .seconds(600))
    #expect(runs.missing == 0)
    #expect((5...6).contains(runs.found.count), "\(runs.found.count)")
    #expect(runs.unaffordable == Set(many.map(\.key)).subtracting(runs.found.keys))
    // Another version has work of its own, of which what was found before takes its part.
    let other = Array(many[..<2] + many[20..<30])
    runs.want(other)
    runs.wait(atMost: .seconds(600))
    #expect(other.filter { runs.found[$0.key] != nil }.count <= 6)
    #expect(runs.found[many[20].key] != nil)
    #expect(runs.unaffordable.contains(many[29].key))
    runs.want([many[39]])
    runs.wait(atMost: .seconds(600))
    #expect(runs.found[many[39].key] != nil && runs.unaffordable.isEmpty)
  }

  @Test func everyRunIsMadeOnceAndKept() throws {
    let runs = PreviewRuns(limit: 2)
    let first = try [1, 2, 2, 3].map { try Self.run($0) }
    runs.want(first)
    runs.wait(atMost: .seconds(600))
    #expect(runs.missing == 0 && runs.found.count == 3)
    for run in first {
      #expect(runs.found[run.key]?[Counted.value] == run.outcome()[Counted.value])
    }
    let before = Counted.count.withLock { $0[1] }
    runs.want([first[0]])
    runs.want(first)
    #expect(runs.missing == 0)
    let other = try Self.run(1, seed: 2)
    runs.want(first + [other])
    runs.wait(atMost: .seconds(600))
    #expect(runs.found[other.key] != nil)
    #expect(Counted.count.withLock { $0[1] } == before)
    #expect(Counted.count.withLock { $0[2] } == 1)
  }

  @Test func onlySoManyUnwantedOutcomesAreKept() throws {
    let runs = PreviewRuns(limit: 2)
    runs.want(try (1...PreviewRuns.mostUnwanted + 1).map { try Self.run($0, seed: 9) })
    runs.wait(atMost: .seconds(600))
    #expect(runs.found.count == PreviewRuns.mostUnwanted + 1)
    runs.want([])
    #expect(runs.found.isEmpty)
  }

  @Test func keysTellRunsApart() throws {
    let first = try Self.run(1)
    #expect(first.key == Run(Counted.self, Counted.defaults, seed: 1).key)
    #expect(first.key.text == "simulation counted\nseed 1\nknob = 1")
    #expect(try first.key != Self.run(2).key && first.key != Self.run(1, seed: 2).key)
    #expect(first.key != Run(Toss.self, Toss.defaults, seed: 1).key)
  }
}
