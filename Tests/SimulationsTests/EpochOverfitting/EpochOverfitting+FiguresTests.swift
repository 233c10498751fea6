import Experiments
import Foundation
import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct EpochFiguresTests {
  @Test(arguments: [1, 600, 999, 1000])
  func lossesGoToTheChosenEpochsAndBeyond(epochs: Int) throws {
    let training = EpochTrainingTests.training(epochs: epochs)
    let figure = training.lossesFigure
    #expect(figure.form == .line && figure.x.scale == .log && figure.y.scale == .linear)
    let names = ["training", "validation", "training, beyond", "validation, beyond"]
    #expect(figure.series.map(\.name) == Array(names.prefix(epochs < 1000 ? 4 : 2)))
    for series in figure.series {
      let losses =
        series.name.hasPrefix("training") ? training.trainingLosses : training.validationLosses
      let isBeyond = series.role == .theory
      #expect(isBeyond == series.name.hasSuffix("beyond"))
      let shown = isBeyond ? Array(epochs...1000) : Array(1...epochs)
      #expect(series.x == shown.map(Double.init))
      #expect(series.y == shown.map { losses[$0] })
    }
  }

  @Test func marksTheTurnAndTheChoice() {
    let turn = EpochTrainingTests.reference.bestEpoch
    let figure = EpochTrainingTests.reference.lossesFigure
    #expect(figure.markers.map(\.label) == ["lowest: epoch \(turn)", "stopped: epoch 600"])
    #expect(figure.markers.map(\.x) == [Double(turn), 600])
    let atTurn = EpochTrainingTests.training(epochs: turn).lossesFigure
    #expect(atTurn.markers.map(\.label) == ["lowest: epoch \(turn)"])
  }

  @Test func figuresAreWholeWhereLossesVanish() {
    let training = EpochTrainingTests.training(
      learningRate: 10, trainingSize: 10, noise: 0)
    FigureCheck.check(
      [training.lossesFigure, training.boundaryFigure], of: EpochOverfitting.self)
  }

  @Test(arguments: [10, 400], [0, 0.5])
  func boundaryHoldsEveryExample(size: Int, noise: Double) throws {
    let training = EpochTrainingTests.training(epochs: 30, trainingSize: size, noise: noise)
    let figure = training.boundaryFigure
    #expect(figure.form == .boundary)
    #expect(figure.title == "decision boundary after 30 epochs")
    let field = try #require(figure.field)
    #expect(field.columns == 41 && field.rows == 24 && field.levels == [0.5])
    #expect(field.values.allSatisfy { (0...1).contains($0) })
    #expect(figure.series.map(\.name) == ["class 0", "class 1"])
    var points: Set<[Double]> = []
    for series in figure.series {
      #expect(series.x.allSatisfy(field.x.contains) && series.y.allSatisfy(field.y.contains))
      for (x, y) in zip(series.x, series.y) { points.insert([x, y]) }
    }
    let features = training.examples.features
    let examples = (0..<size).map { Array(features[2 * $0..<2 * $0 + 2]) }
    #expect(points == Set(examples))
    #expect(figure.series[0].x.count == (size + 1) / 2)
  }

  @Test func boundaryShowsTheNetwork() throws {
    let training = EpochTrainingTests.reference
    let field = try #require(training.boundaryFigure.field)
    for (row, y) in Spacing.values(24, over: field.y, .linear).enumerated() {
      for (column, x) in Spacing.values(41, over: field.x, .linear).enumerated() {
        let logit = training.network.predictions(for: [x, y])[0]
        #expect(field.values[row * 41 + column] == Elementary.sigmoid(logit))
      }
    }
    #expect(field.values.contains { $0 < 0.5 } && field.values.contains { $0 > 0.5 })
  }
}

enum EpochOverfittingTies: FigureTies {
  static let simulation: any Simulation.Type = EpochOverfitting.self
  static let settings = [["epochs": "20"], ["epochs": "1000", "hidden-units": "4"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (epochs, best) = (try run.count("epochs"), try run.metric("best-epoch"))
    let training = EpochTraining(
      epochs: epochs, hiddenUnits: try run.count("hidden-units"),
      learningRate: try run.number("learning-rate"),
      trainingSize: try run.count("training-size"), noise: try run.number("noise"), seed: run.seed)
    #expect(try training.testLoss == run.metric("test-loss"))
    var stream = RandomStream(seed: run.seed, "training-data")
    let moons = Dataset.twoMoons(
      count: try run.count("training-size"), noise: try run.number("noise"), from: &stream)
    var ties = [
      run.frame("losses", .line, "epoch", .log, "cross-entropy"),
      run.curve("losses", "training", "training-loss", along: "epochs"),
      run.curve("losses", "validation", "validation-loss", along: "epochs"),
      run.marker("losses", "lowest: epoch \(Int(best))", x: best),
      run.frame("boundary", .boundary, "x", "y"),
      run.rows("boundary", "class 0", moons, 0), run.rows("boundary", "class 1", moons, 1),
      run.field("boundary", levels: [0.5], classes: ["class 0", "class 1"]) {
        1 / (1 + exp(-training.network.predictions(for: [$0, $1])[0]))
      },
    ]
    if Double(epochs) != best {
      ties.append(run.marker("losses", "stopped: epoch \(epochs)", x: Double(epochs)))
    }
    if epochs < 1000 {
      ties += [
        run.curve("losses", "training, beyond", .theory, "training-loss", along: "epochs"),
        run.curve("losses", "validation, beyond", .theory, "validation-loss", along: "epochs"),
      ]
    }
    return ties
  }
}
