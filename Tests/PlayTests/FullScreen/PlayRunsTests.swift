import Dispatch
import Experiments
import Synchronization
import TestKit
import Testing
import ToyCourse
import Tuning

@testable import Play

/// The runs that are made beside what is drawn.
@Suite(.mayHang) struct PlayRunsTests {
  /// A simulation whose first value holds everybody up until it is let go.
  enum Gated: Simulation {
    static let name = "gated"
    static let summary = "Waits."
    static let knob = Knob<Int>("knob", 0...1000, default: 0, "any number")
    static let knobs: [any AnyKnob] = [knob]
    static let value = Metric("value", "the knob's value", .count)
    static let metrics = [value]
    static let figures: [FigureKind] = []
    static let findings: [FindingKind] = []
    static let usesChance = true

    /// What holds runs up, and what was run, by seed, as tests run side by side.
    static let gates = Mutex<[UInt64: DispatchSemaphore]>([:])
    static let made = Mutex<[UInt64: [Int]]>([:])

    static func run(_ settings: Settings, seed: UInt64) -> Outcome {
      let number = settings[knob]
      made.withLock { $0[seed, default: []].append(number) }
      if number == 0 { gates.withLock { $0[seed] }?.wait() }
      var outcome = Outcome()
      outcome[value] = Double(number)
      return outcome
    }
  }

  static func run(_ value: Int, seed: UInt64) throws -> Run {
    var settings = Gated.defaults
    try settings.turn("knob", to: .integer(value))
    return Run(Gated.self, settings, seed: seed)
  }

  static func made(_ seed: UInt64) -> [Int] { Gated.made.withLock { $0[seed] ?? [] } }

  /// Runs that wait behind one that is held up; what was made in the end, in order.
  static func made(
    seed: UInt64, last: Int, _ ask: (PlayRuns, (Int) throws -> Run) throws -> Void
  ) throws -> (numbers: [Int], taken: Int?) {
    let gate = DispatchSemaphore(value: 0)
    Gated.gates.withLock { $0[seed] = gate }
    let runs = PlayRuns()
    runs.want(try run(0, seed: seed))
    try wait(for: "the first run") { made(seed) == [0] }
    try ask(runs) { try run($0, seed: seed) }
    gate.signal()
    let key = try run(last, seed: seed).key
    try wait(for: "the last run") { runs.kept(key) != nil }
    let taken = runs.take()?.played.outcome[Gated.value].map { Int($0) }
    #expect(runs.take() == nil)
    return (made(seed), taken)
  }

  @Test func theNewestWins() throws {
    let (numbers, taken) = try Self.made(seed: 1, last: 40) { runs, run in
      for number in 1...40 { runs.want(try run(number)) }
    }
    #expect(numbers == [0, 40] && taken == 40)
  }

  @Test func whatIsAddedIsMadeWhateverIsWanted() throws {
    let (numbers, taken) = try Self.made(seed: 2, last: 9) { runs, run in
      runs.add(try run(5))
      for number in 1...8 { runs.want(try run(number)) }
      runs.add(try run(6))
      runs.add(try run(5))
      // What is under way already is not made twice.
      runs.add(try run(0))
      runs.want(try run(9))
    }
    #expect(numbers == [0, 5, 6, 9] && taken == 9)
  }

  @Test func nothingIsMadeThatIsNoLongerWanted() throws {
    let (numbers, taken) = try Self.made(seed: 3, last: 2) { runs, run in
      runs.want(try run(1))
      runs.rest()
      runs.add(try run(2))
    }
    #expect(numbers == [0, 2] && taken == 0)
  }

  @Test func soManyAreKept() throws {
    let runs = PlayRuns()
    let all = try (1...PlayRuns.most + 10).map { try Self.run($0, seed: 4) }
    for run in all {
      runs.want(run)
      try wait(for: "a run") { runs.kept(run.key) != nil }
      // The first is asked for again and again, and so never the oldest.
      runs.add(all[0])
      try wait(for: "the first") { Self.made(4).last == 1 && runs.kept(all[0].key) != nil }
    }
    let kept = all.filter { runs.kept($0.key) != nil }
    #expect(kept.count <= PlayRuns.most && kept.count >= PlayRuns.most - 1)
    #expect(kept.first?.key == all[0].key)
    #expect(kept.dropFirst().map(\.key) == all.suffix(kept.count - 1).map(\.key))
  }

  /// Waits without keeping a thread, as the frames need one.
  static func awaited(_ what: String, until isSo: () -> Bool) async throws {
    for _ in 0..<300_000 {
      if isSo() { return }
      try await Task.sleep(for: .milliseconds(2))
    }
    Issue.record("waited for \(what)")
  }

  /// Every frame of a film is, to the last bit, a run by itself.
  @Test(arguments: ["low", "high"]) func framesAreRunsByThemselves(_ gear: String) async throws {
    let settings = try Toys.settings(Ride.self, ["gear": gear, "steps": "100", "rate": "2"])
    var view = Scene.view(PlaySubject(Ride.self, settings))
    _ = view.handle(.character("a"))
    let frames = view.runsOfFilm
    #expect(frames.count == Film.most)
    let runs = PlayRuns()
    runs.make(film: frames)
    try await Self.awaited("the frames") { frames.allSatisfy { runs.kept($0.key) != nil } }
    for frame in frames {
      let made = try #require(runs.kept(frame.key)).outcome
      let alone = frame.outcome()
      for metric in Ride.metrics {
        #expect(made[metric]?.bitPattern == alone[metric]?.bitPattern)
      }
      #expect(made.figures == alone.figures)
      #expect(made.findings.map(\.message) == alone.findings.map(\.message))
    }
    // Another film takes its place; what ends is forgotten.
    let others = frames.map { Run($0.simulation, $0.settings, seed: 7) }
    runs.make(film: others)
    try await Self.awaited("the others") { others.allSatisfy { runs.kept($0.key) != nil } }
    #expect(frames.allSatisfy { runs.kept($0.key) == nil })
    runs.endFilm()
    #expect(others.allSatisfy { runs.kept($0.key) == nil })
  }
}
