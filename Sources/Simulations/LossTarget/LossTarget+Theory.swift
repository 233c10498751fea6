import Learning
import Numerics

/// The numbers with the least expected loss, from the distribution alone.
///
/// Sources: Huber 1964, "Robust estimation of a location parameter"; Koenker & Bassett 1978,
/// "Regression quantiles".
struct LossMinimizer {
  /// The lowest and the highest number with the least loss; they differ where its bottom is flat.
  let low: Double
  let high: Double

  /// The one number with the least loss; nil where there are more.
  var location: Double? { low == high ? low : nil }

  private init(_ location: Double) { (low, high) = (location, location) }

  private init(low: Double, high: Double) { (self.low, self.high) = (low, high) }

  /// What a loss asks for of a few numbers.
  ///
  /// - Precondition: there are numbers.
  init(_ loss: LossTarget.Rule, of numbers: [Double], quantile: Double, threshold: Double) {
    let sorted = numbers.sorted()
    switch loss {
    case .squared: self.init(numbers.reduce(0, +) / Double(numbers.count))
    case .absolute: self.init(quantile: 0.5, of: sorted)
    case .pinball: self.init(quantile: quantile, of: sorted)
    case .huber:
      // Where the clipped pulls balance. The bottom can be flat only where as many numbers are out
      // of reach above as below and none is within it; then this is its lower end.
      func pull(_ location: Double) -> Double {
        sorted.reduce(0) { $0 + max(-threshold, min(threshold, $1 - location)) }
      }
      let range = sorted[0]...sorted[sorted.count - 1]
      self.init(Self.root(of: pull, in: range))
    }
  }

  /// What a loss asks for of all numbers from an exponential distribution.
  init(
    _ loss: LossTarget.Rule, ofExponentialWithMean mean: Double, quantile: Double,
    threshold: Double
  ) {
    func quantileOfAll(_ share: Double) -> Double { -mean * Elementary.log1p(-share) }
    switch loss {
    case .squared: self.init(mean)
    case .absolute: self.init(quantileOfAll(0.5))
    case .pinball: self.init(quantileOfAll(quantile))
    case .huber:
      // The mean of the times clipped to location ± threshold, less the location.
      func pull(_ location: Double) -> Double {
        let floor = max(0, location - threshold)
        let ceiling = location + threshold
        let above = Elementary.exp(-floor / mean) - Elementary.exp(-ceiling / mean)
        return floor + mean * above - location
      }
      self.init(Self.root(of: pull, in: 0...mean))
    }
  }

  /// The smallest number that a share of at least τ lies at or under; a range where τ·n is whole.
  private init(quantile: Double, of sorted: [Double]) {
    let rank = quantile * Double(sorted.count)
    let whole = rank.rounded()
    let isWhole = abs(rank - whole) < 1e-9
    func number(_ rank: Double) -> Double {
      sorted[max(0, min(sorted.count - 1, Int(rank) - 1))]
    }
    let first = isWhole ? whole : rank.rounded(.up)
    self.init(low: number(first), high: number(isWhole ? whole + 1 : first))
  }

  /// Where a pull that falls with the location changes its sign.
  private static func root(of pull: (Double) -> Double, in range: ClosedRange<Double>) -> Double {
    var (low, high) = (range.lowerBound, range.upperBound)
    for _ in 0..<100 {
      let middle = low + (high - low) / 2
      if pull(middle) > 0 { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }
}
