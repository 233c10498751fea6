extension GaussianProcess {
  /// The process of Matérn's kernel that is likeliest; variance and noise scaled as makes the values most
  /// likely.
  ///
  /// - Parameters:
  ///   - points: where values are known.
  ///   - values: standardized values.
  /// - Returns: nil if no value differs from another.
  package static func likeliest(points: [[Double]], values: [Double]) -> GaussianProcess? {
    var fitting = Fitting(points: points, values: values)
    fitting?.refine()
    return fitting?.process
  }
}
