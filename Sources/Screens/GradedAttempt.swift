import Exhibits
import Experiments
import Grading
import Lessons
import Terminal
import Tuning

/// An attempt that was graded, and recorded where that can be.
package struct GradedAttempt: Sendable {
  package let grade: Grade

  /// What the journal adds up to with it, or would.
  package let progress: Progress

  /// Whether its seeds come of a new key, as that of earlier attempts is gone.
  package let lostKey: Bool

  /// Why it was not recorded; nil if it was.
  package let problem: Journal.Problem?

  /// What else is to be said of how it was recorded.
  package let remarks: [String]

  /// Whether it was recorded.
  package var isKept: Bool { problem == nil }

  /// What is to be said of how it was recorded, or why it was not.
  package var notes: [String] {
    (problem.map { ["this attempt is not kept: \($0.message)"] } ?? []) + remarks
  }
}

extension Journal {
  /// Grades an attempt and records it; when this returns, the attempt is on disk.
  ///
  /// Where it cannot be recorded it is graded all the same, and said not to be kept, unless that is a
  /// matter of trying again.
  ///
  /// - Parameters:
  ///   - item: what is asked again, if that is what is graded; it is recorded as such, and earns nothing.
  ///   - given: what varied in it.
  ///   - program: the version of the program, to be recorded.
  ///   - cores: how many runs are made side by side.
  ///   - limit: the multiply-adds that a grading may take; what may take more is no attempt.
  ///   - screen: that of standard error, where it is said while it takes longer than a moment; nil says
  ///     nothing.
  package func graded(
    _ exercise: Exercise, _ choices: Settings, asReviewOf item: ReviewItem? = nil,
    given: [String: SettingValue] = [:], program: String, cores: Int,
    within limit: Int = Limits.work, on screen: Screen?
  ) async throws(Refusal) -> GradedAttempt {
    try await screen.afford(
      PlannedRuns(grading: exercise, choices), within: limit, for: "grading \(exercise.id)")
    var problem: Journal.Problem?
    let attempt: Attempt
    do throws(Journal.Problem) {
      attempt = try Attempt(exercise, choices: choices, in: self)
    } catch {
      guard !error.isPassing else { throw Refusal(error.message) }
      problem = error
      attempt = Attempt(unrecorded: exercise, choices: choices, beside: self)
    }
    let grading = await attempt.grading.decided(cores: cores, on: screen)
    var progress = attempt.progress(with: grading, program: program)
    if problem == nil {
      do throws(Journal.Problem) {
        progress =
          if let item {
            try attempt.record(grading, asReviewOf: item, given: given, program: program)
          } else {
            try attempt.record(grading, program: program)
          }
      } catch {
        problem = error
      }
    }
    let remarks = [
      attempt.keyProblem.map {
        "\($0.message); the seeds of this attempt come of a key that is not kept"
      },
      attempt.lockProblem.map { "\($0.message); use one program at a time" },
    ]
    return GradedAttempt(
      grade: grading.grade, progress: progress, lostKey: attempt.lostKey, problem: problem,
      remarks: remarks.compactMap(\.self))
  }
}

extension Grading {
  /// The grading at its end.
  ///
  /// - Parameters:
  ///   - cores: how many runs are made side by side.
  ///   - screen: that of standard error, where it is said while it takes longer than a moment; nil says
  ///     nothing.
  package func decided(cores: Int, on screen: Screen?) async -> Grading {
    await screen.showing({ seeds in
      seeds > 0 ? "grading … \(NumberText.count(seeds, "seed"))" : "grading …"
    }) { seeds in
      var grading = self
      while !grading.isDecided {
        let before = grading.seedsRun
        await grading.advance(by: cores)
        seeds.add(grading.seedsRun - before)
      }
      return grading
    }
  }
}
