import Experiments

/// A request that cannot be met, and why, in one line.
package struct Refusal: Error, Hashable {
  /// What is wrong and what to do about it.
  package let message: String

  /// A refusal in words.
  package init(_ message: String) { self.message = Quoted.message(message) }
}
