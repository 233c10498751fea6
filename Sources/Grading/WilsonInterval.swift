/// An interval for a share that was counted.
package struct WilsonInterval: Sendable, Hashable {
  package let low: Double
  package let high: Double

  /// The interval that covers the true share with 95 % confidence.
  ///
  /// Source: Wilson, "Probable Inference, the Law of Succession, and Statistical Inference",
  /// Journal of the American Statistical Association 22 (1927).
  ///
  /// - Parameters:
  ///   - passed: how many passed, at most `run`.
  ///   - run: how many there were; none leaves the whole of 0 … 1.
  package init(passed: Int, of run: Int) {
    guard run > 0 else {
      low = 0
      high = 1
      return
    }
    let z = 1.959963984540054
    let n = Double(run)
    let share = Double(passed) / n
    let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    let variance = share * (1 - share) / n + z * z / (4 * n * n)
    let margin = z / (1 + z * z / n) * variance.squareRoot()
    low = passed == 0 ? 0 : max(0, centre - margin)
    high = passed == run ? 1 : min(1, centre + margin)
  }
}
