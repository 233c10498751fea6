import Experiments

extension RateSchedule.Descent {
  /// The steps that a figure of rates shows: the first is step 1.
  private var taken: [Double] { rates.indices.map { Double($0 + 1) } }

  /// All steps, and the start before them.
  private var passed: [Double] { predicted.indices.map(Double.init) }

  var rateFigure: Figure {
    Figure(
      RateSchedule.rateFigure, .line, title: "learning rate", x: Figure.Axis("step"),
      y: Figure.Axis("learning rate"),
      series: [
        Figure.Series("rate", x: taken, y: rates),
        Figure.Series(
          "best constant", .theory, x: taken, y: rates.map { _ in bestConstant.rate }),
      ])
  }

  /// - Parameter way: what the chains show before the first step and after each.
  func errorFigure(_ shape: RateSchedule.Shape, _ way: [NoisyBowl.Error]) -> Figure {
    var series = [
      Figure.Series("measured", x: passed, y: way.map { Self.shown($0.squaredError) }),
      Figure.Series("theory", .theory, x: passed, y: predicted.map { Self.shown($0.squaredError) }),
    ]
    if bestConstant.error > 0 {
      series.append(
        Figure.Series(
          "where the best constant ends", .theory, x: passed,
          y: passed.map { _ in bestConstant.error }))
    }
    return Figure(
      RateSchedule.errorFigure, .line,
      title: "squared error, mean of \(RateSchedule.chains) chains", x: Figure.Axis("step"),
      y: Figure.Axis("squared error", .log), series: series)
  }

  /// - Parameter way: what the chains show before the first step and after each.
  func partsFigure(_ way: [NoisyBowl.Error]) -> Figure {
    Figure(
      RateSchedule.partsFigure, .line, title: "what is left of the start, and the noise",
      x: Figure.Axis("step"), y: Figure.Axis("squared error", .log),
      series: [
        Figure.Series("start", x: passed, y: way.map(Self.shownStart)),
        Figure.Series("noise", x: passed, y: way.map { Self.shown($0.noise) }),
        Figure.Series(
          "start, theory", .theory, x: passed, y: predicted.map { Self.shown($0.start) }),
        Figure.Series(
          "noise, theory", .theory, x: passed, y: predicted.map { Self.shown($0.noise) }),
      ])
  }

  /// What is too small for any picture is a gap.
  private static func shown(_ value: Double) -> Double { value < 1e-9 ? .nan : value }

  /// The start, until what the chains' mean is off by chance hides it.
  private static func shownStart(_ error: NoisyBowl.Error) -> Double {
    error.start < 10 * error.noise / Double(RateSchedule.chains) ? .nan : shown(error.start)
  }
}
