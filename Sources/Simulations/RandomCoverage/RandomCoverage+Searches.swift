import Experiments
import Numerics

/// Searches that draw settings, each by the rank of its best.
struct DrawnRanks {
  let theory: Coverage
  let axes: Int
  let seed: UInt64

  /// The rank of the best setting of every search.
  let ranks: [Double]

  init(_ theory: Coverage, axes: Int, seed: UInt64) {
    self.theory = theory
    self.axes = axes
    self.seed = seed
    ranks = (0..<RandomCoverage.searches).map { number in
      var optimum = RandomStream(seed: seed, "optimum", number)
      let best = (0..<axes).map { _ in optimum.uniform() }
      var draws = RandomStream(seed: seed, "draws", number)
      return (0..<theory.trials).reduce(1) { least, _ in
        min(least, Self.rank(of: best, &draws))
      }
    }
  }

  /// The rank of a drawn setting: the volume of the cube around the best that reaches as far.
  private static func rank(of best: [Double], _ draws: inout RandomStream) -> Double {
    let reach = best.reduce(0) { reach, place in
      let distance = abs(draws.uniform() - place)
      return max(reach, 2 * min(distance, 1 - distance))
    }
    return reach.raised(to: best.count)
  }

  var hitShare: Double {
    Double(ranks.count { $0 < theory.share }) / Double(ranks.count)
  }

  var meanRank: Double { ranks.reduce(0, +) / Double(ranks.count) }

  /// The middle of the two ranks in the middle.
  var medianRank: Double {
    let sorted = ranks.sorted()
    return 0.5 * (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2])
  }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    [
      (RandomCoverage.hitShare, hitShare), (RandomCoverage.hitChance, theory.hitChance),
      (RandomCoverage.bestRank, meanRank), (RandomCoverage.predictedBestRank, theory.meanRank),
      (RandomCoverage.medianRank, medianRank),
      (RandomCoverage.predictedMedianRank, theory.medianRank),
      (RandomCoverage.tried, Double(theory.trials)),
    ]
  }

  /// What was found, in words that never name how many draws are enough: an exercise asks for it.
  var findings: [Finding] {
    let draws = NumberText.count(theory.trials, "draw")
    let part = NumberText.shortest(theory.share)
    return [
      Finding(
        RandomCoverage.verdict(hitChance: theory.hitChance), predicted: theory.hitChance,
        measured: hitShare,
        "\(draws) hit a region that holds \(part) of all settings with a chance of "
          + "\(Self.text(theory.hitChance)), and did in \(Self.text(hitShare)) of "
          + "\(RandomCoverage.searches) searches."),
      Finding(
        RandomCoverage.ranked, predicted: theory.meanRank, measured: meanRank,
        "in expectation \(Self.text(theory.meanRank)) of all settings are better than the best of "
          + "\(draws), \(Self.text(meanRank)) measured; by how much, no rank can say."),
    ]
  }

  private static func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 4) }
}
