/// How long an update takes by its batch size: something fixed, and something for each sample.
struct UpdateTime: Sendable, Equatable {
  /// Seconds of an update whatever its size.
  let fixed: Double

  /// Seconds that each sample adds.
  let perSample: Double

  init(fixed: Double, perSample: Double) {
    self.fixed = fixed
    self.perSample = perSample
  }

  /// The model that misses the measured times by the least, in squares of shares of each time.
  ///
  /// Neither part is below 0. Pairs whose time is not a positive number are passed over; where none
  /// is left there is no model.
  init?(fitting pairs: [(batchSize: Int, seconds: Double)]) {
    let pairs = pairs.filter { $0.seconds > 0 && $0.seconds.isFinite && $0.batchSize > 0 }
    guard !pairs.isEmpty else { return nil }
    // Each pair is an equation fixed·u + perSample·v = 1.
    var (uu, uv, vv, u, v) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for pair in pairs {
      let first = 1 / pair.seconds
      let second = Double(pair.batchSize) / pair.seconds
      uu += first * first
      uv += first * second
      vv += second * second
      u += first
      v += second
    }
    let determinant = uu * vv - uv * uv
    let fixed = (u * vv - v * uv) / determinant
    let perSample = (v * uu - u * uv) / determinant
    guard determinant > 1e-9 * uu * vv, fixed >= 0 else {
      self.init(fixed: 0, perSample: v / vv)
      return
    }
    guard perSample >= 0 else {
      self.init(fixed: u / uu, perSample: 0)
      return
    }
    self.init(fixed: fixed, perSample: perSample)
  }

  /// Seconds of an update.
  func seconds(_ batchSize: Int) -> Double { fixed + perSample * Double(batchSize) }

  /// Samples a second.
  func samplesPerSecond(_ batchSize: Int) -> Double { Double(batchSize) / seconds(batchSize) }

  /// The batch size of which the fixed part is half of the time; nil where there is none.
  var evenBatchSize: Double? { perSample > 0 ? fixed / perSample : nil }
}
