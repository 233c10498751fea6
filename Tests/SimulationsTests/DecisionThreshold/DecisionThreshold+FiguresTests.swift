import Experiments
import Foundation
import Learning
import Numerics
import Testing

@testable import Simulations

enum DecisionThresholdTies: FigureTies {
  static let simulation: any Simulation.Type = DecisionThreshold.self
  static let settings = [
    ["data": "penguins", "threshold": "-1.25"], ["threshold": "2", "rows": "399"],
    ["threshold": "0.9", "rows": "400", "separation": "3"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let threshold = try run.number("threshold")
    let label = "threshold \(NumberText.shortest(threshold))"
    let isGenerated = try run.text("data") == "generated"
    let (positive, negative) = try scores(run)
    let separation = try run.number("separation")
    func normal(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }
    /// The area under a curve, by trapezoids.
    func area(_ drawn: Figure.Series) -> Double {
      drawn.x.indices.dropFirst().reduce(0) {
        $0 + (drawn.x[$1] - drawn.x[$1 - 1]) * 0.5 * (drawn.y[$1] + drawn.y[$1 - 1])
      }
    }
    func roc(_ series: String, _ role: Figure.Role, _ metric: String) throws -> FigureTie {
      let value = try run.metric(metric)
      return run.tie("roc", series, role) { drawn in
        #expect(drawn.x.first == 0 && drawn.y.first == 0)
        #expect(drawn.x.last == 1 && drawn.y.last == 1)
        #expect(abs(area(drawn) - value) < 0.01, "the area is \(area(drawn)), not \(value)")
      }
    }
    // Half of recall and of what is not a false alarm is the balanced accuracy.
    let recall = try run.metric("recall")
    let alarms = recall + 1 - 2 * (try run.metric("balanced-accuracy"))
    let bins = positive.count + negative.count < 400 ? 18 : 36
    func outline(_ series: String, _ scores: [Double]) -> FigureTie {
      run.tie("scores", series) { drawn in
        #expect(drawn.x.count == 2 * bins)
        for bin in 0..<bins {
          let (low, high) = (drawn.x[2 * bin], drawn.x[2 * bin + 1])
          let isLast = bin == bins - 1
          let count = scores.count { $0 >= low && ($0 < high || isLast) }
          #expect(drawn.y[2 * bin] == Double(count) && drawn.y[2 * bin + 1] == Double(count))
        }
      }
    }
    func expected(_ series: String, _ count: Int, _ shift: Double) -> FigureTie {
      run.tie("scores", series, .theory) { drawn in
        let half = 0.5 * (drawn.x[1] - drawn.x[0])
        for (x, y) in zip(drawn.x, drawn.y) {
          let share = normal(x + half - shift) - normal(x - half - shift)
          TiedRun.expect(y, Double(count) * share, 1e-6, floor: 1e-3, "\(series) at \(x)")
        }
      }
    }
    var ties = [
      run.frame("curves", .line, "threshold", "share"),
      run.curve("curves", "precision", "precision", along: "threshold", at: 6) { $0 },
      run.curve("curves", "recall", "recall", along: "threshold", at: 6),
      run.curve("curves", "F1", "f-score", along: "threshold", at: 6),
      run.marker("curves", label, x: threshold),
      run.frame("roc", .line, "share of negatives called positive", "recall"),
      try roc("measured", .measured, "auc"),
      run.points("roc", "chance", .theory, x: [0, 1], y: [0, 1]),
      FigureTie(figure: "roc", part: .marker(label)) { figure in
        let x = try #require(figure.markers.first { $0.label == label }?.x)
        TiedRun.expect(x, alarms, 1e-9, floor: 1e-3, "the marker")
        // The curve passes the marker at the recall of the threshold, but for its grid.
        let curve = try #require(figure.series.first)
        let below = curve.x.lastIndex { $0 <= x + 1e-9 } ?? 0
        let before = curve.x.lastIndex { $0 < x - 1e-9 } ?? 0
        #expect((curve.y[before] - 0.05...curve.y[below] + 0.05).contains(recall))
      },
      run.frame("scores", .line, "score", "rows"),
      outline("negative", negative), outline("positive", positive),
      run.marker("scores", label, x: threshold),
    ]
    if isGenerated {
      ties += [
        run.curve("curves", "F1, theory", .theory, "predicted-f-score", along: "threshold", at: 6),
        try roc("theory", .theory, "predicted-auc"),
        expected("negative, theory", negative.count, 0),
        expected("positive, theory", positive.count, separation),
      ]
    }
    return ties
  }

  /// The scores of both classes, drawn again.
  private static func scores(_ run: TiedRun) throws -> (positive: [Double], negative: [Double]) {
    guard try run.text("data") == "generated" else {
      let scored = PenguinScores(seed: run.seed).scored
      let pairs = Array(zip(scored.truth, scored.scores))
      return (pairs.filter(\.0).map(\.1), pairs.filter { !$0.0 }.map(\.1))
    }
    let rows = try run.number("rows")
    let count = Int((rows * (try run.number("positive-share"))).rounded())
    var (high, low) = (
      RandomStream(seed: run.seed, "positive"), RandomStream(seed: run.seed, "negative")
    )
    let separation = try run.number("separation")
    return (
      (0..<count).map { _ in separation + high.normal() },
      (count..<Int(rows)).map { _ in low.normal() }
    )
  }
}
