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
        Figure.Series(sampling.rawValue, x: x, y: Self.errors(sampling, seed: seed))
      }, markers: [Figure.Marker("this run", x: Double(samples))])
  }

  /// The root mean square error of the indices over the sets of points, by the number of samples.
  private static func errors(_ sampling: SensitivityIndices.Sampling, seed: UInt64) -> [Double] {
    var squares = places.map { _ in [Double]() }
    for number in 0..<UInt64(designs) {
      let all = all(places, sampling: sampling, seed: seed &+ number)
      for (index, design) in all.enumerated() { squares[index] += design.errors.map { $0 * $0 } }
    }
    return squares.map { Elementary.squareRoot($0.reduce(0, +) / Double($0.count)) }
  }
}
