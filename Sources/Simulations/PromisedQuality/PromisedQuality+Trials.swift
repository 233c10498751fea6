import Experiments
import Numerics

/// Searches that choose the trial with the best score.
struct ScoredTrials {
  /// How many searches are made.
  static let searches = 256

  /// What a single row adds of luck, as a variance.
  static let rowVariance = 20.0

  let trials: Int

  /// The variance of luck; that of quality is 1.
  let luck: Double

  /// The quality of the chosen trial, and its score: means over all searches.
  let quality: Double
  let promise: Double

  init(_ trials: Int, luck: Double, seed: UInt64) {
    let deviation = Elementary.squareRoot(luck)
    var (quality, promise) = (0.0, 0.0)
    for number in 0..<Self.searches {
      var qualities = RandomStream(seed: seed, "qualities", number)
      var lucks = RandomStream(seed: seed, "luck", number)
      let (drawn, added) = (qualities.normals(trials), lucks.normals(trials))
      var (best, score) = (0, -Double.infinity)
      for trial in 0..<trials where drawn[trial] + deviation * added[trial] > score {
        (best, score) = (trial, drawn[trial] + deviation * added[trial])
      }
      quality += drawn[best]
      promise += score
    }
    self.trials = trials
    self.luck = luck
    self.quality = quality / Double(Self.searches)
    self.promise = promise / Double(Self.searches)
  }

  static func luck(rows: Double) -> Double { rowVariance / rows }

  /// What both are in expectation: E/√(1 + t) and E√(1 + t) for a luck of t, where E is the expected
  /// largest of so many standard normal draws.
  ///
  /// Scores are normal with variance 1 + t, and of what a score is above its mean 1/(1 + t) is quality.
  static func expected(of trials: Int, luck: Double) -> (quality: Double, promise: Double) {
    let (largest, root) = (
      LargestNormal.expected(of: trials), Elementary.squareRoot(1 + luck)
    )
    return (largest / root, largest * root)
  }

  var predictedQuality: Double { Self.expected(of: trials, luck: luck).quality }
  var predictedPromise: Double { Self.expected(of: trials, luck: luck).promise }

  var cost: Cost {
    Cost(multiplyAdds: 2 * Self.searches * trials, bytes: 16 * trials)
  }
}
