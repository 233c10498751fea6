extension Folds {
  /// Deals the rows out as they stand: every fold is a run of neighbours.
  ///
  /// The first `rows` mod `count` folds are one longer. Nil unless there are at least two folds and
  /// a row for each. Source: scikit-learn's `KFold` without shuffling.
  package init?(neighboursOf rows: Int, count: Int) {
    guard count >= 2, count <= rows else { return nil }
    let (size, larger) = rows.quotientAndRemainder(dividingBy: count)
    var next = 0
    self.init(
      parts: (0..<count).map { fold in
        let first = next
        next += size + (fold < larger ? 1 : 0)
        return Array(first..<next)
      })
  }
}
