import Numerics

extension Dataset {
  /// Interleaved spirals from the origin out to radius 1, one a class.
  ///
  /// Class k of `classes` lies at radius √u and angle 2π(`turns`·√u + k/`classes`), u uniform in
  /// [0, 1), which spreads the points almost evenly along an Archimedean spiral. Each coordinate has
  /// Gaussian noise of standard deviation `noise`. Classes take turns from class 0 on; a smaller
  /// `count` gives the same first rows.
  /// - Precondition: there are classes.
  package static func spirals(
    count: Int, noise: Double, classes: Int = 2, turns: Double = 1.5,
    from stream: inout RandomStream
  ) -> Dataset {
    precondition(classes > 0, "a spiral belongs to a class")
    return points(count: count, classes: classes) { label in
      let radius = Elementary.squareRoot(stream.uniform())
      let angle = 2 * Double.pi * (turns * radius + Double(label) / Double(classes))
      let x = radius * Elementary.cos(angle) + noise * stream.normal()
      return (x, radius * Elementary.sin(angle) + noise * stream.normal())
    }
  }
}
