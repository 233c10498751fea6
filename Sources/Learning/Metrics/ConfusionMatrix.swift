/// How often each class was predicted for rows of each true class.
///
/// Everything that compares predicted classes with true ones is computed from these counts.
package struct ConfusionMatrix: Sendable, Equatable {
  /// How many classes there are, numbered from 0; where there are two, 1 is the positive one.
  package let classes: Int
  /// Row-major: `counts[truth * classes + predicted]`.
  package let counts: [Int]

  /// Counts the pairs of a true and a predicted class.
  ///
  /// - Precondition: as many predictions as truths, every class in 0 ..< `classes`.
  package init(truth: [Int], predicted: [Int], classes: Int = 2) {
    precondition(truth.count == predicted.count, "one prediction a row")
    precondition(classes > 0, "there is at least one class")
    var counts = Array(repeating: 0, count: classes * classes)
    for (truth, predicted) in zip(truth, predicted) {
      precondition(0..<classes ~= truth && 0..<classes ~= predicted, "a class has no number")
      counts[truth * classes + predicted] += 1
    }
    self.classes = classes
    self.counts = counts
  }

  /// Calls a row positive where its score is at least the threshold, never where it is no number.
  package init(_ scored: ScoredLabels, threshold: Double) {
    self.init(
      truth: scored.truth.map { $0 ? 1 : 0 },
      predicted: scored.scores.map { $0 >= threshold ? 1 : 0 })
  }

  /// How many rows of one class were given the other; 0 for classes there are not.
  package subscript(truth truth: Int, predicted predicted: Int) -> Int {
    guard 0..<classes ~= truth, 0..<classes ~= predicted else { return 0 }
    return counts[truth * classes + predicted]
  }

  /// How many rows there are.
  package var total: Int { counts.reduce(0, +) }

  /// How many rows were given their own class.
  package var right: Int { (0..<classes).reduce(0) { $0 + self[truth: $1, predicted: $1] } }

  /// How many rows have this class.
  package func occurrences(of label: Int) -> Int {
    (0..<classes).reduce(0) { $0 + self[truth: label, predicted: $1] }
  }

  /// How many rows were given this class.
  package func predictions(of label: Int) -> Int {
    (0..<classes).reduce(0) { $0 + self[truth: $1, predicted: label] }
  }

  /// The classes that occur or are predicted.
  package var present: [Int] {
    (0..<classes).filter { occurrences(of: $0) + predictions(of: $0) > 0 }
  }
}
