import Numerics

/// How many of some independent trials succeed.
enum BinomialLaw {
  /// The standard deviation of the share that succeeds: √(p(1 − p)/n).
  static func deviationOfShare(of trials: Int, success: Double) -> Double {
    Elementary.squareRoot(max(0, success * (1 - success)) / Double(max(1, trials)))
  }

  /// The chances of 0, 1 … `trials` successes.
  ///
  /// One trial after the other, so that nothing is subtracted and every chance keeps its precision.
  static func chances(of trials: Int, success: Double) -> [Double] {
    var chances = [1.0]
    chances.reserveCapacity(trials + 1)
    for _ in 0..<trials {
      chances.append(0)
      for count in stride(from: chances.count - 1, to: 0, by: -1) {
        chances[count] = chances[count] * (1 - success) + chances[count - 1] * success
      }
      chances[0] *= 1 - success
    }
    return chances
  }
}
