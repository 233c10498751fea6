import Experiments
import Numerics

extension JointStudy {
  /// The common logarithm of an expected error.
  private func height(_ rate: Double, _ batchSize: Int) -> Double {
    Elementary.log(error(rate, batchSize)) / Elementary.log(10)
  }

  var mapFigure: Figure {
    let (low, high) = (Self.rates[0], Self.rates[Self.rates.count - 1])
    let (best, size) = (bestRate, Double(bestBatchSize))
    let here = Double(batchSize)
    return Figure(
      JointEffect.mapFigure, .heat, title: "from here each knob alone, and both at once",
      x: Figure.Axis("learning rate", .log), y: Figure.Axis("batch size", .log),
      series: [
        Figure.Series("rate alone", x: [min(rate, best), max(rate, best)], y: [here, here]),
        Figure.Series("batch size alone", x: [rate, rate], y: [min(here, size), max(here, size)]),
        Figure.Series(
          "both at once", x: [rate, best].sorted(), y: rate < best ? [here, size] : [size, here]),
      ],
      field: Figure.Field(
        "log₁₀ expected error", x: low...high, y: 1...256, columns: Self.rates.count,
        values: Self.batchSizes.flatMap { size in Self.rates.map { height($0, size) } },
        levels: []))
  }

  var ratioFigure: Figure {
    let ratios = Spacing.values(31, over: 1e-4...0.1, .log)
    return Figure(
      JointEffect.ratioFigure, .scatter, title: "batch sizes by their ratio, nearly on one line",
      x: Figure.Axis("learning rate over batch size", .log),
      y: Figure.Axis("expected error", .log),
      series: [1, 8, 64, 256].map { size in
        Figure.Series(
          "batches of \(size)", x: ratios,
          y: ratios.map { ratio in
            let rate = ratio * Double(size)
            return rate > 1.9 ? .nan : error(rate, size)
          })
      }, markers: [Figure.Marker("this run", x: rate / Double(batchSize))])
  }
}
