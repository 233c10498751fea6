import Experiments
import Files
import Grading
import Lessons
import Tuning

/// What a run that a lesson shows measures on its own seed and on others.
struct SeedSample: Codable, Sendable, Hashable {
  /// How many other seeds are run where there is chance.
  static let others = 20

  /// How many of those must agree with the seed shown: 90 %.
  static let needed = 18

  /// The metrics' values on the seed shown, in order.
  let shown: [Double?]

  /// The metrics' values on each of the other seeds; none where chance does not matter.
  let others: [[Double?]]

  /// Runs what is shown, and where chance matters the same on the lowest seeds that are not shown:
  /// those that a learner is likely to try.
  static func of(_ run: Run, _ metrics: [Metric], _ cache: Cache) async -> SeedSample {
    await all(of: [(run, metrics)], cache)[0]
  }

  /// Samples of several runs, all made side by side, and those that are asked for twice once.
  static func all(of asked: [(run: Run, metrics: [Metric])], _ cache: Cache) async
    -> [SeedSample]
  {
    let wanted = asked.map { Wanted($0.run, $0.metrics) }
    var found: [String: SeedSample] = [:]
    var missing: [Wanted] = []
    for each in wanted where found[each.key] == nil {
      let kept: SeedSample? = cache.kept("seeds", for: each.key)
      found[each.key] = kept ?? SeedSample(shown: [], others: [])
      if kept == nil { missing.append(each) }
    }
    var values = await missing.flatMap(\.runs).reading { $0.metrics }[...]
    for each in missing {
      let rows = values.prefix(each.runs.count).map { row in
        each.run.simulation.metrics.map { row[$0.name] }
      }
      values = values.dropFirst(each.runs.count)
      let sample = SeedSample(shown: rows.first ?? [], others: Array(rows.dropFirst()))
      cache.keep(sample, "seeds", for: each.key)
      found[each.key] = sample
    }
    return wanted.map { (found[$0.key] ?? SeedSample(shown: [], others: [])).picking($0.places) }
  }

  /// A run with the seeds that it is made on.
  private struct Wanted {
    let run: Run
    let runs: [Run]

    /// Where the metrics asked for stand among those of the simulation.
    let places: [Int]

    /// What the values of all metrics depend on.
    let key: String

    init(_ run: Run, _ metrics: [Metric]) {
      let simulation = run.simulation
      let hasChance = simulation.usesChance && !metrics.allSatisfy(\.isExact)
      let seeds =
        hasChance
        ? (0...UInt64(SeedSample.others)).filter { $0 != run.seed }.prefix(SeedSample.others) : []
      self.run = run
      runs = [run] + seeds.map { Run(simulation, run.settings, seed: $0) }
      places = metrics.map { metric in
        simulation.metrics.firstIndex { $0.name == metric.name } ?? simulation.metrics.count
      }
      key = "\(run.key.text)\nothers \(seeds.count)"
    }
  }

  /// The values at some places, in their order.
  private func picking(_ places: [Int]) -> SeedSample {
    func pick(_ row: [Double?]) -> [Double?] {
      places.map { row.indices.contains($0) ? row[$0] : nil }
    }
    return SeedSample(shown: pick(shown), others: others.map(pick))
  }

  /// The values of one metric on the other seeds.
  func others(_ index: Int) -> [Double?] {
    others.map { $0.indices.contains(index) ? $0[index] : nil }
  }
}
