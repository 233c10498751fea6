import Course
import Experiments
import Tuning

/// What turning one knob does to every metric, all other knobs left alone.
struct KnobSurvey: Sendable {
  private let knob: any AnyKnob
  private let simulation: any Simulation.Type
  private let values: [SettingValue]

  /// For each value and seed, the metrics of the simulation in its order.
  private let samples: [[[Double?]]]

  /// The kinds of criteria, the better first: a band may lie where a learner makes things worse.
  enum Kind: CaseIterable { case bounds, bands }

  /// How many values are looked at.
  private static let cells = 41

  /// How many seeds a value, where there is chance.
  private static let seeds: UInt64 = 10

  /// The shares of the range that a candidate aims at, the best first.
  private static let shares = [0.08, 0.12, 0.2]

  /// The most on which the default and the ends of the range may.
  private static let failing = 0.3

  static func of(_ knob: any AnyKnob, _ simulation: any Simulation.Type) async -> KnobSurvey {
    let seeds = Int(simulation.usesChance ? seeds : 1)
    var values: [SettingValue] = []
    var runs: [Run] = []
    for value in knob.domain.grid(cells) {
      var settings = simulation.defaults
      guard (try? settings.turn(knob.name, to: value)) != nil else { continue }
      values.append(value)
      runs += (0..<seeds).map { Run(simulation, settings, seed: Seed.standard + UInt64($0)) }
    }
    let found = await runs.values(of: simulation.metrics)
    let samples = stride(from: 0, to: found.count, by: seeds).map { Array(found[$0..<$0 + seeds]) }
    return KnobSurvey(knob: knob, simulation: simulation, values: values, samples: samples)
  }

  /// Criteria that a piece inside the range seems to pass, but neither its ends nor the default.
  ///
  /// What theory predicts is not asked for, but what was measured.
  ///
  /// - Parameters:
  ///   - passing: the share of seeds on which a value has to hold a criterion to pass it.
  ///   - kind: bounds ask for as little or as much of a metric as possible; bands for what lies
  ///     between two values of it, the clearest first.
  func candidates(passing: Double, _ kind: Kind) -> [Criterion] {
    let predictions = Set(simulation.metrics.compactMap(\.theory))
    let asked = simulation.metrics.indices.filter { index in
      !predictions.contains(simulation.metrics[index].name)
    }
    var bounds: [Criterion] = []
    var bands: [(clarity: Double, criterion: Criterion)] = []
    for index in asked {
      for share in Self.shares {
        switch kind {
        case .bounds:
          bounds += [true, false].compactMap { bound(index, share, isAtMost: $0, passing) }
        case .bands: bands += self.bands(index, share, passing)
        }
      }
    }
    let ordered = bounds + bands.sorted { $0.clarity > $1.clarity }.map(\.criterion)
    var seen = Set<Criterion>()
    return ordered.filter { seen.insert($0).inserted }
  }

  /// As little or as much of a metric as a share of the values gives on nearly every seed.
  private func bound(
    _ metric: Int, _ share: Double, isAtMost: Bool, _ passing: Double
  ) -> Criterion? {
    let sure = values.indices.compactMap { spread($0, metric) }
      .map { isAtMost ? $0.upperBound : -$0.lowerBound }.sorted()
    let count = max(3, Int((share * Double(values.count)).rounded()))
    guard sure.count > count, sure[count - 1] != sure[count] else { return nil }
    let size = Self.between(sure[count - 1], sure[count])
    return fitting(metric, isAtMost ? .atMost(size) : .atLeast(-size), passing)
  }

  /// Bands of a metric that a piece of the range gives on nearly every seed, with their clarity: how
  /// much of the rest gives none of it.
  private func bands(_ metric: Int, _ share: Double, _ passing: Double)
    -> [(clarity: Double, criterion: Criterion)]
  {
    let count = max(3, Int((share * Double(values.count)).rounded()))
    guard values.count > count + 4 else { return [] }
    return (2..<values.count - count - 2).compactMap { first in
      let inside = (first..<first + count).compactMap { spread($0, metric) }
      guard inside.count == count, let low = inside.map(\.lowerBound).min(),
        let high = inside.map(\.upperBound).max(), low < high
      else { return nil }
      // Room for seeds that were not looked at.
      let room = (high - low) / 4
      let bottom = NumberText.rounded(low - room, digits: 2)
      let top = NumberText.rounded(high + room, digits: 2)
      guard bottom < top, let criterion = fitting(metric, .within(bottom...top), passing) else {
        return nil
      }
      let blurred = values.indices.count {
        (0.05..<passing).contains(rate($0, metric, criterion))
      }
      return (-Double(blurred), criterion)
    }
  }

  /// From the second lowest to the second highest value that the seeds of a cell give; nil unless all
  /// are finite.
  private func spread(_ cell: Int, _ metric: Int) -> ClosedRange<Double>? {
    let sorted = samples[cell].compactMap { $0[metric] }.filter(\.isFinite).sorted()
    guard sorted.count == samples[cell].count, let low = sorted.first, let high = sorted.last else {
      return nil
    }
    return sorted.count < 5 ? low...high : sorted[1]...sorted[sorted.count - 2]
  }

  private func rate(_ cell: Int, _ metric: Int, _ criterion: Criterion) -> Double {
    let held = samples[cell].count { criterion.holds($0[metric]) }
    return Double(held) / Double(max(1, samples[cell].count))
  }

  /// The criterion, if what passes it is one piece that the default and the ends are well outside of.
  private func fitting(
    _ metric: Int, _ interval: Interval, _ least: Double
  ) -> Criterion? {
    let criterion = Criterion(
      metric: simulation.metrics[metric], interval: interval, points: 10)
    let rates = values.indices.map { rate($0, metric, criterion) }
    let passing = rates.indices.filter { rates[$0] >= least }
    let share = Double(passing.count) / Double(max(1, values.count))
    guard let first = passing.first, let last = passing.last, passing.count >= 3,
      passing.count == last - first + 1, first > 0, last < values.count - 1,
      PassShare.standard.range.contains(share), let start = rates.first, let end = rates.last,
      passing.count(where: { rates[$0] >= min(1, least + 0.1) - 1e-9 }) >= 3,
      max(start, end) <= Self.failing, let low = values[first].number,
      let high = values[last].number, let standard = knob.defaultValue.number
    else { return nil }
    let nearest = values.indices.min {
      abs((values[$0].number ?? .infinity) - standard)
        < abs((values[$1].number ?? .infinity) - standard)
    }
    guard let nearest, rates[nearest] <= Self.failing, !(low...high).contains(standard) else {
      return nil
    }
    return criterion
  }

  /// A number with few digits strictly between two, or else halfway.
  private static func between(_ one: Double, _ other: Double) -> Double {
    let middle = one / 2 + other / 2
    for digits in 1...6 {
      let rounded = NumberText.rounded(middle, digits: digits)
      if rounded > min(one, other), rounded < max(one, other) { return rounded }
    }
    return middle
  }
}
