import Numerics

/// Numbers of rows dealt out to folds, each of which is held out once.
package struct Folds: Sendable, Equatable {
  private let parts: [[Int]]

  /// Folds that hold these rows, each row one of them.
  init(parts: [[Int]]) { self.parts = parts }

  /// Deals the rows out at random; sizes differ by at most one, the first folds are the larger.
  ///
  /// `count` is brought into 1 … `rows`; as many folds as rows leave one out at a time.
  package init(rows: Int, count: Int, from stream: inout RandomStream) {
    self.init(dealing: stream.permutation(max(0, rows)), count)
  }

  /// Deals the rows out at random so that every fold has its share of every class.
  ///
  /// The number of rows of a class in a fold is its exact share rounded up or down; sizes differ by
  /// at most one. `count` is brought into 1 … the number of rows.
  package init(stratifying labels: [Int], count: Int, from stream: inout RandomStream) {
    let order = rowsOfEachClass(labels).flatMap { members in
      var members = members
      stream.shuffle(&members)
      return members
    }
    self.init(dealing: order, count)
  }

  /// Deals in turn, so that any run of neighbours is spread evenly.
  private init(dealing order: [Int], _ count: Int) {
    let count = max(1, min(count, order.count))
    parts = (0..<count).map { fold in
      stride(from: fold, to: order.count, by: count).map { order[$0] }
    }
  }

  /// How many folds there are.
  package var count: Int { parts.count }

  /// The rows held out in a fold.
  ///
  /// - Precondition: 0 ≤ `fold` < `count`.
  package func validation(_ fold: Int) -> [Int] { parts[fold] }

  /// The rows to train on while a fold is held out: all others, fold by fold.
  ///
  /// - Precondition: 0 ≤ `fold` < `count`.
  package func training(_ fold: Int) -> [Int] {
    precondition(parts.indices ~= fold, "there is no fold \(fold)")
    return parts.indices.flatMap { $0 == fold ? [] : parts[$0] }
  }
}
