import Testing
import ToyCourse

@testable import Lessons

/// Which metrics a run shows, as its directive says.
@Suite struct DirectiveReaderMetricsTests {
  private static let front = "---\ntitle: T\nsummary: S\n---\n\n# T\n\n"

  private static func read(_ line: String) -> (metrics: [String], faults: [String]) {
    let (lesson, faults) = LessonReader.read(
      front + "```simulate slide\n\(line)\n```\n", file: "f", name: "l",
      catalog: ToyCourse.catalog)
    let metrics = lesson.elements.lazy.compactMap { element -> [String]? in
      if case .simulate(let directive) = element { directive.metrics } else { nil }
    }
    return (metrics.first ?? [], faults.map(\.text))
  }

  @Test(arguments: [
    ("metrics: landing", ["landing"]), ("metrics: landing, height", ["landing", "height"]),
    ("metrics: landing\nmetrics: height", ["landing", "height"]), ("seed: 1", []),
    // What holds a theory stands for what it is the theory of.
    ("metrics: predicted-growth", ["growth"]),
  ])
  func areThoseNamed(_ line: String, _ metrics: [String]) {
    let (found, faults) = Self.read(line)
    #expect(found == metrics)
    #expect(faults == [])
  }

  @Test(arguments: [
    ("metrics: hight", "no metric \"hight\" in slide; did you mean height?"),
    ("metrics: height, height", "metric height is shown twice; keep one"),
    ("metrics: growth, predicted-growth", "metric growth is shown twice; keep one"),
    ("metrics:", "metrics has no value; write one or leave it out"),
    ("metric: height", "did you mean metrics?"),
  ])
  func anythingElseIsAFault(_ line: String, _ words: String) {
    let faults = Self.read(line).faults
    #expect(faults.count == 1)
    #expect(faults.first?.contains(words) ?? false, "\(faults)")
  }
}
