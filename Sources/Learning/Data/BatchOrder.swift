import Numerics

/// How the rows of an epoch are dealt out to batches.
package enum Batches: Sendable, Equatable {
  /// All rows at once, in their own order.
  case full
  /// Every row once an epoch in a fresh random order; the last batch may be smaller.
  case shuffled(size: Int)
  /// ⌈rows / size⌉ batches an epoch, each row of each drawn independently of all others.
  case withReplacement(size: Int)
}

/// The rows of each batch of the current epoch.
package struct BatchOrder: Sendable {
  package let batches: Batches
  /// The rows of the epoch; batches are consecutive pieces of it.
  package private(set) var indices: [Int]
  private let rows: Int
  private let size: Int

  /// Room for the epochs of a data set; sizes are brought into 1 … `rows`.
  ///
  /// - Precondition: there are rows.
  package init(_ batches: Batches, rows: Int) {
    precondition(rows > 0, "there is nothing to train on")
    self.batches = batches
    self.rows = rows
    switch batches {
    case .full: size = rows
    case .shuffled(let size), .withReplacement(let size): self.size = max(1, min(size, rows))
    }
    indices = Array(0..<rows)
    if case .withReplacement = batches {
      indices = Array(repeating: 0, count: (rows + size - 1) / size * size)
    }
  }

  /// How many batches an epoch has.
  package var batchesPerEpoch: Int { (rows + size - 1) / size }

  /// Where the rows of a batch stand in `indices`.
  package func batch(_ number: Int) -> Range<Int> {
    number * size..<min((number + 1) * size, indices.count)
  }

  /// Reorders or redraws the rows; takes nothing from the stream for full batches.
  package mutating func beginEpoch(from stream: inout RandomStream) {
    switch batches {
    case .full: break
    case .shuffled: stream.shuffle(&indices)
    case .withReplacement:
      for position in indices.indices { indices[position] = stream.integer(below: rows) }
    }
  }
}
