import Experiments
import Learning
import Numerics
import Testing

@testable import Simulations

enum DoubleWellTies: FigureTies {
  static let simulation: any Simulation.Type = DoubleWell.self
  static let settings = [["batch-size": "1", "learning-rate": "0.5", "steps": "40"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (rate, steps) = (try run.number("learning-rate"), try run.count("steps"))
    let batch = try run.number("batch-size")
    let spread = rate * 3 / batch.squareRoot()
    func loss(_ w: Double) -> Double {
      let level =
        abs(w) <= 0.5 ? 0.25 - w * w / 2 : w < 0 ? (w + 1) * (w + 1) / 2 : (w - 1) * (w - 1) / 2
      return level - 0.2 * w + 0.22
    }
    func slope(_ w: Double) -> Double { (abs(w) <= 0.5 ? -w : w < 0 ? w + 1 : w - 1) - 0.2 }
    let paths = (0..<64).map { chain in
      var stream = RandomStream(seed: run.seed, "order", chain)
      return (0..<steps).reduce(into: [-0.8]) { path, _ in
        let place = path[path.count - 1]
        path.append(place - rate * slope(place) + spread * stream.normal())
      }
    }
    let ends = paths.map { $0[steps] }.sorted()
    let law = ChainLaw(NoisyWalk(rate: rate, batchSize: Int(batch)), steps: steps)
    let density = run.outcome.figures[2]
    let window = try #require(density.field).y
    return [
      run.frame("share", .line, "step", "share"),
      run.curve("share", "measured", "good-share", along: "steps"),
      run.curve("share", "theory", .theory, "predicted-share", along: "steps"),
      run.frame("landscape", .scatter, "parameter", "loss"),
      run.points("landscape", "chains", x: ends, y: ends.map(loss), floor: 0.01),
      run.values("landscape", "loss", .theory, floor: 0.01) { loss($0) },
      run.marker("landscape", "start", x: -0.8),
      run.frame("density", .heat, "step", "parameter"),
      run.points(
        "density", "one chain", x: (0...steps).map(Double.init),
        y: paths[0].map { window.contains($0) ? $0 : .nan }, floor: 0.01),
      FigureTie(figure: "density", part: .field) { figure in
        let field = try #require(figure.field)
        #expect(field.label == "probability, likeliest = 1" && field.levels.isEmpty)
        #expect(field.x == Double(law.snapshots[0].step)...Double(steps))
        #expect(field.columns == law.snapshots.count)
        #expect(window.contains(-0.8) && window.contains(1.2))
        let height = (window.upperBound - window.lowerBound) / Double(field.rows - 1)
        for (column, snapshot) in law.snapshots.enumerated() {
          var sums = [Double](repeating: 0, count: field.rows)
          for (place, probability) in zip(law.places, snapshot.probabilities) {
            let row = Int(((place - window.lowerBound) / height).rounded())
            if sums.indices.contains(row) { sums[row] += probability }
          }
          let most = sums.max() ?? 1
          for row in 0..<field.rows {
            TiedRun.expect(
              field.values[row * field.columns + column], sums[row] / most, 1e-9, floor: 1e-6,
              "density in row \(row) after \(snapshot.step)")
          }
        }
      },
    ]
  }
}
