import Experiments
import Tuning

/// A run that a lesson shows and makes promises about.
package struct PromisedRun: Sendable {
  package let run: Run
  package let promises: [Promise]
}

/// Whether what a lesson says is so.
package enum PromiseCheck {
  /// Every run of a lesson of which something is promised, in order.
  package static func runs(of lesson: Lesson) -> [PromisedRun] {
    var promised: [PromisedRun] = []
    for element in lesson.elements {
      switch element {
      case .simulate(let directive):
        let run = Run(directive.simulation, directive.settings, seed: directive.seed)
        promised.append(PromisedRun(run: run, promises: directive.promises))
      case .compare(let directive):
        for each in directive.cases {
          let run = Run(directive.simulation, each.settings, seed: directive.seed)
          promised.append(PromisedRun(run: run, promises: each.promises))
        }
      case .prose, .predict, .exercise: break
      }
    }
    return promised.filter { !$0.promises.isEmpty }
  }

  /// Every promise of a lesson that a run does not keep, as a fault at its place.
  package static func faults(in lesson: Lesson, file: String) async -> [LessonFault] {
    let promised = runs(of: lesson)
    let outcomes = await promised.map(\.run).outcomes()
    return zip(promised, outcomes).flatMap { each, outcome in
      each.promises.compactMap { promise in
        let measured = outcome[promise.criterion.metric]
        guard let message = message(promise.criterion, measured: measured) else { return nil }
        return LessonFault(
          file: file, line: promise.line, column: promise.column, message: message)
      }
    }
  }

  /// What to say of a promise that a measured value does not keep; nil if it does.
  package static func message(_ criterion: Criterion, measured: Double?) -> String? {
    guard !criterion.holds(measured) else { return nil }
    return "expect \(criterion.source) does not hold: "
      + "measured \(text(of: measured, against: criterion))"
  }

  /// A measured value as its metric writes it, or in full where that would seem to keep the promise.
  private static func text(of measured: Double?, against criterion: Criterion) -> String {
    let text = criterion.metric.text(measured)
    guard let measured, criterion.holds(DecimalNumber.value(of: text)) else { return text }
    return NumberText.shortest(measured)
  }
}
