import Experiments
import Numerics

extension SampledDesign {
  /// The numbers of samples at which errors are measured for the figure.
  static let places = [32, 64, 128, 256, 512, 1024, 2048, 4096]

  /// How many sets of points the error is averaged over, this run's first.
  static let designs = 10

  var indicesFigure: Figure {
    let x = [1.0, 2, 3]
    return Figure(
      SensitivityIndices.indicesFigure, .scatter,
      title: "shares of the variance, \(samples) samples",
      x: Figure.Axis("input"), y: Figure.Axis("index"),
      series: [
        Figure.Series("first order", x: x, y: estimate.first),
        Figure.Series("total", x: x, y: estimate.total),
        Figure.Series("first order, exact", .theory, x: x, y: Ishigami.first),
        Figure.Series("total, exact", .theory, x: x, y: Ishigami.total),
      ])
  }

  var errorFigure: Figure {
    let x = Self.places.map(Double.init)
    return Figure(
      SensitivityIndices.errorFigure, .scatter,
      title: "error of the six indices, mean of \(Self.designs) sets of points",
      x: Figure.Axis("samples", .log), y: Figure.Axis("root mean square error", .log),
      series: SensitivityIndices.Sampling.allCases.map { sampling in
        Figure.Series(
          sampling.rawValue, x: x,
          y: Self.places.map { Self.error(samples: $0, sampling, seed: seed) })
      }, markers: [Figure.Marker("this run", x: Double(samples))])
  }

  /// The root mean square error of the indices over the sets of points.
  private static func error(
    samples: Int, _ sampling: SensitivityIndices.Sampling, seed: UInt64
  ) -> Double {
    let squares = (0..<UInt64(designs)).flatMap { number in
      SampledDesign(samples: samples, sampling: sampling, seed: seed &+ number).errors.map {
        $0 * $0
      }
    }
    return Elementary.squareRoot(squares.reduce(0, +) / Double(squares.count))
  }
}
