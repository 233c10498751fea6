import Experiments
import Learning
import Numerics

extension DigitTransfer.Change {
  /// The image changed, row by row; around it there is paper.
  ///
  /// - Parameter image: 64 shades, 0 for paper.
  func applied(to image: [Double]) -> [Double] {
    let side = Digits.side
    func shade(_ row: Int, _ column: Int) -> Double {
      (0..<side).contains(row) && (0..<side).contains(column) ? image[row * side + column] : 0
    }
    return (0..<side * side).map { place in
      let (row, column) = place.quotientAndRemainder(dividingBy: side)
      switch self {
      case .shifted: return shade(row, column - 1)
      case .turned: return shade(side - 1 - column, row)
      case .blurred:
        var sum = 0.0
        for down in -1...1 { for right in -1...1 { sum += shade(row + down, column + right) } }
        return sum / 9
      }
    }
  }
}

/// The digits of a run: those that pretrain, those to tune on, and those that test both ways.
struct TransferData {
  let source: Dataset
  let target: Dataset
  let oldTest: Dataset
  let newTest: Dataset

  init(_ change: DigitTransfer.Change, rows: Int, seed: UInt64) {
    let all = Digits.dataset
    var stream = RandomStream(seed: seed, "split")
    let split = Split(
      stratifying: all.labels, validation: .count(DigitTransfer.targetSize),
      test: .count(DigitTransfer.testSize), from: &stream)
    func images(_ indices: [Int], _ change: DigitTransfer.Change?) -> Dataset {
      let chosen = all.selecting(indices)
      let shades = (0..<chosen.rows).flatMap { row in
        let image = Array(chosen.features[row * chosen.columns..<(row + 1) * chosen.columns])
        return change.map { $0.applied(to: image) } ?? image
      }
      // Shades are brought from 0 … 16 to about −1 … 1.
      return Dataset(
        features: shades.map { $0 / 8 - 1 }, targets: chosen.targets, columns: chosen.columns
      ).oneHot(classes: 10)
    }
    source = images(split.train, nil)
    target = images(Array(split.validation.prefix(rows)), change)
    oldTest = images(split.test, nil)
    newTest = images(split.test, change)
  }
}
