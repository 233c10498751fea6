import Numerics

/// Eight data sets of one shape side by side, a lane each.
///
/// The fits of one set are loops of a few steps, each of which waits for the one before. Every lane has
/// the bits of its set by itself: those of ``RegressionRows`` and of `Cholesky`.
struct EightSets: ~Copyable {
  private typealias Block = UnsafeMutablePointer<SIMD8<Double>>

  private let rows: Int
  private let columns: Int

  /// A row is its features and its target, so that X'y is one more column of X'X.
  private let width: Int

  private let memory: Block
  private let numbers: Block

  /// The products of all rows, on and right of the diagonal.
  private let all: Block

  /// Room for those of some rows, and for the weights that they give.
  private let matrix: Block
  private let weights: Block

  /// - Parameter sets: up to eight, at least one; the last is repeated until all lanes are full.
  init(_ sets: [RegressionRows]) {
    (rows, columns) = (sets[0].count, sets[0].columns)
    width = columns + 1
    let size = rows * width + 2 * columns * width + columns
    memory = Block.allocate(capacity: size)
    memory.initialize(repeating: .zero, count: size)
    numbers = memory
    all = numbers + rows * width
    matrix = all + columns * width
    weights = matrix + columns * width
    for lane in 0..<8 {
      let set = sets[min(lane, sets.count - 1)]
      for row in 0..<rows {
        let own = numbers + row * width
        for column in 0..<columns { own[column][lane] = set.features[row * columns + column] }
        own[columns][lane] = set.targets[row]
      }
    }
    addProducts(0..<rows, to: all)
  }

  deinit { memory.deallocate() }

  /// The mean squared error on rows that were held out, fold by fold.
  ///
  /// Rows are drawn independently, so that runs of neighbours are as good as any folds.
  func heldOutErrors(folds: Int) -> SIMD8<Double> {
    let (size, larger) = rows.quotientAndRemainder(dividingBy: folds)
    var first = 0
    var errors = SIMD8<Double>.zero
    for fold in 0..<folds {
      let held = first..<(first + size + (fold < larger ? 1 : 0))
      first = held.upperBound
      matrix.update(repeating: .zero, count: columns * width)
      addProducts(held, to: matrix)
      for index in 0..<columns * width { matrix[index] = all[index] - matrix[index] }
      fit()
      for row in held {
        let own = numbers + row * width
        var rest = own[columns]
        for column in 0..<columns { rest -= weights[column] * own[column] }
        errors += rest * rest
      }
    }
    return errors / Double(rows)
  }

  /// Adds the products of some rows, one row after another.
  private func addProducts(_ range: Range<Int>, to sums: Block) {
    for row in range {
      let own = numbers + row * width
      for column in 0..<columns {
        let feature = own[column]
        let products = sums + column * width
        for other in column..<width { products[other] += feature * own[other] }
      }
    }
  }

  /// Finds the weights of the matrix, in its own place; 0 where it is not positive definite to within
  /// rounding.
  private func fit() {
    var isDefinite = SIMDMask<SIMD8<Int64>>(repeating: true)
    // What is left of a diagonal element that depends on those before is rounding.
    for pivot in 0..<columns { weights[pivot] = 1e-14 * matrix[pivot * width + pivot] }
    for pivot in 0..<columns {
      let done = matrix + pivot * width
      isDefinite .&= done[pivot] .> weights[pivot]
      let root = rootLanes(done[pivot])
      done[pivot] = root
      for column in pivot + 1..<width {
        done[column] /= root
      }
      for row in pivot + 1..<max(columns, pivot + 1) {
        let share = done[row]
        let rest = matrix + row * width
        for column in row..<width { rest[column] -= share * done[column] }
      }
    }
    for row in stride(from: columns - 1, through: 0, by: -1) {
      let own = matrix + row * width
      var rest = own[columns]
      for column in stride(from: columns - 1, to: row, by: -1) {
        rest -= own[column] * weights[column]
      }
      weights[row] = rest / own[row]
    }
    for column in 0..<columns { weights[column].replace(with: 0, where: .!isDefinite) }
  }
}
