extension ConfusionMatrix {
  /// The mean recall of the classes that occur, so that a rare class counts as much as another.
  package var balancedAccuracy: Measured {
    guard total > 0 else { return Measured(undefined: .noRows) }
    let occurring = (0..<classes).filter { occurrences(of: $0) > 0 }
    let recalls = occurring.map {
      Double(self[truth: $0, predicted: $0]) / Double(occurrences(of: $0))
    }
    return Measured(recalls.reduce(0, +) / Double(recalls.count))
  }
}
