import Numerics

extension GaussianProcess {
  /// The lengths along all axes alike that are tried first.
  private static let lengths = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6]

  /// The noise's shares of the variance that are tried.
  private static let noises = [1e-6, 1e-2, 1e-1]

  /// The factors by which one axis's length is changed in turn.
  private static let changes = [0.5, 2.0]

  /// The process of Matérn's kernel under which values are most likely: first with one length for all
  /// axes, from which each axis then departs in turn; variance and noise scaled as is likeliest.
  ///
  /// - Parameters:
  ///   - points: where values are known.
  ///   - values: standardized values.
  /// - Returns: nil if no value differs from another.
  package static func likeliest(points: [[Double]], values: [Double]) -> GaussianProcess? {
    guard let first = values.first, let dimensions = points.first?.count,
      values.contains(where: { $0 != first })
    else { return nil }
    var best: (process: GaussianProcess, likelihood: Double)?
    func attempt(_ lengths: [Double], noise: Double) -> Bool {
      guard
        let process = GaussianProcess(
          Kernel(.matern, lengths: lengths), noise: noise, points: points, values: values)
      else { return false }
      let likelihood = process.profiledLogMarginalLikelihood
      guard likelihood > best?.likelihood ?? -.infinity else { return false }
      best = (process, likelihood)
      return true
    }
    for noise in noises {
      for length in lengths {
        _ = attempt([Double](repeating: length, count: dimensions), noise: noise)
      }
    }
    // With one axis there is nothing for it to depart from.
    for axis in 0..<dimensions where dimensions > 1 {
      for change in changes {
        // As long as it pays, in one direction.
        while let current = best, (0.02...20).contains(current.process.kernel.lengths[axis]) {
          var lengths = current.process.kernel.lengths
          lengths[axis] *= change
          guard attempt(lengths, noise: current.process.noise) else { break }
        }
      }
    }
    guard let process = best?.process else { return nil }
    let variance = process.bestScale
    return GaussianProcess(
      process.kernel, variance: variance, noise: variance * process.noise, points: points,
      values: values)
  }
}
