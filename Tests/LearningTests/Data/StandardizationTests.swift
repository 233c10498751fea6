import Learning
import Numerics
import Testing

@Suite struct StandardizationTests {
  typealias Fit = (Dataset, [Int]) -> Standardization

  /// Changes every row that is not for training; says whether a fitted number changed with them.
  private func leaks(_ fit: Fit) -> Bool {
    (0..<20).contains { index in
      var stream = RandomStream(seed: 1, "leak", index)
      let data = Penguins.dataset
      let split = Split(stratifying: data.labels, validation: .share(0.3), from: &stream)
      var features = data.features
      for row in split.validation {
        for column in 0..<4 { features[4 * row + column] = stream.normal(mean: 0, deviation: 1e6) }
      }
      let changed = Dataset(features: features, targets: data.targets, columns: 4)
      return fit(data, split.train) != fit(changed, split.train)
    }
  }

  @Test func nothingLeaksFromRowsNotTrainedOn() {
    #expect(!leaks { Standardization(fittedTo: $0, rows: $1) })
  }

  /// A known bug: fitted to everything before the split.
  @Test func fittingToAllRowsIsCaught() {
    #expect(leaks { data, _ in Standardization(fittedTo: data, rows: Array(0..<data.rows)) })
  }

  @Test func fittedRowsGetMeanZeroAndDeviationOne() {
    var stream = RandomStream(seed: 2, "split")
    let data = Penguins.dataset
    let split = Split(rows: data.rows, validation: .share(0.4), from: &stream)
    let applied = Standardization(fittedTo: data, rows: split.train).applied(to: data)
    #expect(applied.targets == data.targets)
    func moments(_ rows: [Int], _ column: Int) -> (mean: Double, square: Double) {
      let values = rows.map { applied.features[4 * $0 + column] }
      let count = Double(values.count)
      return (values.reduce(0, +) / count, values.reduce(0) { $0 + $1 * $1 } / count)
    }
    for column in 0..<4 {
      let train = moments(split.train, column)
      #expect(abs(train.mean) < 1e-13 && abs(train.square - 1) < 1e-13)
      #expect(abs(moments(split.validation, column).mean) > 1e-3)
    }
  }

  /// `Tests/Reference/Data/shapes.py`: scales spread over 200 orders of magnitude, constants among them.
  @Test func agreesWithTheReference() throws {
    let rows = try Fixture.rows("Data/shapes.txt")
    let columns = rows.filter { $0[0] == "standardize" }
    let fitted = rows.filter { $0[0] == "fitted" }
    #expect(columns.count == 11 && fitted.count == 11)
    for (column, expected) in zip(columns, fitted) {
      let values = try column.dropFirst().map { try #require(Fixture.number($0)) }
      let (mean, scale) = (
        try #require(Fixture.number(expected[1])), try #require(Fixture.number(expected[2]))
      )
      let data = Dataset(features: values, targets: values, columns: 1)
      let ours = Standardization(fittedTo: data, rows: Array(values.indices))
      #expect(abs(ours.means[0] - mean) <= 1e-12 * max(abs(mean), scale))
      #expect(abs(ours.deviations[0] - scale) <= 1e-12 * scale)
    }
  }

  @Test(arguments: [
    [3.0, 3, 3], [0.1, 0.1, 0.1], [0, -0.0], [7], [1e200, -1e200], [1e9, 1e9 + 1e-7, 1e9], [],
  ])
  func aColumnWithoutSpreadIsOnlyShifted(values: [Double]) {
    let data = Dataset(features: values, targets: values, columns: 1)
    let fitted = Standardization(fittedTo: data, rows: Array(values.indices))
    #expect(fitted.deviations == [1])
    let applied = fitted.applied(to: data).features
    #expect(applied.allSatisfy { $0.isFinite })
    if Set(values).count == 1 { #expect(applied.allSatisfy { $0 == 0 }) }
  }

  @Test func valuesThatAreNoNumbersStayInTheirColumn() {
    let data = Dataset(features: [1, .nan, 3, 4], targets: [0, 0], columns: 2)
    let fitted = Standardization(fittedTo: data, rows: [0, 1])
    #expect(fitted.means[0] == 2 && fitted.deviations == [1, 1] && fitted.means[1].isNaN)
  }
}
