import Experiments
import Numerics

/// Searches over settings that all toss fair coins.
struct CoinSearch {
  let settings: Int
  let rows: Int
  let seed: UInt64
  let expectedBest: Double

  /// The score of the chosen setting on the rows it was chosen by, search by search.
  let bestScores: [Double]

  /// Its score on as many other rows.
  let freshScores: [Double]

  init(settings: Int, rows: Int, seed: UInt64) {
    var bestScores: [Double] = []
    var freshScores: [Double] = []
    for number in 0..<BestOfMany.searches {
      var stream = RandomStream(seed: seed, "validation", number)
      let best = (0..<settings).reduce(0) { best, _ in max(best, Self.heads(rows, &stream)) }
      bestScores.append(Double(best) / Double(rows))
      var fresh = RandomStream(seed: seed, "fresh", number)
      freshScores.append(Double(Self.heads(rows, &fresh)) / Double(rows))
    }
    self.settings = settings
    self.rows = rows
    self.seed = seed
    expectedBest = FairCoins(rows: rows).expectedBest(of: settings)
    self.bestScores = bestScores
    self.freshScores = freshScores
  }

  /// The heads of so many tosses, a toss a bit.
  private static func heads(_ tosses: Int, _ stream: inout RandomStream) -> Int {
    var heads = 0
    for _ in 0..<(tosses / 64) { heads += stream.bits().nonzeroBitCount }
    let rest = tosses % 64
    if rest > 0 { heads += (stream.bits() >> UInt64(64 - rest)).nonzeroBitCount }
    return heads
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  var bestScore: Double { Self.mean(bestScores) }
  var freshScore: Double { Self.mean(freshScores) }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    [
      (BestOfMany.bestScore, bestScore),
      (BestOfMany.predictedBestScore, expectedBest),
      (BestOfMany.freshScore, freshScore),
      (BestOfMany.trueScore, 0.5),
      (BestOfMany.optimism, expectedBest - 0.5),
      (
        BestOfMany.normalOptimism,
        LargestNormal.expected(of: settings) * Elementary.squareRoot(0.25 / Double(rows))
      ),
      (BestOfMany.chance, BestOfMany.chance(of: settings)),
      (BestOfMany.evaluations, Double(settings * rows)),
    ]
  }

  var findings: [Finding] {
    let chance = BestOfMany.chance(of: settings)
    func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 4) }
    let tried = settings == 1 ? "one setting" : "the best of \(settings) settings"
    return [
      Finding(
        BestOfMany.verdict(optimism: expectedBest - 0.5), predicted: expectedBest,
        measured: bestScore,
        "\(tried) scores \(text(expectedBest)) on \(rows) rows in expectation, \(text(bestScore)) "
          + "measured, and \(text(freshScore)) on others; no setting is better than 0.5."),
      Finding(
        BestOfMany.verdict(chance: chance), predicted: chance, measured: nil,
        "were some settings better than others, \(settings) random ones would hold one of the best "
          + "twentieth with a chance of \(NumberText.fixed(chance, decimals: 3))."),
    ]
  }
}
