import Experiments
import Testing
import ToyCourse

@testable import Lessons

/// Predictions that ask which of some runs it is.
@Suite struct DirectiveReaderPredictTests {
  private static func read(_ lines: String) -> (directive: PredictDirective?, faults: [String]) {
    let (lesson, faults) = Toys.read(
      "---\ntitle: T\nsummary: S\n---\n```predict p\nsimulation: line\nquestion: q\n\(lines)\n```\n"
    )
    return (lesson.predictions.first, faults)
  }

  @Test(arguments: PredictDirective.Extreme.allCases)
  func isReadInFull(extreme: PredictDirective.Extreme) throws {
    let (directive, faults) = Self.read(
      "set: y = 0.5\ncase: one | x = 0.25\ncase: other one | x = 0.75, y = 1\n"
        + "ask: \(extreme.rawValue)  sum\nseed: 4")
    #expect(faults == [])
    let read = try #require(directive)
    guard case .which(let found, let cases) = read.answer else {
      Issue.record("a number is asked for")
      return
    }
    #expect(found == extreme && read.metric == Line.sum)
    #expect(cases.map(\.label) == ["one", "other one"])
    #expect(read.runs.map { $0.settings[Line.x] } == [0.25, 0.75])
    #expect(read.runs.map { $0.settings[Line.y] } == [0.5, 1])
    #expect(read.runs.map(\.seed) == [4, 4])
  }

  @Test(arguments: [
    ("case: a | x = 0\ncase: b | x = 1\nask: sum", "expected \"lowest METRIC\" or "),
    ("case: a | x = 0\ncase: b | x = 1\nask: least sum", "expected \"lowest METRIC\" or "),
    ("ask: lowest sum", "a prediction of which takes 2 … 6 cases, here are 0; add some"),
    ("case: a | x = 0\nask: lowest sum", "a prediction of which takes 2 … 6 cases, here is 1"),
    ("case: a | x = 0\ncase: a | x = 1\nask: lowest sum", "case \"a\" stands twice; "),
    ("case: 1 | x = 0\ncase: b | x = 1\nask: lowest sum", "the label \"1\" would be taken for "),
    (
      "case: a | x = 0\ncase: b\nask: lowest sum", "expected \"label | knob = value, …\", not \"b\""
    ),
    ("case: a | x = 0\ncase: b | z = 1\nask: lowest sum", "no knob \"z\" in line"),
    ("case: a | x = 0\ncase: b | x = 1\nask: lowest sun", "no metric \"sun\" in line"),
    (
      "case: a | x = 0\ncase: b | x = 1\nask: lowest sum\ntolerance: 1",
      "which of several runs it is has no tolerance; take it out"
    ),
    ("ask: lowest\ntolerance: 1", "no metric \"lowest\" in line"),
    ("ask: sum", "predict p has no tolerance; "),
  ])
  func whatIsWrongIsSaid(_ lines: String, _ fault: String) {
    let (_, faults) = Self.read(lines)
    #expect(faults.count == 1 && faults.allSatisfy { $0.contains(fault) }, "\(faults)")
  }
}
