import Experiments
import Grading

/// A verdict, criterion by criterion, with what explains it.
package struct GradeExhibit: Exhibit {
  /// How a criterion came off.
  package enum Mark: Sendable, Hashable {
    case met, missed

    /// The most seeds were too few to decide it.
    case open
  }

  /// What became of one criterion.
  package struct Line: Sendable, Hashable {
    /// How it came off.
    package let mark: Mark

    /// What was asked.
    package let criterion: String

    /// What was measured, and on how many seeds it held.
    package let measured: String

    /// The points earned, of those there are.
    package let points: String
  }

  private let grade: Grade

  /// Which attempt it was since the last reset, from 1.
  private let attempt: Int

  /// Whether the seeds come of a new key, as that of earlier attempts is gone.
  private let lostKey: Bool

  /// Whether it stands in the journal.
  private let isKept: Bool

  /// What the grade repeats, if it is no attempt of its own.
  private let repeated: Repeated?

  /// What to type next.
  package var next: [NextStep] = []

  /// The grade of an attempt.
  ///
  /// - Parameters:
  ///   - attempt: which attempt it was since the last reset, from 1.
  ///   - lostKey: whether its seeds come of a new key, as that of earlier attempts is gone.
  ///   - isKept: whether it stands in the journal.
  ///   - repeated: the attempt that was graded again, if it was.
  package init(
    _ grade: Grade, attempt: Int, lostKey: Bool = false, isKept: Bool = true,
    repeated: Repeated? = nil
  ) {
    self.grade = grade
    self.attempt = attempt
    self.lostKey = lostKey
    self.isKept = isKept
    self.repeated = repeated
  }

  /// An attempt that was graded again.
  package struct Repeated: Sendable {
    fileprivate let attempt: AttemptLog.Attempt

    /// Whether the exercise is what it was.
    fileprivate let isSameExercise: Bool

    /// Whether it came off as it was recorded.
    fileprivate let isAsRecorded: Bool

    /// - Parameters:
    ///   - attempt: what was recorded.
    ///   - grade: what came of it now.
    package init(_ attempt: AttemptLog.Attempt, as grade: Grade) {
      let recorded = attempt.recorded
      self.attempt = attempt
      isSameExercise = recorded.digest == nil || recorded.digest == grade.exercise.digest
      isAsRecorded =
        recorded.passed == grade.passed && recorded.points == grade.points
        && recorded.maximumPoints == grade.maximumPoints
        && recorded.findings == grade.findings.map(\.code)
    }
  }

  /// What is to be known of where the grade comes from; nil for a common attempt.
  package var origin: String? {
    if let repeated {
      let result =
        repeated.isAsRecorded
        ? "the same result as recorded"
        : "recorded as \(repeated.attempt.isPassed ? "passed" : "not passed") with "
          + repeated.attempt.pointsText
          + (repeated.isSameExercise ? "" : "; the exercise has changed since")
      return "Attempt \(repeated.attempt.number) of the log again: \(result)."
    }
    return lostKey
      ? "The key of your seeds was gone, so there is a new one. Attempts up to now can still be "
        + "made again with knobs log N --again."
      : nil
  }

  /// The name of the exercise.
  package var name: String { grade.exercise.name }

  /// The chosen knobs: `learning-rate 0.25`.
  package var choices: [String] { grade.exercise.texts(of: grade.settings) }

  /// The criteria in the exercise's order.
  package var lines: [Line] {
    grade.lines.map { line in
      Line(
        mark: Mark(line.decision), criterion: line.criterion.text,
        measured: measured(line), points: "\(line.points) of \(line.criterion.points)")
    }
  }

  /// How sure the verdict is; nil without chance.
  package var confidence: String? {
    guard let seeds = grade.seeds else { return nil }
    let interval =
      "\(NumberText.percent(seeds.interval.low).dropLast(2))–"
      + NumberText.percent(seeds.interval.high)
    let pass = NumberText.percent(grade.exercise.rates.pass)
    let fail = NumberText.percent(grade.exercise.rates.fail)
    let verdict =
      switch grade.decision {
      case .passes: "often enough, as about \(pass) of all seeds are asked for"
      case .fails: "too rarely, as about \(pass) of all seeds are asked for"
      case .open: "too close to call between \(fail) and \(pass), which does not pass"
      }
    let counted =
      grade.lines.count > 1
      ? "With every line at once it passed on \(seeds.passed)" : "Passed on \(seeds.passed)"
    let isCountedApart = grade.lines.contains {
      !$0.criterion.metric.isExact && $0.run != seeds.run
    }
    return "\(counted) of \(NumberText.count(seeds.run, "fresh seed")): \(verdict). Of all seeds "
      + "it would pass on \(interval) (95 % interval; knobs help check says how that is decided)."
      + (isCountedApart ? " A line counts seeds until it is decided." : "")
  }

  /// What the findings are about, where that is not the whole grade.
  package var findingsRemark: String? {
    guard let seeds = grade.seeds, seeds.run > 1, !grade.findings.isEmpty else { return nil }
    return "On one of the seeds:"
  }

  /// What the run was found to be.
  package var findings: [String] { grade.findings.map(\.sentence) }

  /// Whether it passed.
  package var isPassed: Bool { grade.passed }

  /// The verdict.
  package var verdict: String { grade.passed ? "Passed." : "Not passed." }

  /// The points earned, and what is missing.
  package var remark: String {
    let points = "\(grade.points) of \(NumberText.count(grade.maximumPoints, "point"))."
    let isOfSeveral = !grade.passed && grade.lines.count > 1
    return points + (isOfSeveral ? " Every line must hold to pass." : "")
      + (isKept ? "" : " Not kept.")
  }

  private func measured(_ line: Grade.Line) -> String {
    let metric = line.criterion.metric
    let value = metric.text(line.measured)
    let word = grade.exercise.simulation.isTheory(metric) ? "by theory" : "measured"
    guard grade.seeds != nil else { return "\(word) \(value)\(miss(line))" }
    guard !metric.isExact else { return "\(word) \(value)\(miss(line)), the same on every seed" }
    let undecided = line.decision == .open ? ", not decided" : ""
    return "median \(value)\(miss(line)), held on \(line.held) of \(line.run) seeds\(undecided)"
  }

  /// On which side of a range a measured value lies.
  private func miss(_ line: Grade.Line) -> String {
    let interval = line.criterion.interval
    guard interval.range != nil, let measured = line.measured, !interval.contains(measured)
    else { return "" }
    return interval.isAbove(measured) ? ", too low" : ", too high"
  }
}

extension GradeExhibit.Mark {
  fileprivate init(_ decision: SequentialTest.Decision) {
    self =
      switch decision {
      case .passes: .met
      case .fails: .missed
      case .open: .open
      }
  }
}

extension GradeExhibit {
  private struct LineDocument: Encodable {
    let metric: String
    let requirement: String
    let measured: Nullable
    let passed: Bool
    let decision: SequentialTest.Decision
    let points: Int
    let maximumPoints: Int
    let held: Int?

    /// How many seeds decided about it; missing where there is no chance.
    let run: Int?
  }

  private struct SeedsDocument: Encodable {
    let run: Int
    let passed: Int
    let interval: [Double]
  }

  private enum Key: String, CodingKey {
    case exercise, settings, passed, decision, points, maximumPoints, criteria, seeds, findings,
      attempt, asRecorded, kept
  }

  /// Writes every key, with null for seeds where there is no chance; `asRecorded` only of an attempt
  /// that was graded again, and `kept` only of one that is not.
  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(grade.exercise.id, forKey: .exercise)
    try fields.encode(grade.settings.dictionary, forKey: .settings)
    try fields.encode(grade.passed, forKey: .passed)
    try fields.encode(grade.decision, forKey: .decision)
    try fields.encode(grade.points, forKey: .points)
    try fields.encode(grade.maximumPoints, forKey: .maximumPoints)
    try fields.encode(attempt, forKey: .attempt)
    try fields.encodeIfPresent(repeated?.isAsRecorded, forKey: .asRecorded)
    if !isKept { try fields.encode(false, forKey: .kept) }
    let criteria = grade.lines.map { line in
      LineDocument(
        metric: line.criterion.metric.name, requirement: line.criterion.source,
        measured: Nullable(line.measured), passed: line.passed, decision: line.decision,
        points: line.points, maximumPoints: line.criterion.points,
        held: grade.seeds == nil ? nil : line.held, run: grade.seeds == nil ? nil : line.run)
    }
    try fields.encode(criteria, forKey: .criteria)
    let seeds = grade.seeds.map { seeds in
      SeedsDocument(
        run: seeds.run, passed: seeds.passed,
        interval: [seeds.interval.low, seeds.interval.high])
    }
    try fields.encode(seeds, forKey: .seeds)
    try fields.encode(grade.findings.map(FindingDocument.init), forKey: .findings)
  }
}
