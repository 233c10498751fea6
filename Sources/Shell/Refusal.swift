import Files

/// A request that cannot be met, and why, in one line.
struct Refusal: Error, Hashable {
  let message: String

  init(_ message: String) { self.message = message }
}

/// The statuses that a command ends with.
enum ExitStatus: Int32, Sendable {
  /// Done, or passed.
  case done = 0

  /// Graded and not passed, or a check found faults.
  case notPassed = 1

  /// The request itself was wrong.
  case refused = 2
}

extension Refusal {
  /// The result of some work on files, or its problem as a refusal.
  static func unless<Result>(_ work: () throws(FileProblem) -> Result) throws(Refusal) -> Result {
    do throws(FileProblem) {
      return try work()
    } catch {
      throw Refusal(error.message)
    }
  }
}
