import Learning
import TestKit
import Testing

/// Folds and rounds beside scikit-learn's, row by row.
@Suite struct FoldsParityTests {
  /// A case of `Tests/Reference/Data/folds.txt`: what is asked for, and what comes of it.
  private struct Case {
    let asked: [Int?]
    let labels: [Int]

    /// Nil where it is refused.
    let found: [Int]?

    init(_ row: [Substring]) throws {
      let parts = row.dropFirst().split(separator: ":")
      asked = try #require(parts.first).map { Int($0) }
      labels = parts.dropFirst().dropLast().flatMap { $0 }.compactMap { Int($0) }
      let last = try #require(parts.last)
      found = last.first == "refused" ? nil : last.compactMap { Int($0) }
    }

    func number(_ place: Int) throws -> Int { try #require(asked[place]) }
  }

  private static func cases(_ kind: String) throws -> [Case] {
    try ReferenceData.rows("Data/folds.txt").filter { $0[0] == kind }.map { try Case($0) }
  }

  /// The fold in which each row is held out; training is all the others.
  private static func assigned(_ folds: Folds?, rows: Int) -> [Int]? {
    folds.map { folds in
      var found = Array(repeating: -1, count: rows)
      for fold in 0..<folds.count {
        let (held, others) = (folds.validation(fold), folds.training(fold))
        #expect(held == held.sorted() && (held + others).sorted() == Array(0..<rows))
        for row in held { found[row] = fold }
      }
      return found
    }
  }

  @Test func neighbours() throws {
    let cases = try Self.cases("neighbours")
    for test in cases {
      let (rows, count) = (try test.number(0), try test.number(1))
      let folds = Folds(neighboursOf: rows, count: count)
      #expect(Self.assigned(folds, rows: rows) == test.found, "\(rows) in \(count)")
    }
    #expect(cases.count == 65 && cases.contains { $0.found == nil })
  }

  @Test func classes() throws {
    let cases = try Self.cases("classes")
    for test in cases {
      let count = try test.number(0)
      let folds = Folds(keepingSharesOf: test.labels, count: count)
      #expect(Self.assigned(folds, rows: test.labels.count) == test.found, "\(test.labels)")
    }
    #expect(cases.count == 63 && cases.contains { $0.found == nil })
  }

  @Test func groups() throws {
    let cases = try Self.cases("groups")
    for test in cases {
      let count = try test.number(0)
      let folds = Folds(keepingTogether: test.labels, count: count)
      #expect(Self.assigned(folds, rows: test.labels.count) == test.found, "\(test.labels)")
    }
    #expect(cases.count == 62 && cases.contains { $0.found == nil })
  }

  @Test func forward() throws {
    let cases = try Self.cases("forward")
    for test in cases {
      let rounds = ForwardRounds(
        rows: try test.number(0), count: try test.number(1), size: test.asked[2],
        gap: try test.number(3), trainingOn: test.asked[4])
      let found = rounds?.rounds.flatMap {
        [
          $0.training.lowerBound, $0.training.upperBound, $0.validation.lowerBound,
          $0.validation.upperBound,
        ]
      }
      #expect(found == test.found, "\(test.asked)")
    }
    #expect(cases.count == 64 && cases.contains { $0.found == nil })
  }

  /// What scikit-learn is never asked for is refused as well.
  @Test func nonsenseIsRefused() {
    #expect(Folds(neighboursOf: -1, count: 2) == nil && Folds(neighboursOf: 5, count: 0) == nil)
    #expect(Folds(keepingSharesOf: [], count: 2) == nil)
    #expect(Folds(keepingSharesOf: [1, 1], count: -2) == nil)
    #expect(Folds(keepingTogether: [], count: 2) == nil)
    for (size, gap, most) in [(0, 0, 3), (-1, 0, 3), (2, -1, 3), (2, 0, 0), (2, .max, 3)] {
      let rounds = ForwardRounds(rows: 10, count: 3, size: size, gap: gap, trainingOn: most)
      #expect(rounds == nil)
    }
    #expect(ForwardRounds(rows: 10, count: 3, size: .max) == nil)
    #expect(ForwardRounds(rows: .max, count: .max) == nil)
  }
}
