import Experiments
import Grading

/// What values that a learner tries come to beside what an exercise asks; it judges nothing.
package struct TryExhibit: Exhibit {
  /// A criterion, and what was measured of it.
  package struct Line: Encodable, Sendable, Hashable {
    /// The metric.
    package let metric: String

    /// What the exercise asks of it, such as `≤ 1e-6`.
    package let asked: String

    /// What it was.
    package let measured: String
  }

  /// What is asked and what was measured, a criterion each.
  package let lines: [Line]

  /// On what it was measured, where that decides.
  package let remark: String?

  /// What an outcome comes to.
  package init(_ exercise: Exercise, _ outcome: Outcome, seed: UInt64) {
    lines = exercise.criteria.map { criterion in
      let asked = criterion.interval.text(of: "").drop { $0 == " " }
      return Line(
        metric: criterion.metric.name, asked: String(asked),
        measured: criterion.metric.text(outcome[criterion.metric]))
    }
    remark =
      exercise.usesChance
      ? "On seed \(seed) alone, which is never among those of an answer." : nil
  }
}

extension Exercise {
  /// What has to hold, in one line: `relative-loss ≤ 1e-6 and overshoots ≥ 1`.
  package var goal: String { criteria.map(\.text).listed }
}
