import Authoring
import Grading
import Plotting

extension Calibration {
  /// Every setting that was tried, a line each, with a line of names first.
  ///
  /// As RFC 4180 asks, lines end in CR LF. A metric without a value is empty.
  func commaSeparated(for exercise: Exercise) -> String {
    let metrics = exercise.criteria.map { "median \($0.metric.name)" }
    var lines = [axes.map(\.knob) + ["seeds", "passed", "passes"] + metrics]
    for (index, cell) in cells.enumerated() {
      var rest = index
      var values: [String] = []
      for axis in axes {
        values.append(axis.values[rest % axis.values.count])
        rest /= axis.values.count
      }
      values += ["\(cell.run)", "\(cell.passed)", cell.passes ? "1" : "0"]
      values += cell.medians.map { $0.map { "\($0)" } ?? "" }
      lines.append(values)
    }
    return lines.map { $0.map(Escaping.csvCell.text).joined(separator: ",") + "\r\n" }.joined()
  }
}
