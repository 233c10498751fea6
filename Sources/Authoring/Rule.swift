import Files
import Lessons

/// One thing that is asked of every lesson before it is published.
///
/// A new one is a file in `Rules` and a line in ``Rules/all``.
package protocol Rule: Sendable {
  /// The name that a check's report gives with each fault, in lowercase words joined by hyphens.
  static var name: String { get }

  /// What is asked, in one sentence.
  static var summary: String { get }

  /// Whether finding out takes runs of simulations.
  static var takesRuns: Bool { get }

  /// Everything in a lesson that is not as the rule asks, each at its place.
  static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault]
}

extension Rule {
  package static var takesRuns: Bool { false }
}

/// Every rule, the quick ones first.
package enum Rules {
  package static let all: [any Rule.Type] = [
    FrontMatterForm.self, FrontMatterLength.self, HeadingOrder.self, HintsPresent.self, Links.self,
    MinutesStated.self, NumbersPromised.self, OwnWords.self, PartsInOrder.self,
    Prerequisites.self, ShownAsWritten.self, SomethingToDo.self, UniqueNames.self,
    WordsInOrder.self,
    Predictions.self, Promises.self, GivenAway.self, PrintedGuesses.self, Fairness.self,
    Variations.self,
  ]

  /// Those that take no runs.
  package static let quick = all.filter { !$0.takesRuns }
}
