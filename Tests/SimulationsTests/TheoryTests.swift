import Experiments
import Foundation
import TestKit
import Testing

@testable import Simulations

/// That every value of theory is what its declaration says, over settings from the whole ranges.
///
/// `.ci/theories` tries 200 settings a simulation, ends included; a test tries a few.
@Suite struct TheoryTests {
  static let names = Catalog.all.simulations.filter { !$0.theories.isEmpty }.map { $0.name }
    .filter { only.isEmpty || only.contains($0) }

  static let only = ProcessInfo.processInfo.environment["KNOBS_THEORIES_OF", default: ""]
    .split(separator: ",").map(String.init)

  /// How many settings are tried, if more than a few.
  static let wanted = ProcessInfo.processInfo.environment["KNOBS_THEORIES"].flatMap { Int($0) }

  @Test(arguments: names)
  func theoryIsWhatItSays(name: String) throws {
    let simulation = try #require(Catalog.all[name])
    // A mean is judged over 64 seeds; bounds and limits over fewer.
    let hasMeans = simulation.theories.contains {
      switch $0.theory.kind {
      case .expectation, .approximation: true
      case .exact, .lowerBound, .upperBound, .limit: false
      }
    }
    var trial = TheoryTrial(simulation, seeds: hasMeans ? 64 : Self.wanted == nil ? 8 : 16)
    var draws = SettingDraws(simulation)
    // The defaults, each knob at its ends, then the drawn ones.
    var settings = try (0..<(1 + 2 * simulation.knobs.count)).map { _ in try draws.next().settings }
    if Self.wanted == nil { settings.removeLast(settings.count - 1) }
    for _ in settings.count..<max(settings.count, Self.wanted ?? 2) {
      settings.append(try draws.next().settings)
    }
    for settings in settings { try trial.judge(settings) }
    for fault in trial.faults { Issue.record("\(fault)") }
    guard Self.wanted != nil else { return }
    for verdict in trial.verdicts {
      print(verdict.line(of: name))
      #expect(verdict.judged > 0, "\(name) \(verdict.metric): nothing to judge")
    }
  }

  /// What is off by more than a tenth is no theory of it.
  @Test func approximationsAreNear() {
    for simulation in Catalog.all.simulations {
      for metric in simulation.metrics {
        guard case .approximation(let share) = metric.theory?.kind else { continue }
        #expect(share <= 0.1, "\(simulation.name) \(metric.name)")
      }
    }
  }

  /// Limits name a knob whose range has an end to go to.
  @Test func limitsNameKnobs() {
    for simulation in Catalog.all.simulations {
      for metric in simulation.metrics {
        guard case .limit(let name, _) = metric.theory?.kind else { continue }
        let knob = simulation.knobs.first { $0.name == name }
        #expect(knob?.domain.bounds != nil, "\(simulation.name) \(metric.name)")
      }
    }
  }

  /// That a declaration can fail, each kind of it.
  @Test func declarationsCanFail() throws {
    func failures(_ shift: Double, settings: Int = 1, _ theory: (Metric) -> Theory) throws -> Int {
      var trial = TheoryTrial(Dice.self, seeds: 64, theory: theory(Dice.truth))
      for _ in 0..<settings { try trial.judge(Dice.defaults.turned(Dice.shift.name, shift)) }
      return trial.faults.count
    }
    #expect(try failures(0) { .expectation($0) } == 0)
    #expect(try failures(0.3) { .expectation($0) } == 1)
    // One setting does not tell an error of 5 % from chance, two hundred do.
    #expect(try failures(0.05) { .expectation($0) } == 0)
    #expect(try failures(0, settings: 200) { .expectation($0) } == 0)
    #expect(try failures(0.05, settings: 200) { .expectation($0) } == 1)
    #expect(try failures(0) { .exact($0) } == 1)
    #expect(try failures(0.6) { .lowerBound($0) } == 0)
    #expect(try failures(0.4) { .lowerBound($0) } == 1)
    #expect(try failures(-0.6) { .upperBound($0) } == 0)
    #expect(try failures(0) { .upperBound($0) } == 1)
    #expect(try failures(0.05) { .approximation($0, within: 0.1) } == 0)
    #expect(try failures(0.4) { .approximation($0, within: 0.1) } == 1)
    #expect(try failures(1) { .limit($0, as: Dice.shift, .shrinks) } == 0)
    #expect(try failures(0) { .limit($0, as: Dice.shift, .grows) } == 1)
  }

  /// Faults that a trial once let pass.
  @Test func faintFaultsAreSeen() throws {
    func failures(_ metric: Metric, _ theory: Theory) throws -> Int {
      var trial = TheoryTrial(Coins.self, seeds: 64, only: metric, theory: theory)
      try trial.judge(Coins.defaults)
      return trial.faults.count
    }
    // What never happens, and was to happen at one throw in three, or in a hundred.
    #expect(try failures(Coins.never, .expectation(Coins.third)) == 1)
    #expect(try failures(Coins.never, .expectation(Coins.hundredth)) == 0)
    // What is always the same, but for a thousandth or a twentieth that is not there.
    #expect(try failures(Coins.level, .expectation(Coins.nearLevel)) == 0)
    #expect(try failures(Coins.level, .expectation(Coins.third)) == 1)
    // What is said of a limit that is 5 % off and will not come nearer.
    #expect(try failures(Coins.level, .limit(Coins.third, as: Coins.throwCount, .grows)) == 1)
    // What comes as near, and goes on to come nearer.
    #expect(try failures(Coins.nearing, .limit(Coins.third, as: Coins.throwCount, .grows)) == 0)
    // What is above a bound on some seeds and has no value on others.
    #expect(try failures(Coins.patchy, .upperBound(Coins.third)) == 1)
  }
}

extension Settings {
  fileprivate func turned(_ knob: String, _ value: Double) throws -> Settings {
    var settings = self
    try settings.turn(knob, to: .real(value))
    return settings
  }
}

/// A number from 0.5 to 1.5, shifted; its truth is 1.
private enum Dice: Simulation {
  static let name = "dice"
  static let summary = "A number from 0.5 to 1.5, shifted"
  static let usesChance = true
  static let shift = Knob<Double>("shift", .linear(-2...2), default: 0, "how far it is shifted")
  static let knobs: [any AnyKnob] = [shift]
  static let truth = Metric("truth", "1")
  static let thrown = Metric("thrown", "what was thrown", theory: .expectation(truth))
  static let metrics = [thrown, truth]
  static let figures: [FigureKind] = []
  static let findings: [FindingKind] = []

  static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    var outcome = Outcome()
    var garbage = Garbage(seed: seed)
    // Far down, the shift is gone: there the truth is a limit.
    let shift = settings[shift] <= -2 ? 0 : settings[shift]
    outcome[truth] = 1
    outcome[thrown] = 0.5 + Double(garbage.below(1001)) / 1000 + shift
    return outcome
  }
}

/// Metrics that are off by little or seldom, or that are seldom there.
private enum Coins: Simulation {
  static let name = "coins"
  static let summary = "Metrics that are off by little or seldom, or that are seldom there"
  static let usesChance = true
  static let throwCount = Knob<Int>("throws", 10...1000, .log, default: 10, "how many are thrown")
  static let knobs: [any AnyKnob] = [throwCount]
  static let third = Metric("third", "1/3")
  static let hundredth = Metric("hundredth", "1/100")
  static let nearLevel = Metric("near-level", "a thousandth less than level")
  static let never = Metric("never", "0", theory: .expectation(third))
  static let level = Metric("level", "a twentieth above 1/3", theory: .expectation(third))
  static let nearing = Metric("nearing", "ever nearer to 1/3", theory: .expectation(third))
  static let patchy = Metric("patchy", "1 at every other seed", theory: .expectation(third))
  static let metrics = [never, level, nearing, patchy, third, hundredth, nearLevel]
  static let figures: [FigureKind] = []
  static let findings: [FindingKind] = []

  static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    var outcome = Outcome()
    outcome[third] = 1.0 / 3
    outcome[hundredth] = 0.01
    outcome[never] = 0
    outcome[level] = 1.05 / 3
    outcome[nearLevel] = 0.999 * 1.05 / 3
    outcome[nearing] = (1 + 50 / Double(settings[throwCount])) / 3
    outcome[patchy] = seed.isMultiple(of: 2) ? 1 : nil
    return outcome
  }
}
