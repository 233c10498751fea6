import Numerics

extension Dataset {
  /// Two interleaved half circles, class 0 above and class 1 below, that no straight line separates.
  ///
  /// With an angle t uniform in [0, π), class 0 lies at (cos t, sin t) and class 1 at
  /// (1 − cos t, ½ − sin t), each coordinate with Gaussian noise of standard deviation `noise`: the
  /// geometry of scikit-learn's `make_moons`, which spaces the angles evenly instead. Classes
  /// alternate from class 0 on, so every even prefix is balanced; each row takes three draws, so a
  /// smaller `count` gives the same first rows.
  package static func twoMoons(count: Int, noise: Double, from stream: inout RandomStream)
    -> Dataset
  {
    var features: [Double] = []
    features.reserveCapacity(2 * count)
    for row in 0..<count {
      let angle = Double.pi * stream.uniform()
      let (x, y) = (Elementary.cos(angle), Elementary.sin(angle))
      let upper = row.isMultiple(of: 2)
      features.append((upper ? x : 1 - x) + noise * stream.normal())
      features.append((upper ? y : 0.5 - y) + noise * stream.normal())
    }
    return Dataset(features: features, targets: (0..<count).map { Double($0 % 2) }, columns: 2)
  }
}
