/// Half a cosine wave down, then back up at once; each cycle may be longer than the last.
///
/// Source: Loshchilov & Hutter 2017. PyTorch's `CosineAnnealingWarmRestarts`.
package struct CosineRestarts: Schedule {
  package let rate: Double
  /// The rate that each cycle approaches.
  package let end: Double
  /// How many steps the first cycle has.
  package let period: Int
  /// How many times as long each cycle is as the one before.
  package let growth: Int

  /// - Precondition: period and growth are positive.
  package init(_ rate: Double, to end: Double = 0, period: Int, growth: Int = 1) {
    precondition(period > 0 && growth > 0, "a cycle takes steps and does not shrink")
    self.rate = rate
    self.end = end
    self.period = period
    self.growth = growth
  }

  package func rate(at step: Int) -> Double {
    var (position, length) = (max(0, step), period)
    if growth == 1 {
      position %= period
    } else {
      while position >= length {
        position -= length
        let (longer, overflow) = length.multipliedReportingOverflow(by: growth)
        length = overflow ? .max : longer
      }
    }
    return cosine(from: rate, to: end, Double(position) / Double(length))
  }
}
