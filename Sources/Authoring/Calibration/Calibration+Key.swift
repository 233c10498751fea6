import Experiments
import Grading
import Tuning

extension Calibration {
  /// Everything that the calibration of an exercise depends on, as text.
  static func key(of exercise: Exercise) -> String {
    let grid = SettingGrid(exercise)
    var lines = ["simulation \(exercise.simulation.name)"]
    lines += exercise.given.values.map { "given \($0.name) = \($0.value.text)" }
    for (knob, values) in zip(grid.knobs, grid.axes) {
      lines.append("choose \(knob.name) \(values.map(\.text).joined(separator: " "))")
    }
    lines += exercise.criteria.map { "pass \($0.source)" }
    lines.append("rates \(exercise.rates.pass) \(exercise.rates.fail)")
    lines.append("share \(exercise.share.range.lowerBound) \(exercise.share.range.upperBound)")
    lines.append("seeds \(PassSamples.seeds(for: exercise)) from \(PassSearch.firstSeed)")
    return lines.joined(separator: "\n")
  }
}
