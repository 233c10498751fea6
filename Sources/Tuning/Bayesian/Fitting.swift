import Numerics

/// The search for the process of Matérn's kernel that is likeliest after some values: first with one
/// length for all axes, from which each axis then departs in turn, and the noise too.
struct Fitting {
  /// The lengths along all axes alike that are tried first.
  private static let alike = [0.1, 0.2, 0.4, 0.8, 1.6]

  /// The noise's shares of the variance that are tried first: next to none, and some.
  private static let someNoises = [1e-12, 1e-2]

  /// The factors by which one length and the noise are changed in turn, round by round.
  private static let changes = [
    (length: 2, noise: 100), (length: 0x1.6a09e667f3bcdp0, noise: 10.0),
  ]

  /// Where lengths stay, and noises.
  private static let lengthRange = 0.01...40.0
  private static let noiseRange = 1e-12...1.0

  private let points: [[Double]]
  private let values: [Double]
  private var likelihoods: Likelihoods
  private var lengths: [Double]
  private var noise = 0.0

  /// The logarithm of the density of the values and of what makes them likeliest so far.
  private(set) var likelihood = -Double.infinity

  /// Tries one length for all axes.
  ///
  /// - Returns: nil if no value differs from another.
  init?(points: [[Double]], values: [Double]) {
    guard let first = values.first, let dimensions = points.first?.count,
      values.contains(where: { $0 != first })
    else { return nil }
    self.points = points
    self.values = values
    likelihoods = Likelihoods(points: points, values: values)
    lengths = []
    for noise in Self.someNoises {
      for length in Self.alike {
        _ = attempt([Double](repeating: length, count: dimensions), noise)
      }
    }
    guard likelihood > -.infinity else { return nil }
  }

  /// Changes every length and the noise in turn, as long as it pays.
  mutating func refine() {
    for change in Self.changes {
      for axis in lengths.indices {
        if !stretch(axis, by: change.length) { _ = stretch(axis, by: 1 / change.length) }
      }
      while attempt(lengths, noise * change.noise) {}
      while attempt(lengths, noise / change.noise) {}
    }
  }

  /// Whether it paid to change a length.
  private mutating func stretch(_ axis: Int, by factor: Double) -> Bool {
    var isBetter = false
    while true {
      var lengths = lengths
      lengths[axis] *= factor
      guard attempt(lengths, noise) else { return isBetter }
      isBetter = true
    }
  }

  private mutating func attempt(_ lengths: [Double], _ noise: Double) -> Bool {
    guard lengths.allSatisfy(Self.lengthRange.contains), Self.noiseRange.contains(noise),
      let found = likelihoods.profiled(Kernel(.matern, lengths: lengths), noise: noise)
    else { return false }
    let sum = found + Self.logPrior(lengths, noise)
    guard sum > likelihood else { return false }
    (self.lengths, self.noise, likelihood) = (lengths, noise, sum)
    return true
  }

  /// The logarithm of how likely a kernel is before anything was seen, up to a constant: lengths are about
  /// half an axis, give or take a factor of five, and noise is mostly below a tenth of the variance.
  ///
  /// Few values can be explained by noise alone, or by lengths beyond all that was seen. Whoever believes
  /// that, looks nowhere else.
  private static func logPrior(_ lengths: [Double], _ noise: Double) -> Double {
    lengths.reduce(-10 * noise) { sum, length in
      let off = Elementary.log(2 * length)
      return sum - 0.2 * off * off
    }
  }

  /// The likeliest process so far.
  var process: GaussianProcess? {
    let kernel = Kernel(.matern, lengths: lengths)
    guard let process = GaussianProcess(kernel, noise: noise, points: points, values: values)
    else { return nil }
    let variance = process.bestScale
    return GaussianProcess(
      kernel, variance: variance, noise: variance * noise, points: points, values: values)
  }
}
