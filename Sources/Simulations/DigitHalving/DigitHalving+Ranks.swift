import Numerics

/// Ranks of numbers, and how far two rankings agree.
enum Ranks {
  /// The rank of each number, from 1 for the smallest; equal ones share the mean of theirs.
  static func of(_ numbers: [Double]) -> [Double] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = numbers.map { _ in 0.0 }
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, numbers[order[end + 1]] == numbers[order[start]] { end += 1 }
      for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
      start = end + 1
    }
    return ranks
  }

  /// Spearman's correlation: that of the ranks; nil where all numbers of one side are equal.
  static func correlation(_ first: [Double], _ second: [Double]) -> Double? {
    let middle = Double(first.count + 1) / 2
    let (x, y) = (of(first).map { $0 - middle }, of(second).map { $0 - middle })
    func sum(_ x: [Double], _ y: [Double]) -> Double { zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } }
    let size = sum(x, x) * sum(y, y)
    return size > 0 ? sum(x, y) / Elementary.squareRoot(size) : nil
  }
}
