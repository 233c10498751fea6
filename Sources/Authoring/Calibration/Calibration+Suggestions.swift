import Experiments
import Grading

extension Calibration {
  /// The share at which a suggestion aims, where the exercise allows it.
  private static let target = 0.1

  /// For each criterion the bound that brings the share near the target with the others held, if
  /// the exercise is fair then.
  ///
  /// A criterion between two bounds keeps its middle and changes its width.
  static func suggestions(for exercise: Exercise, _ samples: PassSamples) async -> [Suggestion] {
    var suggestions: [Suggestion] = []
    for index in exercise.criteria.indices {
      for interval in bounds(for: index, of: exercise, samples) {
        let other = exercise.replacing(criterion: index, with: interval)
        var samples = samples
        await samples.fill(for: other)
        let calibration = await measure(other, samples)
        guard FairnessProblem.all(in: calibration, of: other).isEmpty else { continue }
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
    -> [Interval]
  {
    let interval = exercise.criteria[index].interval
    let range = exercise.share.range
    let goal = range.contains(target) ? target : (range.lowerBound + range.upperBound) / 2
    let needed = samples.cells
      .compactMap { leniency(of: $0, index, exercise, samples) }.sorted()
    let count = Double(samples.cells.count)
    var found: [Interval] = []
    for share in [goal, (goal + range.lowerBound) / 2, (goal + range.upperBound) / 2] {
      let rank = Int((share * count).rounded())
      guard needed.indices.contains(rank - 1) else { continue }
      // Halfway to the next cell's, so that rounding changes as few cells as possible.
      let next = needed.indices.contains(rank) ? needed[rank] : needed[rank - 1]
      let other = interval.withLeniency(needed[rank - 1] / 2 + next / 2)
      guard let other, other != interval, !found.contains(other) else { continue }
      found.append(other)
    }
    return found
  }

  /// How lenient a criterion has to be for a cell to pass; nil if that would not do.
  private static func leniency(
    of cell: Int, _ index: Int, _ exercise: Exercise, _ samples: PassSamples
  ) -> Double? {
    let seeds = samples.values(of: cell)
    guard !seeds.isEmpty else { return nil }
    let isWhole = seeds.count >= PassSamples.seeds(for: exercise)
    let spare = isWhole ? PassSamples.allowance(of: exercise) : 0
    let held = seeds.filter { values in
      exercise.criteria.indices.allSatisfy {
        $0 == index || exercise.criteria[$0].holds(values[$0])
      }
    }
    let interval = exercise.criteria[index].interval
    let needed = held.compactMap { $0[index] }.map(interval.leniency).filter(\.isFinite).sorted()
    let rank = seeds.count - spare - 1
    return needed.indices.contains(rank) ? needed[rank] : nil
  }
}
