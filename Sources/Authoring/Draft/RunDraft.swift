import Experiments
import Files
import Grading
import Tuning

/// What can be promised of a simulation as it stands.
struct RunDraft: Sendable {
  let promise: Criterion

  /// A promise on the first metric that has a finite value on every seed, with room for those.
  static func make(
    _ knob: any AnyKnob, _ simulation: any Simulation.Type, _ cache: Cache
  ) async -> RunDraft {
    let metrics = simulation.metrics
    let run = Run(simulation, simulation.defaults, seed: Seed.standard)
    let sample = await SeedSample.of(run, metrics, cache)
    for (index, metric) in metrics.enumerated() {
      let values = ([sample.shown] + sample.others).map { $0[index] ?? .nan }
      guard values.allSatisfy(\.isFinite), let low = values.min(), let high = values.max() else {
        continue
      }
      // Half the spread again on either side, or a per cent of what never changes.
      let room = high > low ? (high - low) / 2 : abs(low) / 100
      let bounds =
        NumberText.rounded(
          low > 0 ? max(low - room, low / 2) : low - room, digits: 3)...NumberText.rounded(
          high + room, digits: 3)
      return RunDraft(promise: Criterion(metric: metric, interval: .within(bounds), points: 1))
    }
    return RunDraft(
      promise: Criterion(metric: metrics[0], interval: .atLeast(0), points: 1))
  }
}
