import Experiments
import Files
import Grading
import Lessons
import Tuning

/// A number of a simulation that can be foreseen, but not guessed.
struct PredictionDraft: Sendable {
  let metric: Metric

  /// Where the knob stands.
  let value: String

  /// The tolerance as a lesson writes it.
  let tolerance: String

  /// The tolerances that are tried, in per cent.
  private static let tolerances = [5, 10, 20, 30]

  /// Where along the knob's range it is tried.
  private static let places = [0.75, 0.25, 0.6, 0.4]

  /// The first metric whose answer is the same on nearly every seed within some tolerance; nil if
  /// there is none.
  ///
  /// Metrics that turning the knob changes come before others, and among those the ones that theory
  /// predicts. Values that pass the exercise, if there is one, come last, so as not to give it away.
  static func find(
    _ knob: any AnyKnob, of simulation: any Simulation.Type, before exercise: Exercise?,
    _ cache: Cache
  ) async -> PredictionDraft? {
    let predictions = Set(simulation.metrics.compactMap(\.theory?.metric))
    let measured = simulation.metrics.filter { !predictions.contains($0.name) }
    let ordered = measured.filter { $0.theory != nil } + measured.filter { $0.theory == nil }
    let values = knob.domain.grid(41)
    let untouched = Run(simulation, simulation.defaults, seed: Seed.standard).outcome()
    let all = places.compactMap { place -> Settings? in
      var settings = simulation.defaults
      let value = values[min(values.count - 1, Int(place * Double(values.count)))]
      return (try? settings.turn(knob.name, to: value)) == nil ? nil : settings
    }
    var passed = all.map { _ in false }
    if let exercise { passed = await GivenAway.passed(exercise, by: all, cache) }
    let gives = zip(all, passed)
    for settings in gives.filter({ !$1 }).map(\.0) + gives.filter({ $1 }).map(\.0) {
      guard let value = settings[knob.name] else { continue }
      let run = Run(simulation, settings, seed: Seed.standard)
      let samples = await SeedSample.of(run, ordered, cache)
      let changed = ordered.indices.filter { samples.shown[$0] != untouched[ordered[$0]] }
      for index in changed + ordered.indices.filter({ !changed.contains($0) }) {
        let metric = ordered[index]
        let sample = samples.of(index)
        for percent in tolerances {
          let draft = PredictionDraft(
            metric: metric, value: value.text, tolerance: "\(percent)%")
          guard let prediction = draft.directive(on: knob, of: simulation),
            case .number(let tolerance) = prediction.answer,
            Predictions.problem(of: prediction, within: tolerance, sample) == nil
          else { continue }
          return draft
        }
      }
    }
    return nil
  }

  /// The prediction as a lesson would have it.
  private func directive(on knob: any AnyKnob, of simulation: any Simulation.Type)
    -> PredictDirective?
  {
    let lines = [
      "simulation: \(simulation.name)", "set: \(knob.name) = \(value)", "ask: \(metric.name)",
      "tolerance: \(tolerance)", "question: Draft",
    ]
    return Lesson.draft("predict draft", lines, on: simulation).predictions.first
  }
}

extension SeedSample {
  /// The sample of one metric alone.
  fileprivate func of(_ index: Int) -> SeedSample {
    func one(_ values: [Double?]) -> [Double?] {
      values.indices.contains(index) ? [values[index]] : [nil]
    }
    return SeedSample(shown: one(shown), others: others.map(one))
  }
}
