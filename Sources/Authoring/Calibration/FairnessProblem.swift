import Experiments
import Grading

/// A way in which an exercise is unfair, with what was measured.
///
/// Each is one requirement of a fair exercise: it can be passed; nothing untouched and no end of a
/// range passes; a small share of the range does, at least two cells wide along every number; and
/// grading the middle again gives the same verdict.
enum FairnessProblem: Sendable, Hashable {
  /// Chosen knobs that change nothing that is asked for.
  case idle(knobs: [String])

  /// No setting passes on any seed.
  case impossible(settings: Int, nearest: String?)

  /// Settings pass, but none of the grid's does.
  case betweenCells(settings: Int, choices: String)

  /// Some settings pass on some seeds, but none often enough.
  case onlyByLuck(settings: Int, passed: Int, run: Int, asked: Double)

  /// Cells pass on a few seeds, but none does when it is graded.
  case onlyOnAFewSeeds(cells: Int, settings: Int)
  case passesUntouched(probability: Double)
  case passesWithDefault(knob: String, choices: String, probability: Double)

  /// One end that passes, with the number of other such settings.
  case passesAtEnd(knob: String, choices: String, probability: Double, others: Int)

  /// Both ends of a range pass beside the middle of a sample, so that the knob decides nothing.
  case passesAtBothEnds(knob: String, ends: [String], choices: String)

  /// Settings beside the middle of a sample do not pass.
  case failsBeside(knob: String, choices: String, probability: Double)

  /// The share of a sample is within its standard error of the least.
  case shareUnsure(Double, error: Double, FairShare)
  case tooMuchPasses(Double, FairShare)
  case tooLittlePasses(Double, FairShare)
  case guessed(inThreeTries: Double)
  case knifesEdge(knob: String, width: Int, cells: Int, choices: String)

  /// Most held-out runs of the middle miss a bound, by so many standard deviations.
  case missesItsBound(criterion: String, deviations: Double, choices: String)
  case unsteady(passed: Int, run: Int, interval: WilsonInterval, verdict: Double, choices: String)

  /// The largest probability with which one of three guesses among choices may pass.
  private static let mostGuessed = 0.6

  /// Every way in which a calibrated exercise is unfair.
  static func all(in calibration: Calibration, of exercise: Exercise) -> [FairnessProblem] {
    var found: [FairnessProblem] = []
    if !calibration.idleKnobs.isEmpty { found.append(.idle(knobs: calibration.idleKnobs)) }
    // That a knob which does nothing passes anywhere follows from its doing nothing.
    for probe in calibration.probes where probe.passed && !calibration.isIdle(probe.kind) {
      let choices = calibration.text(of: probe.choices)
      switch probe.kind {
      case .untouched: found.append(.passesUntouched(probability: probe.probability))
      case .left(let knob):
        found.append(
          .passesWithDefault(knob: knob, choices: choices, probability: probe.probability))
      case .beside: continue
      case .end(let knob):
        if calibration.sample != nil { continue }
        if let known = found.firstIndex(where: \.isAtEnd) {
          found[known].countOther()
          continue
        }
        found.append(
          .passesAtEnd(knob: knob, choices: choices, probability: probe.probability, others: 0))
      }
    }
    guard let middle = calibration.middle else {
      if let obstacle = obstacle(in: calibration, of: exercise) { found.insert(obstacle, at: 0) }
      return found
    }
    if calibration.sample != nil { found += around(middle, of: calibration) }
    if calibration.share > exercise.share.range.upperBound {
      found.append(.tooMuchPasses(calibration.share, exercise.share))
    }
    // Only of choices can all be tried; a share with a reason of its own says why that is fair.
    if calibration.share <= exercise.share.range.upperBound, exercise.share.reason == nil,
      !calibration.axes.contains(where: \.isNumeric),
      calibration.guessInThreeTries > mostGuessed + 1e-9
    {
      found.append(.guessed(inThreeTries: calibration.guessInThreeTries))
    }
    if calibration.share < exercise.share.range.lowerBound {
      found.append(.tooLittlePasses(calibration.share, exercise.share))
    } else if calibration.share - calibration.shareError < exercise.share.range.lowerBound,
      exercise.share.reason == nil
    {
      found.append(
        .shareUnsure(calibration.share, error: calibration.shareError, exercise.share))
    }
    if let (axis, width) = zip(calibration.axes, middle.widths)
      .first(where: { $0.isNumeric && $1 < 2 })
    {
      found.append(
        .knifesEdge(
          knob: axis.knob, width: width, cells: axis.values.count,
          choices: calibration.text(of: middle.choices)))
    }
    if case .noise(let margin, let index) = calibration.margin, margin < 0,
      exercise.criteria.indices.contains(index)
    {
      found.append(
        .missesItsBound(
          criterion: exercise.criteria[index].source, deviations: -margin,
          choices: calibration.text(of: middle.choices)))
    }
    if let heldOut = calibration.heldOut, !heldOut.isSteady {
      found.append(
        .unsteady(
          passed: heldOut.passed, run: heldOut.run, interval: heldOut.interval,
          verdict: heldOut.verdict, choices: calibration.text(of: middle.choices)))
    }
    return found
  }

  /// What is unfair around the middle of a sample.
  private static func around(_ middle: Calibration.Middle, of calibration: Calibration)
    -> [FairnessProblem]
  {
    var found: [FairnessProblem] = []
    let choices = calibration.text(of: middle.choices)
    for (index, axis) in calibration.axes.enumerated()
    where !calibration.idleKnobs.contains(axis.knob) {
      let ends = calibration.probes.filter { $0.kind == .end(knob: axis.knob) }
      if ends.count == 2, ends.allSatisfy(\.passed) {
        found.append(
          .passesAtBothEnds(
            knob: axis.knob, ends: ends.map { $0.choices[index] }, choices: choices))
      }
      let worst = calibration.probes.filter { $0.kind == .beside(knob: axis.knob) }
        .min { $0.probability < $1.probability }
      if let worst, worst.probability < leastBeside {
        found.append(
          .failsBeside(
            knob: axis.knob, choices: calibration.text(of: worst.choices),
            probability: worst.probability))
      }
    }
    return found
  }

  /// The least probability with which settings beside the middle of a sample have to pass.
  private static let leastBeside = 0.5

  private var isAtEnd: Bool {
    if case .passesAtEnd = self { true } else { false }
  }

  /// Counts one more end that passes.
  private mutating func countOther() {
    guard case .passesAtEnd(let knob, let choices, let probability, let others) = self
    else { return }
    self = .passesAtEnd(
      knob: knob, choices: choices, probability: probability, others: others + 1)
  }

  /// Why nothing passes.
  private static func obstacle(in calibration: Calibration, of exercise: Exercise)
    -> FairnessProblem?
  {
    let cells = calibration.cells
    let passing = cells.count { $0.passes }
    if let between = calibration.between {
      return .betweenCells(settings: cells.count, choices: calibration.text(of: between))
    }
    if passing > 0 { return .onlyOnAFewSeeds(cells: passing, settings: cells.count) }
    let best = cells.max { ($0.rate, $0.run) < ($1.rate, $1.run) }
    if let best, best.passed > 0 {
      return .onlyByLuck(
        settings: cells.count, passed: best.passed, run: best.run, asked: exercise.rates.pass)
    }
    return .impossible(
      settings: cells.count, nearest: nearestMiss(in: calibration, of: exercise))
  }

  /// What the cell nearest to passing measures of the first criterion that it does not hold, and
  /// where it is.
  private static func nearestMiss(in calibration: Calibration, of exercise: Exercise) -> String? {
    for (index, criterion) in exercise.criteria.enumerated()
    where calibration.cells.allSatisfy({ $0.medians[index] == nil }) {
      return "\(criterion.metric.name) has no value in any of them"
    }
    guard let cell = calibration.nearest(exercise) else { return nil }
    let medians = calibration.cells[cell].medians
    let holdApart = exercise.criteria.indices.allSatisfy { index in
      calibration.cells.contains { exercise.criteria[index].holds($0.medians[index]) }
    }
    let apart = holdApart ? "each criterion holds somewhere, but never all; " : ""
    for (criterion, median) in zip(exercise.criteria, medians) where !criterion.holds(median) {
      return "\(apart)the nearest to \(criterion.source) is \(criterion.metric.name) "
        + "\(median.map { NumberText.significant($0, digits: 3) } ?? criterion.metric.absent) at "
        + calibration.text(of: calibration.choices(at: cell))
    }
    return nil
  }
}

extension Calibration {
  /// Whether settings are about one knob that changes nothing.
  fileprivate func isIdle(_ kind: Probe.Kind) -> Bool {
    switch kind {
    case .untouched: false
    case .left(let knob), .end(let knob), .beside(let knob): idleKnobs.contains(knob)
    }
  }

  /// The value of each chosen knob in a cell, as it is typed.
  fileprivate func choices(at cell: Int) -> [String] {
    if let sample { return sample.settings.indices.contains(cell) ? sample.settings[cell] : [] }
    var rest = cell
    return axes.map { axis in
      defer { rest /= max(1, axis.values.count) }
      return axis.values[rest % max(1, axis.values.count)]
    }
  }

  /// Choices as people read them: `batch-size = 8, learning-rate = 0.03`.
  package func text(of choices: [String]) -> String {
    zip(axes, choices).map { "\($0.knob) = \($1)" }.joined(separator: ", ")
  }
}
