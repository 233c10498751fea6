import Numerics

extension Dataset {
  /// The corners (±1, ±1), with target 1 where the signs differ and −1 where they agree.
  ///
  /// Corners take turns: (−1, −1), (−1, 1), (1, −1), (1, 1). Each coordinate has Gaussian noise of
  /// standard deviation `noise`. The best linear fit of any multiple of four rows without noise is 0
  /// everywhere, with a squared error of exactly 1. A smaller `count` gives the same first rows.
  package static func xor(count: Int, noise: Double, from stream: inout RandomStream) -> Dataset {
    var features: [Double] = []
    var targets: [Double] = []
    for row in stride(from: 0, to: count, by: 1) {
      let (x, y) = (row % 4 < 2 ? -1.0 : 1, row % 2 == 0 ? -1.0 : 1)
      features.append(x + noise * stream.normal())
      features.append(y + noise * stream.normal())
      targets.append(-x * y)
    }
    return Dataset(features: features, targets: targets, columns: 2)
  }
}
