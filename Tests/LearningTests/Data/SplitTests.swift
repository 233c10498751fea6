import Learning
import Numerics
import Testing

@Suite struct SplitTests {
  static let portions: [(rows: Int, validation: Portion, test: Portion, sizes: [Int])] = [
    (100, .share(0.2), .share(0.1), [70, 20, 10]), (10, .share(0.25), .count(0), [7, 3, 0]),
    (10, .count(4), .count(4), [2, 4, 4]), (10, .count(99), .count(4), [0, 6, 4]),
    (10, .count(-5), .count(99), [0, 0, 10]), (0, .share(0.5), .count(3), [0, 0, 0]),
    (1, .share(0.5), .share(0), [0, 1, 0]), (10, .share(.nan), .share(.infinity), [0, 0, 10]),
    (10, .share(-1), .share(-.infinity), [10, 0, 0]),
    (10, .share(1e300), .count(.min), [0, 10, 0]),
    (-3, .count(1), .count(1), [0, 0, 0]), (333, .share(0.2), .share(0.2), [199, 67, 67]),
  ]

  @Test(arguments: portions)
  func everyRowGoesToOnePart(rows: Int, validation: Portion, test: Portion, sizes: [Int]) {
    for seed in 0..<20 as Range<UInt64> {
      var stream = RandomStream(seed: seed, "split")
      let split = Split(rows: rows, validation: validation, test: test, from: &stream)
      #expect([split.train.count, split.validation.count, split.test.count] == sizes)
      #expect((split.train + split.validation + split.test).sorted() == Array(0..<max(0, rows)))

      let labels = (0..<max(0, rows)).map { _ in stream.integer(below: 4) }
      let strata = Split(stratifying: labels, validation: validation, test: test, from: &stream)
      #expect([strata.train.count, strata.validation.count, strata.test.count] == sizes)
      #expect((strata.train + strata.validation + strata.test).sorted() == Array(0..<max(0, rows)))
    }
  }

  /// The number of rows of a class in a part is its share, rounded up or down, whatever the classes.
  @Test func stratifiedPartsAreWithinARowOfTheirShare() {
    var wrong = 0
    for index in 0..<400 {
      var stream = RandomStream(seed: 1, "strata", index)
      let rows = 1 + stream.integer(below: 120)
      let classes = 1 + stream.integer(below: 12)
      let labels = (0..<rows).map { _ in
        stream.integer(below: 1 + stream.integer(below: classes)) * 7 - 20
      }
      let split = Split(
        stratifying: labels, validation: .share(stream.uniform()),
        test: .share(0.5 * stream.uniform()), from: &stream)
      for part in [split.train, split.validation, split.test] {
        for label in Set(labels) {
          let share = Double(labels.filter { $0 == label }.count * part.count) / Double(rows)
          let held = Double(part.filter { labels[$0] == label }.count)
          #expect(abs(held - share) < 1)
        }
      }
      // Without strata the same sizes miss the shares.
      let plain = Split(rows: rows, validation: .share(0.3), from: &stream)
      for label in Set(labels) {
        let share = Double(labels.filter { $0 == label }.count * plain.validation.count)
        let held = Double(plain.validation.filter { labels[$0] == label }.count)
        if abs(held - share / Double(rows)) >= 1 { wrong += 1 }
      }
    }
    #expect(wrong > 100)
  }

  @Test func theTestRowsDoNotDependOnTheValidationPart() {
    let tests = [0, 5, 30].map { size in
      var stream = RandomStream(seed: 2, "split")
      return Split(rows: 50, validation: .count(size), test: .count(10), from: &stream).test
    }
    #expect(tests[0] == tests[1] && tests[1] == tests[2])
  }

  @Test func everyRowIsHeldOutEquallyOften() {
    var stream = RandomStream(seed: 3, "split")
    var counts = Array(repeating: 0, count: 10)
    for _ in 0..<4_000 {
      for row in Split(rows: 10, validation: .count(3), from: &stream).validation {
        counts[row] += 1
      }
    }
    for count in counts { #expect(abs(Double(count) - 1_200) < 4 * 29) }
  }

  /// The orders that `Tests/Reference/Data/splits.py` prints.
  @Test func goldenOrder() {
    var stream = RandomStream(seed: 4, "split")
    let plain = Split(rows: 12, validation: .count(3), test: .count(3), from: &stream)
    #expect(plain.test == [9, 5, 6] && plain.validation == [8, 3, 10])
    #expect(plain.train == [7, 2, 11, 0, 4, 1])
    let labels = (0..<12).map { $0 % 3 }
    let strata = Split(stratifying: labels, validation: .count(3), test: .count(3), from: &stream)
    #expect(strata.test == [3, 1, 11] && strata.validation == [10, 6, 8])
    #expect(strata.train == [0, 4, 5, 7, 9, 2])
  }
}
