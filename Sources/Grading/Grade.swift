import Experiments

/// The verdict on the settings a learner chose.
package struct Grade: Sendable {
  /// What became of one criterion.
  package struct Line: Sendable {
    package let criterion: Criterion

    /// The measured value; over several seeds their median.
    package let measured: Double?

    /// On how many seeds it held, of those that decided about it.
    package let held: Int

    /// How many seeds decided about it.
    package let run: Int

    /// What is known of it by itself: whether it holds on as large a share of seeds as is asked for.
    ///
    /// Where the attempt passed, every one of its criteria does.
    package let decision: SequentialTest.Decision

    /// Whether it earns its points.
    package var passed: Bool { decision == .passes }

    /// The points earned.
    package var points: Int { passed ? criterion.points : 0 }
  }

  /// What the seeds showed, where there is chance.
  package struct Seeds: Sendable, Hashable {
    package let run: Int
    package let passed: Int

    /// Between which bounds the share of all seeds lies that pass, with 95 % confidence.
    package let interval: StoppedInterval

    /// - Parameter test: the test of the verdict, at its end.
    init(_ test: SequentialTest) {
      run = test.run
      passed = test.passed
      interval = StoppedInterval(test)
    }
  }

  package let exercise: Exercise

  /// Every knob as it was graded.
  package let settings: Settings

  /// What became of the attempt; open only where there is chance.
  package let decision: SequentialTest.Decision
  package let lines: [Line]
  package let seeds: Seeds?

  /// What the run was found to be; over several seeds, what those that decide were most often.
  package let findings: [Finding]

  /// Whether the attempt passed.
  package var passed: Bool { decision == .passes }

  package var points: Int { lines.map(\.points).reduce(0, +) }
  package var maximumPoints: Int { exercise.maximumPoints }
}
