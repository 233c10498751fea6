import Course
import Experiments

/// A grade as other programs read it.
struct GradeDocument: Encodable {
  private struct Line: Encodable {
    let metric: String
    let requirement: String
    let measured: Nullable
    let passed: Bool
    let points: Int
    let maximumPoints: Int
    let held: Int?
  }

  private struct Seeds: Encodable {
    let run: Int
    let passed: Int
    let interval: [Double]
  }

  private enum Key: String, CodingKey {
    case exercise, settings, passed, points, maximumPoints, criteria, seeds, findings, attempt
  }

  let grade: Grade

  /// Which attempt it was since the last reset, from 1.
  let attempt: Int

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(grade.exercise.id, forKey: .exercise)
    try fields.encode(grade.settings.dictionary, forKey: .settings)
    try fields.encode(grade.passed, forKey: .passed)
    try fields.encode(grade.points, forKey: .points)
    try fields.encode(grade.maximumPoints, forKey: .maximumPoints)
    try fields.encode(attempt, forKey: .attempt)
    let criteria = grade.lines.map { line in
      Line(
        metric: line.criterion.metric.name, requirement: line.criterion.source,
        measured: Nullable(line.measured), passed: line.passed, points: line.points,
        maximumPoints: line.criterion.points, held: grade.seeds == nil ? nil : line.held)
    }
    try fields.encode(criteria, forKey: .criteria)
    let seeds = grade.seeds.map { seeds in
      Seeds(
        run: seeds.run, passed: seeds.passed,
        interval: [seeds.interval.low, seeds.interval.high])
    }
    try fields.encode(seeds, forKey: .seeds)
    try fields.encode(grade.findings.map(FindingDocument.init), forKey: .findings)
  }
}
