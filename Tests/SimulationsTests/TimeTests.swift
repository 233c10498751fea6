import Experiments
import Testing

@testable import Simulations

/// That a run with less time is the beginning of one with more, wherever a simulation says so, and
/// that none leaves it unsaid where it is so.
@Suite struct TimeTests {
  static let timed = Catalog.all.simulations.filter { $0.time != nil }.map { $0.name }

  @Test(arguments: timed)
  func aShortRunIsTheBeginningOfALongOne(name: String) throws {
    let simulation = try #require(Catalog.all[name])
    let time = simulation.time
    let knob = try #require(time)
    #expect(simulation.knobs.contains { $0.name == knob.name })
    #expect(knob.domain.bounds != nil)
    var draws = SettingDraws(simulation)
    // The defaults, each knob at its ends, then the drawn ones.
    let count = 1 + 2 * simulation.knobs.count + 4
    var grown = 0
    for number in 0..<count {
      let (settings, seed) = try draws.next()
      guard !simulation.idleKnobs(settings).contains(knob.name) else { continue }
      let ends = Self.ends(knob, number)
      let runs = try ends.map { end in
        var settings = settings
        try settings.turn(knob.name, to: end)
        return simulation.run(settings, seed: seed)
      }
      let said = settings.values.map { "\($0.name) \($0.value.text)" }.joined(separator: ", ")
      for (index, short) in runs.enumerated() {
        for long in runs[(index + 1)...] {
          for fault in Self.faults(simulation, short, long) {
            Issue.record("\(name) \(ends.map(\.text)): \(fault): \(said)")
          }
          if Self.grows(simulation, short, long) { grown += 1 }
        }
      }
    }
    #expect(grown > 0, "nothing of \(name) grows")
  }

  static let shared = Catalog.all.simulations.filter { simulation in
    guard let time = simulation.time, let simulation = simulation as? any SharingSimulation.Type
    else { return false }
    return simulation.sharing.contains { $0.name == time.name }
  }.map { $0.name }

  /// Frames that share their work are, figures included, what a run by itself gives.
  @Test(arguments: shared)
  func framesMadeTogetherAreAsAlone(name: String) throws {
    let simulation = try #require(Catalog.all[name] as? any SharingSimulation.Type)
    let time = simulation.time
    let knob = try #require(time)
    let frames = try knob.frames(upTo: knob.defaultValue, count: 20).map { value in
      var settings = simulation.defaults
      try settings.turn(knob.name, to: value)
      return settings
    }
    #expect(frames.count > 5)
    let together = simulation.runs(frames, seed: 3)
    #expect(together.count == frames.count)
    for (settings, frame) in zip(frames, together) {
      let alone = simulation.run(settings, seed: 3)
      #expect(
        frame.metrics == alone.metrics
          && frame.findings.map(\.message) == alone.findings.map(\.message))
      #expect(frame.figures.map(\.description) == alone.figures.map(\.description))
      for (figure, other) in zip(frame.figures, alone.figures) {
        #expect(zip(figure.series, other.series).allSatisfy { $0.isBeginning(of: $1) })
      }
    }
  }

  @Test func someShareTheirFrames() { #expect(Self.shared.contains("epoch-overfitting")) }

  /// Three places on the way, others each time; the dearest runs are long ones.
  private static func ends(_ knob: any AnyKnob, _ number: Int) -> [SettingValue] {
    let grid = knob.domain.grid(number < 1 ? 4 : 7 + number % 5)
    return [grid[number % 2], grid[grid.count / 2], grid[grid.count - 1 - (number < 1 ? 0 : 2)]]
  }

  /// What of a short run is not the beginning of a long one.
  static func faults(_ simulation: any Simulation.Type, _ short: Outcome, _ long: Outcome)
    -> [String]
  {
    var faults: [String] = []
    for kind in simulation.timeFigures {
      guard let first = short.figures.first(where: { $0.name == kind.name }),
        let second = long.figures.first(where: { $0.name == kind.name })
      else {
        faults.append("no figure \(kind.name)")
        continue
      }
      for series in first.series where exempt[simulation.name]?[series.name] == nil {
        let name = "\(kind.name), \(series.name)"
        guard let longer = second.series.first(where: { $0.name == series.name }) else {
          faults.append("\(name) is gone")
          continue
        }
        let isSo =
          series.isBeginning(of: longer)
          || thinned.contains(simulation.name) && series.agrees(with: longer)
        if !isSo { faults.append("\(name) differs") }
      }
    }
    if let (figure, name) = found[simulation.name] {
      let places = [short, long].map { outcome in
        let series = outcome.figures.first { $0.name == figure }?.series.first { $0.name == name }
        return series.map { Set(zip($0.x, $0.y).map { [$0.0.bitPattern, $0.1.bitPattern] }) } ?? []
      }
      if !places[0].isSubset(of: places[1]) { faults.append("\(figure), \(name) differs") }
    }
    return faults
  }

  /// Whether there is more to see of a longer run.
  static func grows(_ simulation: any Simulation.Type, _ short: Outcome, _ long: Outcome) -> Bool {
    let names = Set(simulation.timeFigures.map(\.name) + [found[simulation.name]?.figure ?? ""])
    return zip(short.figures, long.figures).contains { first, second in
      names.contains(first.name)
        && zip(first.series, second.series).contains {
          ($0.x.max() ?? 0) < ($1.x.max() ?? 0) || $0.x.count < $1.x.count
        }
    }
  }

  /// No knob is left out by oversight: wherever lines of a figure go on as it rises, it is said to
  /// be time, or why it is not.
  @Test(arguments: Catalog.all.names)
  func nothingElseGoesOn(name: String) throws {
    let simulation = try #require(Catalog.all[name])
    var found: Set<String> = []
    for knob in simulation.knobs {
      guard case .integer = knob.domain else { continue }
      for figure in try Self.unfolding(simulation, knob)
      where simulation.time?.name != knob.name
        || !simulation.timeFigures.contains(where: { $0.name == figure })
      {
        found.insert("\(name) \(figure) by \(knob.name)")
      }
    }
    #expect(found == Set(Self.otherwise.keys.filter { $0.hasPrefix("\(name) ") }))
  }

  @Test func everyKnobNamedAfterTimeIsDecidedOn() {
    var undeclared: Set<String> = []
    for simulation in Catalog.all.simulations {
      for knob in simulation.knobs where Self.words.contains(knob.name) {
        if simulation.time?.name != knob.name {
          undeclared.insert("\(simulation.name) \(knob.name)")
        }
      }
    }
    #expect(undeclared == Set(Self.withoutTime.keys))
  }

  /// The figures whose lines go on as a knob rises, wherever it was tried.
  static func unfolding(_ simulation: any Simulation.Type, _ knob: any AnyKnob) throws -> Set<
    String
  > {
    var left = Set(simulation.figures.map(\.name))
    var grown: Set<String> = []
    var draws = SettingDraws(simulation)
    for number in 0..<6 where !left.isEmpty {
      let (settings, seed) = try draws.next()
      guard !simulation.idleKnobs(settings).contains(knob.name) else { continue }
      let runs = try ends(knob, number + 1).map { end in
        var settings = settings
        try settings.turn(knob.name, to: end)
        return simulation.run(settings, seed: seed)
      }
      for (short, long) in zip(runs, runs.dropFirst()) {
        for (first, second) in zip(short.figures, long.figures) where left.contains(first.name) {
          let isSo = first.series.allSatisfy { series in
            exempt[simulation.name]?[series.name] != nil
              || second.series.contains {
                $0.name == series.name && (series.isBeginning(of: $0) || series.agrees(with: $0))
              }
          }
          if !isSo { left.remove(first.name) }
          if zip(first.series, second.series).contains(where: { $0.x.count < $1.x.count }) {
            grown.insert(first.name)
          }
        }
      }
    }
    return left.intersection(grown)
  }
}

extension Figure.Series {
  /// Whether it is, to the last bit, what another one begins with.
  func isBeginning(of other: Figure.Series) -> Bool {
    x.count <= other.x.count
      && zip(x, other.x).allSatisfy { $0.bitPattern == $1.bitPattern }
      && zip(y, other.y).allSatisfy { $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN }
  }

  /// Whether it is, to the last bit, like another one wherever both have a sample, which they have
  /// at their beginning and elsewhere.
  func agrees(with other: Figure.Series) -> Bool {
    let values = Dictionary(zip(other.x, other.y), uniquingKeysWith: { first, _ in first })
    let pairs = zip(x, y).compactMap { x, y in values[x].map { (y, $0) } }
    return x.first == other.x.first && (x.last ?? 0) <= (other.x.last ?? 0)
      && pairs.count >= min(x.count, 2)
      && pairs.allSatisfy { $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN }
  }
}
