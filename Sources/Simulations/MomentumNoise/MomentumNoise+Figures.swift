import Experiments
import Learning
import Numerics

extension MomentumNoise.Chains {
  private var passed: [Double] { predicted.indices.map(Double.init) }

  func errorFigure(_ way: Way) -> Figure {
    Figure(
      MomentumNoise.errorFigure, .line,
      title: "squared error, mean of \(MomentumNoise.chains) chains", x: Figure.Axis("step"),
      y: Figure.Axis("squared error", .log),
      series: [
        Figure.Series("measured", x: passed, y: way.errors.map { $0 < 1e-9 ? .nan : $0 }),
        Figure.Series(
          "theory", .theory, x: passed,
          y: predicted.map { $0.squaredError < 1e-9 ? .nan : $0.squaredError }),
        Figure.Series(
          "noise floor", .theory, x: passed, y: passed.map { _ in theory.noiseFloor }),
      ])
  }

  func chainsFigure(_ way: Way) -> Figure {
    let deviations = predicted.map { Elementary.squareRoot(max(0, $0.variance)) }
    return Figure(
      MomentumNoise.chainsFigure, .line, title: "two chains and their spread",
      x: Figure.Axis("step"), y: Figure.Axis("distance from the minimum"),
      series: [
        Figure.Series("chain 1", x: passed, y: way.paths.map(\.x)),
        Figure.Series("chain 2", x: passed, y: way.paths.map(\.y)),
        Figure.Series(
          "theory, +1 deviation", .theory, x: passed,
          y: zip(predicted, deviations).map { $0.mean + $1 }),
        Figure.Series(
          "theory, −1 deviation", .theory, x: passed,
          y: zip(predicted, deviations).map { $0.mean - $1 }),
      ])
  }
}
