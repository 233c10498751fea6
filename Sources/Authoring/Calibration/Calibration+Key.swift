import Experiments
import Grading
import Tuning

extension Calibration {
  /// Everything that the calibration of an exercise depends on, as text.
  static func key(of exercise: Exercise) -> String {
    let points = PassPoints(exercise)
    var lines = ["simulation \(exercise.simulation.name)"]
    lines += exercise.given.values.map { "given \($0.name) = \($0.value.text)" }
    switch points {
    case .grid(let grid):
      for (knob, values) in zip(grid.knobs, grid.axes) {
        lines.append("choose \(knob.name) \(values.map(\.text).joined(separator: " "))")
      }
    case .sample(let sample):
      lines += sample.knobs.map { "sample \($0.name) \($0.domain.scale) \($0.domain.text)" }
      lines.append("settings \(sample.settings.count)")
    }
    lines += exercise.criteria.map { "pass \($0.source)" }
    lines.append("rates \(exercise.rates.pass) \(exercise.rates.fail)")
    lines.append("share \(exercise.share.range.lowerBound) \(exercise.share.range.upperBound)")
    lines.append("seeds \(PassSamples.seeds(for: exercise)) from \(PassSearch.firstSeed)")
    return lines.joined(separator: "\n")
  }
}
