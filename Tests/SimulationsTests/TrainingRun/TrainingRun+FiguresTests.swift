import Experiments
import Testing

@testable import Simulations

enum TrainingRunTies: FigureTies {
  static let simulation: any Simulation.Type = TrainingRun.self
  static let settings = [
    ["data": "penguins", "learning-rate": "0.05", "epochs": "10"],
    ["data": "digits", "epochs": "4"],
    ["data": "spirals", "label-noise": "0.2", "learning-rate": "0.1", "epochs": "60"],
    ["optimizer": "gradient-descent", "learning-rate": "10", "epochs": "30"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (epochs, blind) = (try run.number("epochs"), try run.metric("blind-loss"))
    let best = try run.metric("best-epoch")
    func shown(_ loss: Double) -> Double { loss <= 4 * blind ? loss : .nan }
    func curve(_ figure: String, _ series: String, _ metric: String) -> FigureTie {
      run.curve(
        figure, series, metric, along: "epochs", shown: figure == "losses" ? shown : { $0 })
    }
    let ties = [
      run.frame("losses", .line, "epoch", "cross-entropy"),
      curve("losses", "training", "training-loss"),
      curve("losses", "validation", "validation-loss"),
      run.points("losses", "knowing nothing", .theory, x: [0, epochs], y: [blind, blind]),
      run.marker("losses", "lowest: epoch \(Int(best))", x: best),
      run.frame("accuracy", .line, "epoch", "share called right"),
      curve("accuracy", "training", "training-accuracy"),
      curve("accuracy", "validation", "validation-accuracy"),
    ]
    return try run.text("data") == "digits" ? ties : ties + boundary(run)
  }

  /// Training rows in their own units, over what the network says of them in its own.
  private static func boundary(_ run: TiedRun) throws -> [FigureTie] {
    let result = RunResult(RunPlan(run.settings), seed: run.seed)
    #expect(try result.testLoss == run.metric("test-loss"))
    let (data, scale) = (result.data, result.data.scale)
    let columns = data.training.columns
    let isReal = try run.text("data") == "penguins"
    let names = isReal ? ["Adelie", "Chinstrap", "Gentoo"] : ["class 0", "class 1"]
    func own(_ value: Double, _ column: Int) -> Double {
      (value - scale.means[column]) / scale.deviations[column]
    }
    let figure = try #require(run.outcome.figures.first { $0.name == "boundary" })
    let titles = figure.series.map(\.name)
    #expect(titles.map { $0.lowercased() } == names.map { $0.lowercased() })
    let rows = titles.enumerated().map { label, title in
      let places = data.labels.training.indices.filter { data.labels.training[$0] == label }
        .map { row in
          [0, 1].map {
            scale.means[$0] + scale.deviations[$0] * data.training.features[columns * row + $0]
          }
        }.sorted { $0[0] < $1[0] }
      return run.tie("boundary", title) { drawn in
        // Rows with one x may come in any order.
        let found = zip(drawn.x, drawn.y).sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        let wanted = places.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
        #expect(found.count == wanted.count)
        for (found, wanted) in zip(found, wanted) {
          TiedRun.expect(found.0, wanted[0], 1e-9, floor: 1e-3, "\(title), x")
          TiedRun.expect(found.1, wanted[1], 1e-9, floor: 1e-3, "\(title), y")
        }
        #expect(!isReal || drawn.x.allSatisfy { (30...60).contains($0) }, "bills in millimetres")
        #expect(!isReal || drawn.y.allSatisfy { (13...22).contains($0) }, "bills in millimetres")
      }
    }
    return rows + [
      run.frame(
        "boundary", .boundary, isReal ? "bill length, mm" : "x", isReal ? "bill depth, mm" : "y"),
      run.field(
        "boundary", levels: [0], classes: [isReal ? "another class" : titles[0], titles[1]],
        within: 1e-6, floor: 1
      ) { x, y in
        let inputs = [own(x, 0), own(y, 1)] + Array(repeating: 0, count: columns - 2)
        let scores = result.network.predictions(for: inputs)
        let others = scores.indices.filter { $0 != 1 }.map { scores[$0] }
        return scores[1] - (others.max() ?? 0)
      },
    ]
  }
}
