import Experiments

/// A way of searching: it proposes settings, and is told how well they did.
///
/// A strategy never runs anything, so it can be tested without a simulation, and whoever runs what it
/// proposes decides how many runs are made side by side. The same space, seed and observations lead
/// to the same proposals on every machine.
package protocol Strategy: Sendable {
  /// The name as it is typed, in lowercase words joined by hyphens.
  static var name: String { get }

  /// How it searches, in one sentence.
  static var summary: String { get }

  /// - Parameters:
  ///   - space: what may be proposed.
  ///   - budget: about how many trials there will be, at least 1.
  ///   - seed: what its own chance comes from, if it leaves anything to chance.
  init(_ space: SearchSpace, budget: Int, seed: UInt64)

  /// The next settings to try, which may be tried side by side; none once it has no more to try.
  mutating func propose() -> [Settings]

  /// Takes in how some of the settings did that were proposed.
  mutating func observe(_ observations: [Observation])
}

/// How settings did.
package struct Observation: Sendable {
  package let settings: Settings

  /// The value of what is searched for, the lower the better; nil where it has none.
  package let loss: Double?

  package init(_ settings: Settings, loss: Double?) {
    self.settings = settings
    self.loss = loss
  }
}

/// Every strategy there is; each is a file in `Strategies`.
package enum Strategies {
  package static let all: [any Strategy.Type] = [
    GridSearch.self
  ]

  package static func named(_ name: String) -> (any Strategy.Type)? {
    all.first { $0.name == name }
  }
}
