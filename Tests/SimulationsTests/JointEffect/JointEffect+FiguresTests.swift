import Experiments
import Numerics
import Testing

@testable import Simulations

enum JointEffectTies: FigureTies {
  static let simulation: any Simulation.Type = JointEffect.self
  static let settings = [
    ["learning-rate": "1.5", "batch-size": "3"], ["batch-size": "200", "samples": "500"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (rate, size) = (try run.number("learning-rate"), try run.number("batch-size"))
    let study = JointStudy(rate: rate, batchSize: Int(size), samples: try run.count("samples"))
    let (best, least) = (study.bestRate, Double(study.bestBatchSize))
    TiedRun.expect(
      try #require(try run.metric("predicted-error", "learning-rate", at: best)),
      try run.metric("rate-alone-error"), 1e-12, "the end of the rate's line")
    TiedRun.expect(
      try #require(try run.metric("predicted-error", "batch-size", at: least)),
      try run.metric("batch-alone-error"), 1e-12, "the end of the batch size's line")
    let field = FigureTie(figure: "map", part: .field) { figure in
      let field = try #require(figure.field)
      #expect(field.label == "log₁₀ expected error" && field.columns == 41 && field.rows == 9)
      #expect(field.x == 0.001...1.9 && field.y == 1...256)
      for (row, column) in [(0, 0), (8, 40), (3, 17), (6, 28)] {
        let rate = 0.001 * Elementary.exp(Double(column) / 40 * Elementary.log(1900))
        let outcome = try run.outcome(with: [
          "learning-rate": "\(min(rate, 1.9))", "batch-size": "\(1 << row)",
        ])
        let error = try #require(outcome["predicted-error"])
        TiedRun.expect(
          field.values[row * 41 + column], Elementary.log(error) / Elementary.log(10), 1e-9,
          "field at \(rate), \(1 << row)")
      }
    }
    let lines = [1, 8, 64, 256].map { size in
      run.values("ratio", "batches of \(size)") { ratio in
        let rate = ratio * Double(size)
        return rate > 1.9 ? .nan : study.error(rate, size)
      }
    }
    return lines + [
      run.frame("map", .heat, "learning rate", .log, "batch size", .log),
      field,
      run.points("map", "rate alone", x: [rate, best].sorted(), y: [size, size]),
      run.points("map", "batch size alone", x: [rate, rate], y: [size, least].sorted()),
      run.points(
        "map", "both at once", x: [rate, best].sorted(),
        y: rate < best ? [size, least] : [least, size]),
      run.frame(
        "ratio", .scatter, "learning rate over batch size", .log, "expected error", .log),
      run.marker("ratio", "this run", x: try run.metric("ratio")),
    ]
  }
}
