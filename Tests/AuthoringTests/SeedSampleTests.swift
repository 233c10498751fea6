import Experiments
import Files
import Foundation
import TestKit
import Testing
import Tuning

@testable import Authoring

@Suite struct SeedSampleTests {
  /// Runs asked for together, one of them twice with other metrics, are what each alone is.
  @Test func togetherTheyAreAsAlone() async throws {
    let metrics = Dice.metrics
    let run = Run(Dice.self, Dice.defaults, seed: 1)
    let other = Run(Dice.self, Dice.defaults, seed: 3)
    let asked: [(run: Run, metrics: [Metric])] = [
      (run, [metrics[0]]), (other, metrics), (run, metrics.reversed()),
      (Run(Plane.self, Plane.defaults, seed: 1), Plane.metrics),
    ]
    let samples = await SeedSample.all(of: asked, .none)
    #expect(samples.count == asked.count)
    for ((run, metrics), sample) in zip(asked, samples) {
      #expect(sample.shown == metrics.map { run.outcome()[$0] })
      let seeds = (0...20).filter { $0 != run.seed }.prefix(sample.others.count)
      let others = seeds.map { Run(run.simulation, run.settings, seed: $0).outcome() }
      #expect(sample.others == others.map { outcome in metrics.map { outcome[$0] } })
      #expect(await SeedSample.of(run, metrics, .none) == sample)
    }
    #expect(samples.map(\.others.count) == [20, 20, 20, 0])
  }

  /// What one asks of a run, another finds in the cache, whatever its metrics are.
  @Test func aRunIsKeptForAllItsMetrics() async throws {
    let folder = try ScratchFolder()
    let cache = Cache(folder: folder.path, stamp: "test")
    let run = Run(Dice.self, Dice.defaults, seed: 1)
    for metric in Dice.metrics where !metric.isExact {
      let sample = await SeedSample.of(run, [metric], cache)
      #expect(sample == (await SeedSample.of(run, [metric], .none)))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
  }
}
