import Experiments
import Numerics
import Tuning

/// A point that is looked at several times, and a model that assumes a variance of the noise.
struct RepeatedPoint {
  let looks: Int
  let noise: Double
  let assumed: Double
  let seed: UInt64

  init(_ settings: Settings, seed: UInt64) {
    self.init(
      looks: settings[RepeatedLook.looks], noise: settings[RepeatedLook.noise],
      assumed: settings[RepeatedLook.assumedNoise], seed: seed)
  }

  init(looks: Int, noise: Double, assumed: Double, seed: UInt64) {
    self.looks = looks
    self.noise = noise
    self.assumed = assumed
    self.seed = seed
  }

  func with(looks: Int) -> RepeatedPoint {
    RepeatedPoint(looks: looks, noise: noise, assumed: assumed, seed: seed)
  }

  /// What a process makes of values that were all seen at one point.
  private func posterior(_ values: [Double]) -> (mean: Double, deviation: Double) {
    var process = GaussianProcess(Kernel(.matern, length: 1, dimensions: 1), noise: assumed)
    for value in values { _ = process.observe(value, at: [0.5]) }
    return process.posterior(at: [0.5])
  }

  /// The root mean square error over many values, and what the model claims.
  var measured: (error: Double, claimed: Double) {
    var squares = 0.0
    var claimed = 0.0
    for number in 0..<RepeatedLook.draws {
      var stream = RandomStream(seed: seed, "value", number)
      let value = stream.normal()
      let (mean, deviation) = posterior(
        (0..<looks).map { _ in stream.normal(mean: value, deviation: noise) })
      squares += (mean - value) * (mean - value)
      claimed = deviation
    }
    return (Elementary.squareRoot(squares / Double(RepeatedLook.draws)), claimed)
  }

  /// The mean of k looks y is shrunk to Σy/(k + α): a bias of αf/(k + α), and kσ²/(k + α)² of noise.
  var predictedError: Double {
    let all = Double(looks) + assumed
    return Elementary.squareRoot(assumed * assumed + Double(looks) * noise * noise) / all
  }

  var predictedClaimedError: Double {
    Elementary.squareRoot(assumed / (Double(looks) + assumed))
  }

  func finding(_ error: Double) -> Finding {
    let kind = RepeatedLook.verdict(error: predictedError, claimed: predictedClaimedError)
    let words =
      switch kind {
      case RepeatedLook.overconfident: "too sure"
      case RepeatedLook.timid: "too unsure"
      default: "about as sure as it may be"
      }
    return Finding(
      kind, predicted: predictedError, measured: error,
      "the model is \(words): it claims to be off by "
        + "\(NumberText.significant(predictedClaimedError)), and is by "
        + "\(NumberText.significant(predictedError)) in expectation, "
        + "\(NumberText.significant(error)) measured.")
  }

  var looksFigure: Figure {
    let counts = [1, 2, 5, 10, 20, 50]
    let x = counts.map(Double.init)
    let line = (1...50).map(Double.init)
    let points = (1...50).map { with(looks: $0) }
    return Figure(
      RepeatedLook.looksFigure, .scatter, title: "how far off the model is, and thinks it is",
      x: Figure.Axis("looks", .log), y: Figure.Axis("error", .log),
      series: [
        Figure.Series("error", x: x, y: counts.map { with(looks: $0).measured.error }),
        Figure.Series("error, theory", .theory, x: line, y: points.map(\.predictedError)),
        Figure.Series("claimed", .theory, x: line, y: points.map(\.predictedClaimedError)),
      ],
      markers: [Figure.Marker("this run", x: Double(looks))])
  }
}

extension RepeatedLook {
  /// What a model is found to be, by its error and what it claims.
  static func verdict(error: Double, claimed: Double) -> FindingKind {
    if error > 2 * claimed { return overconfident }
    return error < 0.5 * claimed ? timid : honest
  }
}
