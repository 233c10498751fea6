import Experiments
import Numerics
import Testing
import Tuning

@testable import Simulations

@Suite struct PosteriorCurveTests {
  struct Known: Sendable {
    let kernel: String
    let length: String
    var means: [Double] = []
    var deviations: [Double] = []
    let likelihood: Double
  }

  static let known = [
    Known(
      kernel: "matern", length: "0.2", means: [0.277515329693, -0.873682698400, 0.566566550908],
      deviations: [0.290111256319, 0.220062655616, 0.305233072463], likelihood: -4.914277495335),
    Known(
      kernel: "rbf", length: "0.2", means: [0.306348773302, -0.916351002625, 0.620041775371],
      deviations: [0.104252047052, 0.069353491650, 0.130917933033], likelihood: -4.495682045676),
    Known(kernel: "matern", length: "0.1", likelihood: -5.389015228612),
    Known(kernel: "matern", length: "0.4", likelihood: -5.472820398355),
    Known(kernel: "rbf", length: "0.1", likelihood: -5.370483631277),
    Known(kernel: "rbf", length: "0.4", likelihood: -53.235407082460),
  ]

  /// The ground truth's five points, asked at .2, .5 and .8.
  @Test(arguments: known) func fivePoints(_ known: Known) throws {
    for (index, place) in ["0.2", "0.5", "0.8"].enumerated() {
      let outcome = try PosteriorCurve.outcome([
        "kernel": known.kernel, "length-scale": known.length, "place": place,
      ])
      let likelihood = try #require(outcome["log-likelihood"])
      #expect(abs(likelihood / known.likelihood - 1) < 1e-11)
      guard known.means.indices.contains(index) else { continue }
      let (mean, deviation) = (try #require(outcome["mean"]), try #require(outcome["deviation"]))
      #expect(abs(mean - known.means[index]) < 1e-12)
      #expect(abs(deviation - known.deviations[index]) < 1e-12)
    }
  }

  /// With the scale of the values left to them: σ̂² and the likelihood then.
  @Test func theLikeliestScale() throws {
    let points = FivePoints(shape: .matern, length: 0.2, noise: 1e-4, place: 0)
    let process = try #require(points.process)
    #expect(abs(process.bestScale - 0.435848011327) < 1e-12)
    #expect(abs(process.profiledLogMarginalLikelihood + 4.248503231316) < 2e-12)
  }

  /// Mean, variance and likelihood by a matrix that is inverted outright.
  @Test(
    arguments: [
      (PosteriorCurve.Shape.matern, 0.2, 1e-4), (.matern, 1, 0.1), (.rbf, 0.3, 0.01),
      (.rbf, 0.05, 1),
    ])
  func byTheInverse(shape: PosteriorCurve.Shape, length: Double, noise: Double) throws {
    func correlation(_ one: Double, _ other: Double) -> Double {
      let r = abs(one - other) / length
      guard shape == .matern else { return Elementary.exp(-r * r / 2) }
      let root = 5.0.squareRoot() * r
      return (1 + root + root * root / 3) * Elementary.exp(-root)
    }
    let (x, y) = (PosteriorCurve.places, PosteriorCurve.values)
    var matrix = x.map { one in x.map { correlation(one, $0) + (one == $0 ? noise : 0) } }
    // Gauss–Jordan, with the determinant as the product of the pivots.
    var inverse = x.indices.map { row in x.indices.map { $0 == row ? 1.0 : 0 } }
    var determinant = 1.0
    for pivot in x.indices {
      let value = matrix[pivot][pivot]
      determinant *= value
      for column in x.indices {
        matrix[pivot][column] /= value
        inverse[pivot][column] /= value
      }
      for row in x.indices where row != pivot {
        let share = matrix[row][pivot]
        for column in x.indices {
          matrix[row][column] -= share * matrix[pivot][column]
          inverse[row][column] -= share * inverse[pivot][column]
        }
      }
    }
    func product(_ left: [Double], _ right: [Double]) -> Double {
      x.indices.reduce(0) { sum, row in
        sum + x.indices.reduce(0) { $0 + left[row] * inverse[row][$1] * right[$1] }
      }
    }
    for place in [0, 0.2, 0.37, 0.5, 0.8, 1] {
      let star = x.map { correlation($0, place) }
      let points = FivePoints(shape: shape, length: length, noise: noise, place: place)
      let found = try #require(points.process).posterior(at: [place])
      #expect(abs(found.mean - product(star, y)) < 1e-9)
      #expect(abs(found.deviation * found.deviation - (1 - product(star, star))) < 1e-9)
    }
    let likelihood =
      -0.5 * product(y, y) - 0.5 * Elementary.log(determinant)
      - 2.5 * Elementary.log(2 * .pi)
    let points = FivePoints(shape: shape, length: length, noise: noise, place: 0)
    #expect(abs(try #require(points.process).logMarginalLikelihood - likelihood) < 1e-9)
    #expect(abs(points.stepwiseLikelihood - likelihood) < 1e-9)
  }

  /// More is known of a place than the nearest value says, everywhere.
  @Test(arguments: PosteriorCurve.Shape.allCases, [0.02, 0.1, 0.3, 2])
  func allValuesSayMoreThanOne(shape: PosteriorCurve.Shape, length: Double) throws {
    for step in 0...50 {
      let points = FivePoints(
        shape: shape, length: length, noise: 1e-4, place: Double(step) / 50)
      let deviation = try #require(points.process).posterior(at: [points.place]).deviation
      #expect(deviation <= points.nearestDeviation + 1e-12)
    }
  }

  /// Five values rule out a curve that is too smooth, and hardly one that is too rough.
  @Test(
    arguments: [
      ("matern", "0.02", "plausible"), ("matern", "0.28", "plausible"),
      ("matern", "1", "too-smooth"),
      ("rbf", "0.4", "too-smooth"), ("rbf", "0.05", "too-rough"),
    ])
  func findsWhatItIs(kernel: String, length: String, code: String) throws {
    let outcome = try PosteriorCurve.outcome(["kernel": kernel, "length-scale": length])
    #expect(outcome.findings.map(\.code) == [code])
    #expect(outcome.findings[0].measured == outcome["log-likelihood"])
    #expect(outcome.findings[0].predicted == outcome["stepwise-log-likelihood"])
  }

  @Test func verdictsTurnAtTheirBounds() {
    #expect(PosteriorCurve.verdict(short: 1, length: 0.1, best: 0.2).code == "plausible")
    #expect(PosteriorCurve.verdict(short: 1.0.nextUp, length: 0.1, best: 0.2).code == "too-rough")
    #expect(PosteriorCurve.verdict(short: 1.0.nextUp, length: 0.3, best: 0.2).code == "too-smooth")
  }

  @Test(arguments: ["0.02", "2"], ["matern", "rbf"]) func holdsAtAllCorners(
    length: String, kernel: String
  ) throws {
    for (noise, place) in [("1e-6", "0"), ("1", "1"), ("1e-6", "0.45")] {
      let outcome = try PosteriorCurve.outcome([
        "length-scale": length, "kernel": kernel, "noise": noise, "place": place,
      ])
      #expect(Set(outcome.metrics.keys) == Set(PosteriorCurve.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
      #expect(outcome.cost.multiplyAdds > 0)
      FigureCheck.check(outcome.figures, of: PosteriorCurve.self)
    }
  }
}
