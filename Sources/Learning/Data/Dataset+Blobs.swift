import Numerics

extension Dataset {
  /// Gaussian clouds around given centres, class k around centre k.
  ///
  /// Each coordinate has standard deviation `noise`. Classes take turns from class 0 on, so sizes
  /// differ by at most one and the first are larger, as in scikit-learn's `make_blobs`; a smaller
  /// `count` gives the same first rows.
  /// - Precondition: there are centres, all with the same coordinates and at least one.
  package static func blobs(
    count: Int, noise: Double, centers: [[Double]], from stream: inout RandomStream
  ) -> Dataset {
    let columns = centers.first?.count ?? 0
    precondition(columns > 0, "a blob has a centre")
    precondition(centers.allSatisfy { $0.count == columns }, "centres differ in coordinates")
    var features: [Double] = []
    var targets: [Double] = []
    for row in stride(from: 0, to: count, by: 1) {
      let label = row % centers.count
      features += centers[label].map { $0 + noise * stream.normal() }
      targets.append(Double(label))
    }
    return Dataset(features: features, targets: targets, columns: columns)
  }

  /// Gaussian clouds around centres drawn first, uniformly in [−10, 10) in each coordinate.
  ///
  /// - Precondition: there are classes and columns.
  package static func blobs(
    count: Int, noise: Double, classes: Int = 3, columns: Int = 2, from stream: inout RandomStream
  ) -> Dataset {
    precondition(classes > 0 && columns > 0, "a blob has a centre")
    let centers = (0..<classes).map { _ in
      (0..<columns).map { _ in stream.uniform(in: -10..<10) }
    }
    return blobs(count: count, noise: noise, centers: centers, from: &stream)
  }
}
