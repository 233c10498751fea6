import Authoring
import Course
import Experiments

/// A calibration as other programs read it.
struct CalibrationDocument: Encodable {
  struct Middle: Encodable {
    let settings: [String: String]

    /// The lowest and the highest value that pass through the middle, by knob.
    let region: [String: [String]]
  }

  struct Margin: Encodable {
    /// Standard deviations over seeds; null where chance does not matter.
    let noise: Double?
    let metric: String?

    /// Cells to the nearest that does not pass; null where chance matters.
    let cells: Int?

    private enum CodingKeys: CodingKey { case noise, metric, cells }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(noise, forKey: .noise)
      try container.encode(metric, forKey: .metric)
      try container.encode(cells, forKey: .cells)
    }
  }

  struct HeldOut: Encodable {
    let run: Int
    let passed: Int
    let interval: [Double]
    let verdict: Double
    let verdictAtLow: Double
  }

  struct Suggestion: Encodable {
    let criterion: String
    let share: Double
  }

  let exercise: String
  let settings: Int
  let share: Double
  let wanted: [Double]
  let middle: Middle?
  let margin: Margin?
  let heldOut: HeldOut?
  let guess: Double
  let guessInThreeTries: Double
  let fair: Bool
  let problems: [String]
  let suggestions: [Suggestion]

  init(_ calibration: Calibration, of exercise: Exercise) {
    let names = calibration.axes.map(\.knob)
    func byKnob<Value>(_ values: [Value]) -> [String: Value] {
      Dictionary(zip(names, values), uniquingKeysWith: { $1 })
    }
    self.exercise = exercise.id
    settings = calibration.cells.count
    share = calibration.share
    wanted = [exercise.share.range.lowerBound, exercise.share.range.upperBound]
    middle = calibration.middle.map { middle in
      Middle(
        settings: byKnob(middle.choices),
        region: byKnob(
          zip(calibration.axes, middle.extents).map { axis, extent in
            [axis.values[extent.lowerBound], axis.values[extent.upperBound]]
          }))
    }
    margin = calibration.margin.map { margin in
      switch margin {
      case .noise(let deviations, let index):
        Margin(noise: deviations, metric: exercise.criteria[index].metric.name, cells: nil)
      case .cells(let cells): Margin(noise: nil, metric: nil, cells: cells)
      }
    }
    heldOut = calibration.heldOut.map { heldOut in
      HeldOut(
        run: heldOut.run, passed: heldOut.passed,
        interval: [heldOut.interval.low, heldOut.interval.high], verdict: heldOut.verdict,
        verdictAtLow: heldOut.verdictAtLow)
    }
    guess = calibration.guess
    guessInThreeTries = calibration.guessInThreeTries
    problems = Fairness.problems(with: exercise, calibration)
    fair = problems.isEmpty
    suggestions = calibration.suggestions.map { Suggestion(criterion: $0.source, share: $0.share) }
  }
}

extension CalibrationDocument {
  private enum CodingKeys: CodingKey {
    case exercise, settings, share, wanted, middle, margin, heldOut, guess, guessInThreeTries
    case fair, problems, suggestions
  }

  /// Writes every key, with null for what there is none of.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(exercise, forKey: .exercise)
    try container.encode(settings, forKey: .settings)
    try container.encode(share, forKey: .share)
    try container.encode(wanted, forKey: .wanted)
    try container.encode(middle, forKey: .middle)
    try container.encode(margin, forKey: .margin)
    try container.encode(heldOut, forKey: .heldOut)
    try container.encode(guess, forKey: .guess)
    try container.encode(guessInThreeTries, forKey: .guessInThreeTries)
    try container.encode(fair, forKey: .fair)
    try container.encode(problems, forKey: .problems)
    try container.encode(suggestions, forKey: .suggestions)
  }
}

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
    return lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }
}
