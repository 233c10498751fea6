import Learning
import Numerics
import Testing

/// Every measure against scikit-learn: `Tests/Reference/Metrics/metrics.py`.
@Suite struct MetricsParityTests {
  @Test func classes() throws {
    let cases = try Case.read("classes")
    for measure in ConfusionMatrix.measures {
      try agree(measure, cases) { drawn in
        ConfusionMatrix(
          truth: drawn.truth.map { Int($0) }, predicted: drawn.predicted.map { Int($0) },
          classes: 5)
      }
    }
    #expect(cases.first?.answers.count == ConfusionMatrix.measures.count)
  }

  @Test func scores() throws {
    let cases = try Case.read("scores")
    for measure in ScoredLabels.measures { try agree(measure, cases, Case.scored) }
    #expect(cases.first?.answers.count == ScoredLabels.measures.count)
  }

  @Test func numbers() throws {
    let cases = try Case.read("numbers")
    for measure in NumericPredictions.measures {
      try agree(measure, cases) { NumericPredictions(truth: $0.truth, predicted: $0.predicted) }
    }
    #expect(cases.first?.answers.count == NumericPredictions.measures.count)
  }

  /// Areas that count ties as won, lost or by the order of the rows.
  @Test(arguments: [1.0, 0])
  func anAreaThatDoesNotHalveTiesIsCaught(tie: Double) throws {
    let wrong = try Case.read("scores").filter { drawn in
      let answer = drawn.answers["roc-auc"]?.value ?? 0
      return abs(mannWhitney(Case.scored(drawn), tie: tie) - answer) > 1e-12
    }
    #expect(wrong.count > 50)
  }

  private func agree<Evidence>(
    _ measure: Measure<Evidence>, _ cases: [Case], _ evidence: (Case) -> Evidence
  ) throws {
    #expect(cases.count > 210)
    for drawn in cases {
      let expected = try #require(drawn.answers[measure.name])
      let measured = measure(evidence(drawn))
      #expect(measured.isDefined == expected.isDefined, "\(measure.name): \(drawn)")
      #expect(expected.value.isNaN == measured.value.isNaN, "\(measure.name): \(drawn)")
      if !expected.value.isNaN {
        let deviation = (measured.value - expected.value).magnitude
        #expect(deviation <= 1e-12 * expected.value.magnitude, "\(measure.name): \(drawn)")
      }
    }
  }
}

/// The share of pairs of a positive and a negative row that the scores put right, pair by pair.
func mannWhitney(_ scored: ScoredLabels, tie: Double) -> Double {
  var (won, pairs) = (0.0, 0.0)
  for (above, positive) in zip(scored.scores, scored.truth) where positive {
    for (below, positive) in zip(scored.scores, scored.truth) where !positive {
      won += above > below ? 1 : above == below ? tie : 0
      pairs += 1
    }
  }
  return won / pairs
}

/// Rows and what scikit-learn answers for them.
private struct Case {
  struct Answer {
    let value: Double
    let isDefined: Bool
  }

  let truth: [Double]
  let predicted: [Double]
  let answers: [String: Answer]

  static func scored(_ drawn: Case) -> ScoredLabels {
    ScoredLabels(truth: drawn.truth.map { $0 == 1 }, scores: drawn.predicted)
  }

  static func read(_ family: String) throws -> [Case] {
    let rows = try Fixture.rows("Metrics/metrics.txt").filter { $0.contains { $0 == family } }
    let names = try #require(rows.first).dropFirst(2).map(String.init)
    return try rows.dropFirst().map { row in
      var (truth, predicted): ([Double], [Double])
      if row[1] == ":" {
        let parts = row.dropFirst(2).split(separator: ":", omittingEmptySubsequences: false)
        truth = try parts[0].map { try #require(Fixture.number($0)) }
        predicted = try parts[1].map { try #require(Fixture.number($0)) }
      } else {
        (truth, predicted) = draw(family, try #require(Int(row[1])))
      }
      let answers = try row.suffix(names.count).map { text in
        if text == "refused" { return Answer(value: .nan, isDefined: false) }
        let bits = text.prefix { $0 != "!" }
        let value = bits == "nan" ? .nan : try #require(Fixture.number(bits))
        return Answer(value: value, isDefined: text.last != "!")
      }
      return Case(
        truth: truth, predicted: predicted,
        answers: Dictionary(uniqueKeysWithValues: zip(names, answers)))
    }
  }

  /// The rows of a drawn case, as the script draws them.
  private static func draw(_ family: String, _ index: Int) -> ([Double], [Double]) {
    var stream = RandomStream(seed: UInt64(index), family)
    let rows = 1 + Int(60 * stream.uniform())
    var (truth, predicted): ([Double], [Double]) = ([], [])
    for _ in 0..<rows {
      switch family {
      case "classes":
        let classes = Double(2 + index % 4)
        let (own, other) = (stream.uniform(), stream.uniform())
        let (label, wrong) = ((classes * (own * own)).rounded(.down), classes * (other * other))
        truth.append(label)
        predicted.append(stream.uniform() < 0.6 ? label : wrong.rounded(.down))
      case "scores":
        let positive = stream.uniform() < 0.3
        let score = (stream.uniform() + (positive ? 0.5 : 0)) / 1.5
        truth.append(positive ? 1 : 0)
        predicted.append(index % 2 == 1 ? score : (8 * score + 0.5).rounded(.down) / 8)
      default:
        truth.append(20 * stream.uniform() - 10)
        let shift = truth[truth.count - 1] + 6 * stream.uniform()
        predicted.append(shift - 3)
      }
    }
    return (truth, predicted)
  }
}
