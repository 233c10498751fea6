import Experiments
import Foundation
import TestKit
import Testing

@testable import Simulations

/// That every value of theory is what its declaration says, over settings from the whole ranges.
///
/// `KNOBS_THEORIES=200` tries 200 settings a simulation, ends included; a test tries a few.
/// `KNOBS_THEORIES_OF=step-size,double-well` tries those simulations alone.
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
    // A mean is judged over 64 seeds; bounds and limits over fewer, unless many settings are tried.
    let hasMeans = simulation.theories.contains {
      switch $0.theory.kind {
      case .expectation, .approximation: true
      case .exact, .lowerBound, .upperBound, .limit: false
      }
    }
    var trial = TheoryTrial(simulation, seeds: hasMeans || Self.wanted != nil ? 64 : 8)
    var draws = SettingDraws(simulation)
    // The defaults, each knob at its ends, then the drawn ones.
    var settings = try (0..<(1 + 2 * simulation.knobs.count)).map { _ in try draws.next().settings }
    if Self.wanted == nil { settings.removeLast(settings.count - 1) }
    for _ in settings.count..<max(settings.count, Self.wanted ?? 2) {
      settings.append(try draws.next().settings)
    }
    for settings in settings { try trial.judge(settings) }
    for verdict in trial.verdicts {
      if let fault = verdict.firstFault { Issue.record("\(fault)") }
      if Self.wanted != nil { print(verdict.line(of: name)) }
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
    func failures(_ shift: Double, _ theory: (Metric) -> Theory) throws -> Int {
      var trial = TheoryTrial(Dice.self, seeds: 64, theory: theory(Dice.truth))
      try trial.judge(Dice.defaults.turned(Dice.shift.name, shift))
      return trial.verdicts.reduce(0) { $0 + $1.failed }
    }
    #expect(try failures(0) { .expectation($0) } == 0)
    #expect(try failures(0.3) { .expectation($0) } == 1)
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
