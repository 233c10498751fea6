/// Why a file cannot be used.
package struct FileProblem: Error, Sendable, Hashable {
  /// One line: what is wrong, and where.
  package let message: String

  /// Whether it is a matter of moments: the same may well be done if it is tried again.
  package let isPassing: Bool

  package init(message: String, isPassing: Bool = false) {
    self.message = message
    self.isPassing = isPassing
  }

  /// The problem that keeps something from being done with a file.
  ///
  /// - Parameters:
  ///   - verb: what cannot be done: `read`, `write`.
  ///   - path: the file's path.
  ///   - reason: why, in the system's words or our own.
  init(_ verb: String, _ path: String, _ reason: String) {
    self.init(message: "cannot \(verb) \(PathText.short(path)): \(reason)")
  }
}

/// Paths inside messages.
package enum PathText {
  /// The most characters of a path that a message repeats.
  private static let longest = 200

  /// The path, of which a long one keeps its end.
  package static func short(_ path: String) -> String {
    path.count > longest ? "…\(path.suffix(longest))" : path
  }
}
