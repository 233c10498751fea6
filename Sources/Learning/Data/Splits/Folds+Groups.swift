extension Folds {
  /// Deals whole groups out, so that no group stands on both sides of a fold.
  ///
  /// The largest group goes first, into the fold with the fewest rows; of groups of one size the one
  /// with the greatest number goes first, of folds of one size the first is filled. Nil unless there
  /// are at least two folds and a group for each. Source: scikit-learn's `GroupKFold`.
  /// - Parameter groups: The number of each row's group.
  package init?(keepingTogether groups: [Int], count: Int) {
    let members = Dictionary(grouping: groups.indices) { groups[$0] }
    guard count >= 2, count <= members.count else { return nil }
    let order = members.sorted { ($0.value.count, $0.key) > ($1.value.count, $1.key) }
    var parts = Array(repeating: [Int](), count: count)
    for (_, rows) in order {
      let lightest = parts.indices.min { (parts[$0].count, $0) < (parts[$1].count, $1) } ?? 0
      parts[lightest] += rows
    }
    self.init(parts: parts.map { $0.sorted() })
  }
}
