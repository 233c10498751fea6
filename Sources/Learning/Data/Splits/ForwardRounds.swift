/// Rows in the order of time, tried forward: each round trains on the past and holds out what follows.
package struct ForwardRounds: Sendable, Equatable {
  /// The rows to train on, and those held out after them.
  package struct Round: Sendable, Equatable {
    package let training: Range<Int>
    package let validation: Range<Int>
  }

  /// The rounds, the earliest first; together they hold out the last rows.
  package let rounds: [Round]

  /// Rounds that hold out equally many rows each, one part after another up to the last row.
  ///
  /// Nil unless there are at least two rounds and the first has a row to train on. Source:
  /// scikit-learn's `TimeSeriesSplit`.
  /// - Parameters:
  ///   - size: how many rows are held out at a time; a share of `rows` by one more than the rounds,
  ///     rounded down, if nil.
  ///   - gap: how many rows before those held out are left out of training.
  ///   - atMost: how many rows are trained on at most, the latest; all if nil.
  package init?(
    rows: Int, count: Int, size: Int? = nil, gap: Int = 0, trainingOn atMost: Int? = nil
  ) {
    guard count >= 2, count < rows, gap >= 0, gap < rows else { return nil }
    let size = size ?? rows / (count + 1)
    guard size > 0, size <= rows / count, rows - gap - size * count > 0 else { return nil }
    if let atMost, atMost < 1 { return nil }
    rounds = (0..<count).map { round in
      let first = rows - (count - round) * size
      let end = first - gap
      return Round(
        training: max(0, end - (atMost ?? end))..<end, validation: first..<(first + size))
    }
  }
}
