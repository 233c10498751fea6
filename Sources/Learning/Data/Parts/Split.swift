import Numerics

/// How large a part of the rows is to be.
package enum Portion: Sendable, Equatable {
  case count(Int)
  /// A share of all rows, rounded to the nearest row, halves up.
  case share(Double)

  /// The number of rows, brought into 0 … `available`; none for a share that is not a number.
  func size(of rows: Int, available: Int) -> Int {
    switch self {
    case .count(let count): return max(0, min(count, available))
    case .share(let share):
      let wanted = share * Double(rows) + 0.5
      return wanted >= Double(available) ? available : wanted > 0 ? Int(wanted) : 0
    }
  }
}

/// Numbers of rows dealt out to training, validation and test, each row to exactly one.
package struct Split: Sendable, Equatable {
  package let train: [Int]
  package let validation: [Int]
  package let test: [Int]

  /// Deals the rows out at random.
  ///
  /// The test part is drawn first, then validation; the rest is for training. So the test rows stay
  /// the same when the validation part changes its size. Parts too large get what there is.
  package init(
    rows: Int, validation: Portion, test: Portion = .count(0), from stream: inout RandomStream
  ) {
    let order = stream.permutation(max(0, rows))
    let tested = test.size(of: order.count, available: order.count)
    let held = tested + validation.size(of: order.count, available: order.count - tested)
    self.init(
      train: Array(order[held...]), validation: Array(order[tested..<held]),
      test: Array(order[..<tested]))
  }

  init(train: [Int], validation: [Int], test: [Int]) {
    self.train = train
    self.validation = validation
    self.test = test
  }
}
