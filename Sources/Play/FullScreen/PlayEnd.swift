import Exhibits
import Experiments
import Grading
import Screens

/// What becomes of playing.
package struct PlayEnd: Sendable {
  /// Where the knobs stood, and the seed.
  package let settings: Settings
  package let seed: UInt64

  /// The commands that make the picture that was left, and lead back to an exercise.
  package let lines: [NextStep]

  /// The file into which it was recorded to the end; nil where it was not.
  package let recording: String?

  /// The attempts that were graded, in order.
  package internal(set) var attempts: [GradedAttempt]

  /// What kept a grade from being given that was asked for last; nil for nothing.
  package internal(set) var refusal: String?

  /// The grade that was on its way when the picture was left, and has not been seen.
  package internal(set) var unseen: GradedAttempt?
}

/// The same, a grade that is on its way set apart.
struct PlayLeft: Sendable {
  let end: PlayEnd
  let pending: Task<Void, Never>?

  /// Waits for what is on its way.
  func settled(_ grading: PlayGrading?) async -> PlayEnd {
    var end = end
    guard let pending else { return end }
    await pending.value
    for result in grading?.take() ?? [] {
      switch result {
      case .graded(let graded):
        end.attempts.append(graded)
        end.unseen = graded
      case .refused(let message): end.refusal = message
      case .map: break
      }
    }
    return end
  }
}
