import Experiments

/// Whether what a lesson says is so.
package enum PromiseCheck {
  /// Every promise of a lesson that a run does not keep, as a fault at its place.
  package static func faults(in lesson: Lesson, file: String) async -> [LessonFault] {
    var promised: [(run: Run, promises: [Promise])] = []
    for element in lesson.elements {
      switch element {
      case .simulate(let directive):
        let run = Run(directive.simulation, directive.settings, seed: directive.seed)
        promised.append((run, directive.promises))
      case .compare(let directive):
        for each in directive.cases {
          let run = Run(directive.simulation, each.settings, seed: directive.seed)
          promised.append((run, each.promises))
        }
      case .prose, .predict, .exercise: break
      }
    }
    promised.removeAll { $0.promises.isEmpty }
    let outcomes = await promised.map(\.run).outcomes()
    return zip(promised, outcomes).flatMap { each, outcome in
      each.promises.compactMap { promise in
        let criterion = promise.criterion
        let measured = outcome[criterion.metric]
        guard !criterion.holds(measured) else { return nil }
        return LessonFault(
          file: file, line: promise.line, column: promise.column,
          message: "expect \(criterion.source) does not hold: "
            + "measured \(text(of: measured, against: criterion))")
      }
    }
  }

  /// A measured value as its metric writes it, or in full where that would seem to keep the promise.
  private static func text(of measured: Double?, against criterion: Criterion) -> String {
    let text = criterion.metric.text(measured)
    guard let measured, criterion.holds(DecimalNumber.value(of: text)) else { return text }
    return NumberText.shortest(measured)
  }
}
