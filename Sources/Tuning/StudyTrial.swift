import Experiments

/// Settings that a study tried, with how they did.
package struct StudyTrial: Sendable, Equatable {
  /// Its place among the trials of the study, from 1 on.
  package let number: Int
  package let settings: Settings

  /// The median of the metric over the seeds; nil where it has no value.
  package let value: Double?

  /// By how much each constraint is missed, zero or less where it holds; nil where it is not known.
  package let excesses: [Double?]

  /// The first seed that it was run on.
  package let seed: UInt64

  /// What all its runs cost.
  package let cost: Cost

  package init(
    number: Int, settings: Settings, value: Double?, excesses: [Double?] = [], seed: UInt64,
    cost: Cost
  ) {
    self.number = number
    self.settings = settings
    self.value = value
    self.excesses = excesses
    self.seed = seed
    self.cost = cost
  }

  /// Whether every constraint holds.
  package var isFeasible: Bool { excesses.allSatisfy { $0.map { $0 <= 0 } ?? false } }
}

extension Cost {
  /// A counter by which budgets are stated.
  package enum Counter: String, Sendable, Hashable, CaseIterable {
    case gradientEvaluations = "gradient-evaluations"
    case updates
    case multiplyAdds = "multiply-adds"
  }

  package subscript(_ counter: Counter) -> Int {
    switch counter {
    case .gradientEvaluations: gradientEvaluations
    case .updates: updates
    case .multiplyAdds: multiplyAdds
    }
  }
}
