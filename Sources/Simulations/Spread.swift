import Numerics

/// The mean of some numbers, and how far they are spread.
struct Spread {
  let mean: Double

  /// The standard deviation, divided by one less than there are; 0 for a single number.
  let deviation: Double

  init(_ numbers: [Double]) {
    let count = Double(max(1, numbers.count))
    let mean = numbers.reduce(0, +) / count
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    deviation = Elementary.squareRoot(squares / max(1, count - 1))
  }

  /// Pearson's correlation of two lists; nil where one of them does not vary.
  static func correlation(_ first: [Double], _ second: [Double]) -> Double? {
    let (x, y) = (Spread(first), Spread(second))
    guard x.deviation > 0, y.deviation > 0 else { return nil }
    let product = zip(first, second).reduce(0) { $0 + ($1.0 - x.mean) * ($1.1 - y.mean) }
    return product / Double(max(1, first.count - 1)) / (x.deviation * y.deviation)
  }
}
