import Experiments
import Numerics
import Tuning

/// The five values under one kernel, length-scale and noise.
struct FivePoints {
  let shape: PosteriorCurve.Shape
  let length: Double
  let noise: Double
  let place: Double

  init(_ settings: Settings) {
    self.init(
      shape: settings[PosteriorCurve.kernel], length: settings[PosteriorCurve.lengthScale],
      noise: settings[PosteriorCurve.noise], place: settings[PosteriorCurve.place])
  }

  init(shape: PosteriorCurve.Shape, length: Double, noise: Double, place: Double) {
    self.shape = shape
    self.length = length
    self.noise = noise
    self.place = place
  }

  func with(shape: PosteriorCurve.Shape? = nil, length: Double) -> FivePoints {
    FivePoints(shape: shape ?? self.shape, length: length, noise: noise, place: place)
  }

  var kernel: Kernel {
    Kernel(shape == .matern ? .matern : .rbf, length: length, dimensions: 1)
  }

  /// A process that has seen nothing.
  private var prior: GaussianProcess { GaussianProcess(kernel, noise: noise) }

  /// The process that knows the values; nil if rounding makes two of them one.
  var process: GaussianProcess? {
    GaussianProcess(
      kernel, noise: noise, points: PosteriorCurve.places.map { [$0] },
      values: PosteriorCurve.values)
  }

  var posterior: Posterior? { process.map { Posterior(points: self, process: $0) } }

  /// The sum of the logarithms of the densities of all values, each given those before it.
  var stepwiseLikelihood: Double {
    var process = prior
    var sum = 0.0
    for (place, value) in zip(PosteriorCurve.places, PosteriorCurve.values) {
      let (mean, deviation) = process.posterior(at: [place])
      let variance = deviation * deviation + noise
      let error = value - mean
      sum -= 0.5 * (Elementary.log(2 * .pi * variance) + error * error / variance)
      _ = process.observe(value, at: [place])
    }
    return sum
  }

  /// The standard deviation at the place, were the nearest value the only one.
  var nearestDeviation: Double {
    let distances = PosteriorCurve.places.map { abs($0 - place) }
    let nearest = distances.indices.min { distances[$0] < distances[$1] } ?? 0
    var process = prior
    _ = process.observe(0, at: [PosteriorCurve.places[nearest]])
    return process.posterior(at: [place]).deviation
  }
}

/// What is known after the five values.
struct Posterior {
  let points: FivePoints
  let process: GaussianProcess

  /// The length-scales of which the likeliest is told.
  static let lengths = Spacing.values(81, over: 0.02...2, .log)

  /// The likeliest of the length-scales, and its likelihood.
  let bestLength: Double
  let bestLikelihood: Double

  init(points: FivePoints, process: GaussianProcess) {
    self.points = points
    self.process = process
    let likelihoods = Self.lengths.map {
      points.with(length: $0).process?.logMarginalLikelihood ?? -.infinity
    }
    let best = likelihoods.indices.max { likelihoods[$0] < likelihoods[$1] } ?? 0
    bestLength = Self.lengths[best]
    bestLikelihood = likelihoods[best]
  }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    let (mean, deviation) = process.posterior(at: [points.place])
    return [
      (PosteriorCurve.mean, mean), (PosteriorCurve.deviation, deviation),
      (PosteriorCurve.nearestDeviation, points.nearestDeviation),
      (PosteriorCurve.likelihood, process.logMarginalLikelihood),
      (PosteriorCurve.stepwiseLikelihood, points.stepwiseLikelihood),
      (PosteriorCurve.bestLength, bestLength),
    ]
  }
}
