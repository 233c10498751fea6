import Course
import Experiments

/// What a run that a lesson shows measures on its own seed and on others.
struct SeedSample: Codable, Sendable, Hashable {
  /// How many other seeds are run where there is chance.
  static let others = 20

  /// How many of those must agree with the seed shown: 90 %.
  static let needed = 18

  /// The metrics' values on the seed shown, in order.
  let shown: [Double?]

  /// The same on each of the other seeds; none where chance does not matter.
  let others: [[Double?]]

  /// Runs what is shown, and where chance matters the same on the lowest seeds that are not shown:
  /// those that a learner is likely to try.
  static func of(_ run: Run, _ metrics: [Metric], _ cache: Cache) async -> SeedSample {
    let simulation = run.simulation
    let hasChance = simulation.usesChance && !metrics.allSatisfy(\.isExact)
    let seeds =
      hasChance ? (0...UInt64(others)).filter { $0 != run.seed }.prefix(others) : []
    var key = ["simulation \(simulation.name)", "seed \(run.seed)", "others \(seeds.count)"]
    key += run.settings.values.map { "\($0.name) = \($0.value.text)" }
    key += metrics.map { "metric \($0.name)" }
    return await cache.value("seeds", for: key.joined(separator: "\n")) {
      let all = [run.seed] + seeds
      let runs = all.map { Run(simulation, run.settings, seed: $0) }
      let values = await runs.values(of: metrics)
      return SeedSample(shown: values.first ?? [], others: Array(values.dropFirst()))
    }
  }

  /// The values of one metric on the other seeds.
  func others(_ index: Int) -> [Double?] {
    others.map { $0.indices.contains(index) ? $0[index] : nil }
  }
}
