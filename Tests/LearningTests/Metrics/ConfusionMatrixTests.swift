import Learning
import Numerics
import Testing

@Suite struct ConfusionMatrixTests {
  /// 10 positives in 1,000, all called negative: right 99 times in 100 and of no use.
  @Test func accuracyIsBlindToARareClass() {
    let matrix = ConfusionMatrix(
      truth: (0..<1_000).map { $0 < 10 ? 1 : 0 }, predicted: Array(repeating: 0, count: 1_000))
    #expect(matrix.accuracy == ConfusionMatrix.measures[0](matrix))
    #expect(matrix.accuracy.value == 0.99)
    #expect(matrix.balancedAccuracy.value == 0.5)
    #expect(matrix.f1().value == 0 && matrix.f1().isDefined)
    #expect(matrix.recall().value == 0 && matrix.recall().isDefined)
    #expect(matrix.precision().value == 0)
    #expect(matrix.precision().undefined == .noPredictedPositives)
  }

  @Test func f1IsTheHarmonicMeanAndMicroIsTheAccuracy() {
    var stream = RandomStream(seed: 1, "matrix")
    for _ in 0..<200 {
      let truth = (0..<40).map { _ in stream.integer(below: 3) }
      let predicted = truth.map { stream.bernoulli(0.5) ? $0 : stream.integer(below: 3) }
      let matrix = ConfusionMatrix(truth: truth, predicted: predicted, classes: 3)
      #expect(matrix.total == 40 && matrix.counts.reduce(0, +) == 40)
      for label in 0..<3 {
        let hits = Double(matrix[truth: label, predicted: label])
        let missed = Double(matrix.occurrences(of: label)) - hits
        let wrong = Double(matrix.predictions(of: label)) - hits
        #expect(matrix.f1(.one(label)).value == 2 * hits / (2 * hits + wrong + missed))
        let (p, r) = (matrix.precision(.one(label)).value, matrix.recall(.one(label)).value)
        if p + r > 0 {
          #expect(abs(matrix.f1(.one(label)).value - 2 * p * r / (p + r)) < 1e-15)
        }
      }
      #expect(matrix.f1(.micro) == matrix.accuracy)
      #expect(
        matrix.precision(.micro) == matrix.accuracy && matrix.recall(.micro) == matrix.accuracy)
    }
  }

  /// Classes nobody has heard of are answered, not trapped on.
  @Test(arguments: [-1, 2, 7, Int.max, Int.min])
  func aClassThatIsNotThere(label: Int) {
    let matrix = ConfusionMatrix(truth: [0, 1, 1], predicted: [0, 1, 0])
    #expect(matrix.f1(.one(label)).undefined == .noPositivesAtAll)
    #expect(matrix.precision(.one(label)).undefined == .noPredictedPositives)
    #expect(matrix.recall(.one(label)).undefined == .noPositives)
    #expect(matrix[truth: label, predicted: 0] == 0)
  }

  @Test func thresholdsCallRowsPositive() {
    let scored = ScoredLabels(truth: [true, false, true, false], scores: [0.9, 0.5, 0.5, .nan])
    #expect(ConfusionMatrix(scored, threshold: 0.5).counts == [1, 1, 0, 2])
    #expect(ConfusionMatrix(scored, threshold: 0.6).counts == [2, 0, 1, 1])
    #expect(ConfusionMatrix(scored, threshold: .nan).counts == [2, 0, 2, 0])
  }

  /// The best of 100 coins on 100 rows looks like skill: 62.5 right on average.
  @Test func theBestOfManyCoinsLooksSkilled() {
    // P(at most k of 100 right), then the mean of the largest of 100 such counts.
    var (term, below, expected) = (1.0, 0.0, 0.0)
    for _ in 0..<100 { term /= 2 }
    for right in 0..<100 {
      below += term
      term *= Double(100 - right) / Double(right + 1)
      expected += 1 - (0..<100).reduce(1) { product, _ in product * below }
    }
    #expect(abs(expected / 100 - 0.625) < 0.001)

    var stream = RandomStream(seed: 2, "coins")
    let truth = (0..<100).map { _ in stream.integer(below: 2) }
    var sum = 0.0
    for _ in 0..<60 {
      sum += (0..<100).reduce(0) { best, _ in
        var (bits, more) = (stream.bits(), stream.bits())
        let coin = (0..<100).map { toss in
          if toss == 64 { swap(&bits, &more) }
          defer { bits >>= 1 }
          return Int(bits & 1)
        }
        return max(best, ConfusionMatrix(truth: truth, predicted: coin).accuracy.value)
      }
    }
    #expect(abs(sum / 60 - expected / 100) < 4 * 0.02 / 60.0.squareRoot())
  }
}
