import Numerics
import Testing

@testable import Simulations

@Suite struct CoinSearchTests {
  /// 16 × 256 searches: the best score, and that of the same setting on other rows.
  @Test(arguments: [(20, 50), (10, 100), (30, 60), (300, 20), (1, 100)])
  func agreesWithTheory(settings: Int, rows: Int) {
    let all = (1...16).map { CoinSearch(settings: settings, rows: rows, seed: $0) }
    func judge(_ scores: [Double], _ expected: Double) {
      let mean = scores.reduce(0, +) / Double(scores.count)
      let squares = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let error = (squares / Double(scores.count * (scores.count - 1))).squareRoot()
      #expect(abs(mean - expected) < 4.5 * error, "\(mean) for \(expected)")
    }
    judge(all.flatMap(\.bestScores), FairCoins(rows: rows).expectedBest(of: settings))
    judge(all.flatMap(\.freshScores), 0.5)
  }

  /// Scores are whole numbers of rows, those of single rows included.
  @Test(arguments: [20, 63, 64, 65, 128, 2000]) func scoresCountRows(rows: Int) {
    let search = CoinSearch(settings: 3, rows: rows, seed: 2)
    for score in search.bestScores + search.freshScores {
      let heads = score * Double(rows)
      #expect(abs(heads - heads.rounded()) < 1e-9 && (0...1).contains(score))
    }
  }

  /// Chosen anew without each of five folds, the best of 25 coins on 40 rows is judged at a half in the
  /// fold, where its own score is 0.654.
  @Test func nestedCoins() {
    let trials = 4000
    var (best, nested) = (0.0, 0.0)
    for number in 0..<trials {
      var stream = RandomStream(seed: 12, "calls", number)
      // A bit a row; eight neighbours are a fold.
      let calls = (0..<25).map { _ in stream.bits() >> 24 }
      func most(_ rows: UInt64) -> UInt64 {
        calls.max { ($0 & rows).nonzeroBitCount < ($1 & rows).nonzeroBitCount } ?? 0
      }
      let all = UInt64(1) << 40 - 1
      best += Double(most(all).nonzeroBitCount) / 40
      for fold in 0..<5 {
        let held = UInt64(255) << UInt64(8 * fold)
        nested += Double((most(all & ~held) & held).nonzeroBitCount) / 40
      }
    }
    let error = (0.25 / 40 / Double(trials)).squareRoot()
    #expect(abs(best / Double(trials) - 0.6542) < 4.5 * error)
    #expect(abs(nested / Double(trials) - 0.5) < 4.5 * error)
  }
}
