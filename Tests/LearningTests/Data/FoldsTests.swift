import Learning
import Numerics
import Testing

@Suite struct FoldsTests {
  @Test(arguments: [
    (10, 3), (10, 5), (10, 10), (7, 2), (1, 1), (1, 5), (10, 0), (10, -4), (10, 99), (101, 10),
    (10, 1),
  ])
  func everyRowIsHeldOutOnce(rows: Int, count: Int) {
    var stream = RandomStream(seed: 1, "folds")
    let labels = (0..<rows).map { _ in stream.integer(below: 3) }
    let plain = Folds(rows: rows, count: count, from: &stream)
    let strata = Folds(stratifying: labels, count: count, from: &stream)
    for folds in [plain, strata] {
      #expect(folds.count == max(1, min(count, rows)))
      let held = (0..<folds.count).map { folds.validation($0) }
      #expect(held.flatMap { $0 }.sorted() == Array(0..<rows))
      let (least, larger) = rows.quotientAndRemainder(dividingBy: folds.count)
      for fold in 0..<folds.count { #expect(held[fold].count == least + (fold < larger ? 1 : 0)) }
      for fold in 0..<folds.count {
        #expect((folds.training(fold) + held[fold]).sorted() == Array(0..<rows))
      }
    }
    for label in 0..<3 {
      let share = Double(labels.filter { $0 == label }.count) / Double(strata.count)
      for fold in 0..<strata.count {
        let size = strata.validation(fold).filter { labels[$0] == label }.count
        #expect(abs(Double(size) - share) < 1)
      }
    }
  }

  @Test(arguments: [0, -1])
  func noRowsMakeOneEmptyFold(rows: Int) {
    var stream = RandomStream(seed: 2, "folds")
    let folds = Folds(rows: rows, count: 5, from: &stream)
    #expect(folds.count == 1 && folds.validation(0).isEmpty && folds.training(0).isEmpty)
  }

  /// Leave-one-out error of the mean: n/(n − 1)·s², exactly.
  @Test func leavingOneOutOfTheMean() {
    var stream = RandomStream(seed: 3, "folds")
    let values = (0..<25).map { _ in stream.normal() }
    let folds = Folds(rows: 25, count: 25, from: &stream)
    var error = 0.0
    for fold in 0..<25 {
      let mean = folds.training(fold).reduce(0) { $0 + values[$1] } / 24
      error += folds.validation(fold).reduce(0) { $0 + (values[$1] - mean) * (values[$1] - mean) }
    }
    let mean = values.reduce(0, +) / 25
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 24
    #expect(abs(error / 25 - 25.0 / 24 * variance) < 1e-14)
  }

  /// The order that `Tests/Reference/Data/splits.py` prints.
  @Test func goldenOrder() {
    var stream = RandomStream(seed: 4, "folds")
    let folds = Folds(rows: 8, count: 3, from: &stream)
    #expect((0..<3).map { folds.validation($0) } == [[4, 0, 1], [6, 3, 2], [7, 5]])
  }
}
