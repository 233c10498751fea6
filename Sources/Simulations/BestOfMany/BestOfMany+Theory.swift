import Experiments
import Numerics

/// How often fair coins come up heads, and the most of many.
struct FairCoins {
  let rows: Int

  /// The chance of at most 0, 1 … `rows` heads.
  let atMost: [Double]

  /// The chances are built from the middle outwards, where they are largest, and added from the tail.
  ///
  /// - Precondition: at least one row.
  init(rows: Int) {
    let middle = rows / 2
    // C(2k, k)/4ᵏ is the product of (2i − 1)/2i; for an odd number one more toss splits the middle.
    var top = 1.0
    for index in 0..<middle { top *= Double(2 * index + 1) / Double(2 * index + 2) }
    if rows % 2 == 1 { top *= Double(rows) / Double(rows + 1) }
    var chances = [Double](repeating: 0, count: rows + 1)
    chances[middle] = top
    for heads in stride(from: middle, to: 0, by: -1) {
      chances[heads - 1] = chances[heads] * Double(heads) / Double(rows - heads + 1)
    }
    for heads in (middle + 1)..<(rows + 1) { chances[heads] = chances[rows - heads] }
    var sum = 0.0
    atMost = chances.map { chance in
      sum += chance
      return min(sum, 1)
    }
    self.rows = rows
  }

  /// The expected share of heads of the best of so many: Σ(j/v)(F(j)ᵐ − F(j − 1)ᵐ).
  func expectedBest(of settings: Int) -> Double {
    // Added by parts, 1 − Σ F(j)ᵐ/v over j < v, nothing is subtracted that is nearly equal.
    let sum = atMost.dropLast().reduce(0) { $0 + $1.raised(to: settings) }
    return 1 - sum / Double(rows)
  }
}

/// The largest of many standard normal draws.
enum LargestNormal {
  /// Its expectation: ∫ (1 − Φ(x)ᵐ) − Φ(−x)ᵐ over x > 0, by Simpson's rule; 0 of one.
  static func expected(of count: Int) -> Double {
    guard count > 1 else { return 0 }
    return Simpson.integral(from: 0, to: 9, parts: 600) { x in
      let above = Elementary.normalDistribution(x).raised(to: count)
      return 1 - above - Elementary.normalDistribution(-x).raised(to: count)
    }
  }
}

extension BestOfMany {
  /// What a best score is found to be, by how far it is above the true one in expectation.
  static func verdict(optimism: Double) -> FindingKind {
    optimism > nearness ? flattering : sober
  }

  /// What a number of settings is found to be, by its chance of a good one.
  static func verdict(chance: Double) -> FindingKind {
    chance >= 0.8 ? likelyGood : likelyMissed
  }

  /// The chance that one of so many random settings is of the good share.
  static func chance(of settings: Int) -> Double { 1 - (1 - goodShare).raised(to: settings) }
}
