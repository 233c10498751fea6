import Experiments
import Foundation
import TestKit
import Testing

@testable import Simulations

/// That findings claim no more than is so.
///
/// `.ci/claims` tries 200 settings a finding and records five of them, which are tried at every test.
@Suite struct ClaimTests {
  static let simulations = Catalog.all.simulations.compactMap { $0 as? any Claiming.Type }
  static let names = simulations.map { $0.name }
  static let goldens = Goldens()

  /// How many settings are tried for each finding, if any are looked for.
  static let wanted = ProcessInfo.processInfo.environment["KNOBS_CLAIMS"].flatMap { Int($0) }

  @Test(arguments: Catalog.all.names)
  func everyFindingHasAClaim(name: String) throws {
    let simulation = try #require(Catalog.all[name] as? any Claiming.Type)
    #expect(simulation.claims.map(\.code).sorted() == simulation.findings.map(\.code).sorted())
  }

  @Test(arguments: names)
  func whatWasFoundIsSo(name: String) throws {
    let simulation = try #require(Self.simulations.first { $0.name == name })
    let lines = try #require(Self.goldens.text("\(name).txt")).split(separator: "\n")
    let runs = try lines.map { try RecordedRun(String($0), of: simulation) }
    #expect(Set(runs.map(\.code)) == Set(simulation.findings.map(\.code)))
    var outcomes: [String: Outcome] = [:]
    for run in runs {
      // One run may be recorded for several of its findings.
      let key = String(run.line.dropFirst(run.code.count))
      let outcome = outcomes[key] ?? simulation.run(run.settings, seed: run.seed)
      outcomes[key] = outcome
      let claimed = try #require(
        ClaimedRun(simulation, run.settings, seed: run.seed, outcome: outcome, code: run.code),
        "\(run.line): no longer found; .ci/claims records others")
      let claim = simulation.claim(run.code)
      let fault = try #require(claim).fault(claimed)
      #expect(fault == nil, "\(run.code): \(claimed)")
    }
  }

  /// The simulations that are looked into, of all unless some are named.
  static let wantedNames =
    ProcessInfo.processInfo.environment["KNOBS_CLAIMS_OF"]
    .map { list in names.filter(list.split(separator: ",").map(String.init).contains) } ?? names

  @Test(.enabled(if: wanted != nil), arguments: wantedNames)
  func whatIsFoundAnywhereIsSo(name: String) throws {
    let simulation = try #require(Self.simulations.first { $0.name == name })
    let wanted = Self.wanted ?? 0
    var found: [String: [RecordedRun]] = [:]
    var failed: [String: Int] = [:]
    var draws = SettingDraws(simulation, rare: try simulation.rare)
    for _ in 0..<(50 * wanted) {
      let (settings, seed) = try draws.next()
      let outcome = simulation.run(settings, seed: seed)
      for claim in simulation.claims where found[claim.code, default: []].count < wanted {
        guard
          let run = ClaimedRun(
            simulation, settings, seed: seed, outcome: outcome, code: claim.code)
        else { continue }
        found[claim.code, default: []].append(
          RecordedRun(settings: settings, seed: seed, code: claim.code))
        guard let fault = try claim.fault(run) else { continue }
        failed[claim.code, default: 0] += 1
        let told = "\(claim.code): \(fault): \(run)"
        print("fault \(told)")
        if failed[claim.code] == 1 { Issue.record("\(told)") }
      }
      if simulation.claims.allSatisfy({ found[$0.code]?.count == wanted }) { break }
    }
    for claim in simulation.claims {
      let runs = found[claim.code] ?? []
      print("claim \(name) \(claim.code): \(runs.count) tried, \(failed[claim.code] ?? 0) failed")
    }
    let kept = simulation.claims.flatMap { claim in
      let runs = found[claim.code] ?? []
      return (0..<min(5, runs.count)).map { runs[$0 * runs.count / min(5, runs.count)].line }
    }
    try Self.goldens.compare(kept.joined(separator: "\n") + "\n", with: "\(name).txt")
  }
}

extension Claiming {
  static func claim(_ code: String) -> Claim? { claims.first { $0.code == code } }
}

/// A line such as `unstable-step 1 learning-rate=0.5`: a finding, a seed, the knobs that are turned.
struct RecordedRun {
  let settings: Settings
  let seed: UInt64
  let code: String

  init(settings: Settings, seed: UInt64, code: String) {
    self.settings = settings
    self.seed = seed
    self.code = code
  }

  init(_ line: String, of simulation: any Simulation.Type) throws {
    let words = line.split(separator: " ").map(String.init)
    code = try #require(words.first)
    seed = try #require(words.dropFirst().first.flatMap { UInt64($0) })
    var settings = simulation.defaults
    for word in words.dropFirst(2) {
      let parts = word.split(separator: "=").map(String.init)
      try settings.turn(parts[0], to: try #require(parts.last))
    }
    self.settings = settings
  }

  var line: String {
    let turned = settings.values.filter { settings.turned[$0.name] != nil }
    return ([code, "\(seed)"] + turned.map { "\($0.name)=\($0.value.text)" })
      .joined(separator: " ")
  }
}

/// Settings over the whole ranges: the defaults, each knob at both ends, those of rare findings, then
/// drawn ones, ends included.
struct SettingDraws {
  private let simulation: any Simulation.Type
  private var garbage: Garbage
  private var number: UInt64 = 0
  private var first: [Settings]

  /// - Parameter rare: what is tried before anything is drawn, as it is hardly ever drawn.
  init(_ simulation: any Simulation.Type, rare: [Settings] = []) {
    self.simulation = simulation
    garbage = Garbage(seed: simulation.name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
    let defaults = simulation.defaults
    first = [defaults]
    for knob in simulation.knobs {
      for value in knob.domain.grid(2) {
        var settings = defaults
        if (try? settings.turn(knob.name, to: value)) != nil { first.append(settings) }
      }
    }
    first += rare
    first.reverse()
  }

  mutating func next() throws -> (settings: Settings, seed: UInt64) {
    number += 1
    if let settings = first.popLast() { return (settings, number) }
    var settings = simulation.defaults
    for knob in simulation.knobs where garbage.below(4) > 0 {
      let values = knob.domain.grid(garbage.below(4) == 0 ? 2 : 400)
      try settings.turn(knob.name, to: garbage.one(of: values))
    }
    return (settings, number)
  }
}
