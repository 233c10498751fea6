extension Folds {
  /// Deals the rows out as they stand, so that every fold has its share of every class.
  ///
  /// How many rows of each class a fold gets is found by dealing the sorted labels in turn, classes
  /// in the order in which they first appear; then each class fills the folds from the first on with
  /// its rows in order. Nil unless there are at least two folds and one class has a row for each.
  /// Source: scikit-learn's `StratifiedKFold` without shuffling.
  package init?(keepingSharesOf labels: [Int], count: Int) {
    var classes: [Int: Int] = [:]
    let codes = labels.map { label in
      let code = classes[label] ?? classes.count
      classes[label] = code
      return code
    }
    var sizes = Array(repeating: 0, count: classes.count)
    for code in codes { sizes[code] += 1 }
    guard count >= 2, let most = sizes.max(), most >= count else { return nil }

    // The quota of a class in a fold, and in which fold it has room.
    var quotas = sizes.map { _ in Array(repeating: 0, count: count) }
    for (place, code) in codes.sorted().enumerated() { quotas[code][place % count] += 1 }
    var folds = sizes.map { _ in 0 }
    var parts = Array(repeating: [Int](), count: count)
    for (row, code) in codes.enumerated() {
      while quotas[code][folds[code]] == 0 { folds[code] += 1 }
      quotas[code][folds[code]] -= 1
      parts[folds[code]].append(row)
    }
    self.init(parts: parts)
  }
}
