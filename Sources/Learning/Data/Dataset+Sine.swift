import Numerics

extension Dataset {
  /// One period of a sine to be learnt from noisy points: y = sin(2πx) + `noise`·ε.
  ///
  /// x is uniform in [0, 1), ε standard normal. A smaller `count` gives the same first rows.
  package static func sine(count: Int, noise: Double, from stream: inout RandomStream) -> Dataset {
    var features: [Double] = []
    var targets: [Double] = []
    for _ in stride(from: 0, to: count, by: 1) {
      let x = stream.uniform()
      features.append(x)
      targets.append(Elementary.sin(2 * Double.pi * x) + noise * stream.normal())
    }
    return Dataset(features: features, targets: targets, columns: 1)
  }
}
