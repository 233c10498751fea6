import Experiments

/// The verdict on the settings a learner chose.
package struct Grade: Sendable {
  /// What became of one criterion.
  package struct Line: Sendable {
    package let criterion: Criterion

    /// The measured value; over several seeds their median.
    package let measured: Double?

    /// On how many of the seeds it held.
    package let held: Int

    /// Whether it held often enough to earn its points; all of them do if and only if the attempt
    /// passed.
    package let passed: Bool

    /// The points earned.
    package var points: Int { passed ? criterion.points : 0 }
  }

  /// What the seeds showed, where there is chance.
  package struct Seeds: Sendable, Hashable {
    package let run: Int
    package let passed: Int
    package let decision: SequentialTest.Decision

    package var interval: WilsonInterval { WilsonInterval(passed: passed, of: run) }
  }

  package let exercise: Exercise

  /// Every knob as it was graded.
  package let settings: Settings
  package let passed: Bool
  package let lines: [Line]
  package let seeds: Seeds?

  /// What the run was found to be; over several seeds, what those that decide were most often.
  package let findings: [Finding]

  package var points: Int { lines.map(\.points).reduce(0, +) }
  package var maximumPoints: Int { exercise.maximumPoints }
}
