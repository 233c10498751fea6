import Numerics

extension Dataset {
  /// Two circles around the origin, class 0 of radius 1 outside and class 1 of radius `factor` inside.
  ///
  /// Angles are uniform in [0, 2π), each coordinate has Gaussian noise of standard deviation
  /// `noise`: the geometry of scikit-learn's `make_circles`, which spaces the angles evenly instead.
  /// Classes alternate from class 0 on; a smaller `count` gives the same first rows.
  package static func circles(
    count: Int, noise: Double, factor: Double = 0.5, from stream: inout RandomStream
  ) -> Dataset {
    points(count: count, classes: 2) { label in
      let angle = 2 * Double.pi * stream.uniform()
      let radius = label == 0 ? 1 : factor
      let x = radius * Elementary.cos(angle) + noise * stream.normal()
      return (x, radius * Elementary.sin(angle) + noise * stream.normal())
    }
  }

  /// Points in the plane whose classes take turns, from class 0 on.
  static func points(count: Int, classes: Int, _ draw: (_ label: Int) -> (x: Double, y: Double))
    -> Dataset
  {
    var features: [Double] = []
    var targets: [Double] = []
    for row in stride(from: 0, to: count, by: 1) {
      let (x, y) = draw(row % classes)
      features += [x, y]
      targets.append(Double(row % classes))
    }
    return Dataset(features: features, targets: targets, columns: 2)
  }
}
