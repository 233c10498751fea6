import Numerics
import Testing

@testable import Simulations

@Suite struct SplitComparisonTests {
  static func comparison(
    _ splits: Int, rows: Int = 100, heldOut: Double = 0.2, secondWeight: Double = 1, seed: UInt64
  ) -> SplitComparison {
    SplitComparison(
      splits: splits, rows: rows, heldOut: heldOut, secondWeight: secondWeight, seed: seed)
  }

  /// The rows of a data set, drawn anew: both features and targets.
  private static func rows(_ number: Int, _ rows: Int, _ weight: Double, seed: UInt64)
    -> (first: [Double], second: [Double], targets: [Double])
  {
    var stream = RandomStream(seed: seed, "rows", number)
    let (first, second) = (stream.normals(rows), stream.normals(rows))
    let noise = stream.normals(rows)
    return (first, second, (0..<rows).map { first[$0] + weight * second[$0] + noise[$0] })
  }

  /// Both models fitted anew to the rows that are kept, on every split of a data set.
  @Test(arguments: [(100, 0.2, 1.0), (50, 0.5, 0.3)])
  func splitsFittedAnew(rows: Int, heldOut: Double, weight: Double) {
    let found = Self.comparison(
      6, rows: rows, heldOut: heldOut, secondWeight: weight, seed: 4)
    for number in [0, 300, 511] {
      let data = Self.rows(number, rows, weight, seed: 4)
      var draws = RandomStream(seed: 4, "splits", number)
      var order = Array(0..<rows)
      for split in 0..<6 {
        for place in 0..<found.theory.heldOut {
          order.swapAt(place, place + draws.integer(below: rows - place))
        }
        let (judge, train) = (
          order[..<found.theory.heldOut], order[found.theory.heldOut...]
        )
        func error(_ feature: [Double]) -> Double {
          let slope =
            train.reduce(0) { $0 + feature[$1] * data.targets[$1] }
            / train.reduce(0) { $0 + feature[$1] * feature[$1] }
          return judge.reduce(0) { sum, row in
            let rest = data.targets[row] - slope * feature[row]
            return sum + rest * rest / Double(judge.count)
          }
        }
        let wanted = error(data.first) - error(data.second)
        #expect(abs(found.differences[6 * number + split] - wanted) < 1e-9)
      }
    }
  }

  /// Fewer splits are the first of more, so that one pass serves every number of them.
  @Test func fewerAreTheFirst() {
    let (few, many) = (Self.comparison(5, seed: 2), Self.comparison(20, seed: 2))
    #expect(few.rejections(splits: 5) == many.rejections(splits: 5))
    #expect(few.differences[5..<10] == many.differences[20..<25])
  }

  /// Equal models, 100 rows of which a fifth judges, 4,096 data sets: the plain test errs in 0.141,
  /// 0.350 and 0.598 of them after 5, 15 and 50 splits, the corrected one in about a twentieth.
  @Test func errorsBySplits() {
    let all = (1...8).map { Self.comparison(50, seed: $0) }
    for (splits, plain, corrected) in [
      (5, 0.141, 0.048), (15, 0.350, 0.052), (50, 0.598, 0.052),
    ] {
      let found = all.map { $0.rejections(splits: splits) }
      let (one, other) = (
        found.reduce(0) { $0 + $1.plain } / 8, found.reduce(0) { $0 + $1.corrected } / 8
      )
      #expect(abs(one - plain) < 0.025, "\(splits) splits: \(one)")
      #expect(abs(other - corrected) < 0.012, "\(splits) splits: \(other)")
    }
    let correlation = all.reduce(0) { $0 + $1.correlation } / 8
    #expect(abs(correlation - 0.205) < 0.015, "\(correlation)")
  }

  /// A second weight of 0.4 is found by the corrected test in about four of five data sets.
  @Test func power() {
    let found = Self.comparison(15, secondWeight: 0.4, seed: 1).rejections(splits: 15)
    #expect(abs(found.corrected - 0.8) < 0.05, "\(found)")
    #expect(found.plain > found.corrected)
  }

  /// Mean, variance and correlation by hand, of differences read off.
  @Test func moments() {
    let found = Self.comparison(4, seed: 3)
    let some = Array(found.differences[8..<11])
    let mean = some.reduce(0, +) / 3
    let variance = some.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 2
    let moments = found.moments(first: 3)
    #expect(moments.count == 512)
    #expect(abs(moments[2].mean - mean) < 1e-12 && abs(moments[2].variance - variance) < 1e-12)
    // All pairs of two splits, each about the mean of all.
    let all = found.differences
    let center = all.reduce(0, +) / Double(all.count)
    var (products, squares) = (0.0, 0.0)
    for start in stride(from: 0, to: all.count, by: 4) {
      for one in 0..<4 {
        squares += (all[start + one] - center) * (all[start + one] - center) / 4
        for other in 0..<4 where other != one {
          products += (all[start + one] - center) * (all[start + other] - center) / 12
        }
      }
    }
    #expect(abs(found.correlation - products / squares) < 0.002)
  }
}
