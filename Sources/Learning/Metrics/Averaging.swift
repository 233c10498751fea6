/// What a measure of one class against the rest says about all of them.
package enum Averaging: Sendable, Equatable {
  /// The measure of this class alone.
  case one(Int)
  /// The mean over the classes that occur or are predicted, each counting the same.
  case macro
  /// The measure of the counts added up over the classes: with one class a row, the accuracy.
  case micro

  /// The measure of class 1, the positive one of two.
  package static let binary = one(1)
}

extension ConfusionMatrix {
  /// A share of hits in what is counted for each class, averaged.
  ///
  /// A class with nothing to count has a share of 0, and the result is undefined for `reason`.
  func average(
    _ averaging: Averaging, undefined reason: Undefined, _ counted: (Int) -> (hits: Int, of: Int)
  ) -> Measured {
    guard total > 0 else { return Measured(undefined: .noRows) }
    let labels: [Int]
    switch averaging {
    case .micro: return accuracy
    case .macro: labels = present
    case .one(let label): labels = [label]
    }
    var sum = 0.0
    var undefined: Undefined?
    for label in labels {
      let (hits, all) = counted(label)
      if all == 0 { undefined = reason } else { sum += Double(hits) / Double(all) }
    }
    return Measured(sum / Double(labels.count), undefined: undefined)
  }
}
