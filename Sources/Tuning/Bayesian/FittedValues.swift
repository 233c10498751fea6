import Numerics

/// Values, and the likeliest process of them: by their logarithms where these are likelier.
///
/// Source: Snelson, Rasmussen & Ghahramani 2004, "Warped Gaussian processes", NIPS 16, equation 6.
struct FittedValues {
  let standard: StandardValues
  let process: GaussianProcess

  /// - Returns: nil if no value differs from another.
  init?(points: [[Double]], _ values: [Double?], isKeepingZero: Bool = false) {
    var standard = StandardValues(values)
    guard var fitting = Fitting(points: points, values: standard.values) else { return nil }
    if !isKeepingZero, let ratios = StandardValues(ratios: values),
      let other = Fitting(points: points, values: ratios.values),
      other.likelihood + ratios.logSlope > fitting.likelihood + standard.logSlope
    {
      (standard, fitting) = (ratios, other)
    }
    fitting.refine()
    guard let process = fitting.process else { return nil }
    self.standard = standard
    self.process = process
  }
}
