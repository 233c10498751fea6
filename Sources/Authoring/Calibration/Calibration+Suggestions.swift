import Course
import Experiments

extension Calibration {
  /// The share at which a suggestion aims, where the exercise allows it.
  private static let target = 0.1

  /// For each criterion with one bound, the bound that brings the share nearest to the target with
  /// the others held, if the exercise is fair then.
  static func suggestions(for exercise: Exercise, _ samples: PassSamples) async -> [Suggestion] {
    var suggestions: [Suggestion] = []
    for index in exercise.criteria.indices {
      for condition in bounds(for: index, of: exercise, samples) {
        let other = exercise.replacing(criterion: index, with: condition)
        var samples = samples
        await samples.fill(for: other)
        let calibration = await measure(other, samples)
        guard Unfairness.all(in: calibration, of: other).isEmpty else { continue }
        suggestions.append(
          Suggestion(
            criterion: index, source: other.criteria[index].source, share: calibration.share))
        break
      }
    }
    return suggestions
  }

  /// A few bounds of one criterion, the best first: those of cells around the target's rank.
  private static func bounds(for index: Int, of exercise: Exercise, _ samples: PassSamples)
    -> [Criterion.Condition]
  {
    guard let criterion = Optional(exercise.criteria[index]), let isAtMost = criterion.isAtMost
    else { return [] }
    let range = exercise.share.range
    let goal = range.contains(target) ? target : (range.lowerBound + range.upperBound) / 2
    let tightest = samples.values.indices
      .compactMap { tightestBound($0, index, isAtMost, exercise, samples) }
      .sorted { isAtMost ? $0 < $1 : $0 > $1 }
    let count = Double(samples.values.count)
    var found: [Criterion.Condition] = []
    for share in [goal, (goal + range.lowerBound) / 2, (goal + range.upperBound) / 2] {
      let rank = Int((share * count).rounded())
      guard tightest.indices.contains(rank - 1) else { continue }
      // Halfway to the next cell's bound, so that rounding changes as few cells as possible.
      let next = tightest.indices.contains(rank) ? tightest[rank] : tightest[rank - 1]
      let bound = NumberText.rounded(tightest[rank - 1] / 2 + next / 2, digits: 2)
      guard bound.isFinite, let condition = criterion.condition(bound: bound),
        condition != criterion.condition, !found.contains(condition)
      else { continue }
      found.append(condition)
    }
    return found
  }

  /// The tightest bound of a criterion with which a cell would still pass; nil if none would do.
  private static func tightestBound(
    _ cell: Int, _ index: Int, _ isAtMost: Bool, _ exercise: Exercise, _ samples: PassSamples
  ) -> Double? {
    let seeds = samples.values[cell]
    guard !seeds.isEmpty else { return nil }
    let spare =
      seeds.count < PassSamples.seeds(for: exercise) ? 0 : PassSamples.allowance(of: exercise)
    let held = seeds.filter { values in
      exercise.criteria.indices.allSatisfy {
        $0 == index || exercise.criteria[$0].holds(values[$0])
      }
    }
    let values = held.compactMap { $0[index] }.filter(\.isFinite)
      .sorted { isAtMost ? $0 < $1 : $0 > $1 }
    let needed = seeds.count - spare
    return values.indices.contains(needed - 1) ? values[needed - 1] : nil
  }
}

extension Criterion {
  /// Whether the one bound is above what holds; nil where there are two bounds.
  fileprivate var isAtMost: Bool? {
    switch condition {
    case .below, .atMost: true
    case .above, .atLeast: false
    case .within: nil
    }
  }

  /// The same condition with another bound; nil where there are two.
  fileprivate func condition(bound: Double) -> Condition? {
    switch condition {
    case .below: .below(bound)
    case .atMost: .atMost(bound)
    case .above: .above(bound)
    case .atLeast: .atLeast(bound)
    case .within: nil
    }
  }
}
