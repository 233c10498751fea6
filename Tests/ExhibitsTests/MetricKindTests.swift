import Experiments
import Foundation
import Lessons
import Simulations
import Testing
import Tuning

/// What values a metric can have, and that no right answer to a prediction is refused for it.
@Suite struct MetricKindTests {
  @Test(arguments: Catalog.all.names) func measuredValuesAreOfTheirKind(_ name: String) throws {
    let simulation = try #require(Catalog.all[name])
    let outcome = simulation.run(simulation.defaults, seed: Seed.standard)
    for metric in simulation.metrics {
      guard let value = outcome[metric], value.isFinite else { continue }
      switch metric.kind {
      case .share: #expect((0...1).contains(value), "\(metric.name) \(value)")
      case .count, .size: #expect(value >= 0, "\(metric.name) \(value)")
      case .number: break
      }
    }
  }

  @Test func whatIsMeasuredIsAnAnswer() async throws {
    let course = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Lessons").standardizedFileURL.path
    let syllabus = try Syllabus.read(folder: course, catalog: .all)
    var shares = 0
    for lesson in syllabus.lessons {
      for case .predict(let directive) in lesson.elements {
        guard case .number = directive.answer else { continue }
        let outcomes = await directive.runs.outcomes()
        let measured = try #require(outcomes.first?[directive.metric])
        let answer = try directive.metric.answer(typed: directive.metric.text(measured))
        #expect(directive.accepts(answer, measured: [measured]), "\(lesson.name) \(answer)")
        #expect(throws: AnswerFault.self) { try directive.metric.answer(typed: "0,5") }
        guard directive.metric.kind == .share else { continue }
        shares += 1
        let percent = try directive.metric.answer(typed: "\(measured * 100)%")
        #expect(directive.accepts(percent, measured: [measured]), "\(lesson.name)")
        #expect(throws: AnswerFault.self) { try directive.metric.answer(typed: "1.2") }
      }
    }
    #expect(shares >= 5)
  }
}
