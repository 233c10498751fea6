import Experiments
import Grading

extension Toys {
  /// A key of seeds that is known beforehand: the bytes 0 … 31.
  package static let key: SeedKey = SeedKey((0..<UInt8(SeedKey.size)).map { $0 }) ?? .random()
}

extension Grading {
  /// The grading of an attempt under the known key.
  package init(_ exercise: Exercise, choices: Settings, attempt: Int) {
    self.init(
      exercise, choices: choices,
      firstSeed: Toys.key.firstSeed(exercise: exercise.key, attempt: attempt))
  }
}
