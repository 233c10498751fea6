import Experiments

extension DentSearches {
  /// The eight steps at which searches are made for the figure.
  static let steps = [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1]

  /// The numbers of evaluations that are drawn, ever further apart.
  var times: [Int] {
    let times = Spacing.values(40, over: 1...Double(evaluations), .log).map { Int($0.rounded()) }
    return Set(times).sorted()
  }

  var bestFigure: Figure {
    let x = times.map(Double.init)
    return Figure(
      PopulationDiversity.bestFigure, .line, title: "best so far, mean of 256 searches",
      x: Figure.Axis("evaluations", .log), y: Figure.Axis("regret", .log),
      series: [
        Figure.Series("genetic", x: x, y: times.map { best[$0 - 1] }),
        Figure.Series(
          "random", .theory, x: x,
          y: times.map { DentedBowl.random(dimensions: dimensions, places: $0) }),
      ])
  }

  var diversityFigure: Figure {
    Figure(
      PopulationDiversity.diversityFigure, .line, title: "how far members are apart",
      x: Figure.Axis("generation"), y: Figure.Axis("standard deviation"),
      series: [
        Figure.Series(
          "genetic", x: diversities.indices.map { Double($0 + 1) }, y: diversities)
      ])
  }

  var stepFigure: Figure {
    let lanes = StepLanes.regrets(
      breeding, steps: SIMD8(Self.steps), dimensions: dimensions, evaluations: evaluations,
      seed: seed)
    let regrets = Self.steps.indices.map { lanes[$0] }
    return Figure(
      PopulationDiversity.stepFigure, .scatter,
      title: "\(breeding.population) members, \(evaluations) evaluations",
      x: Figure.Axis("mutation step", .log), y: Figure.Axis("regret", .log),
      series: [
        Figure.Series("genetic", x: Self.steps, y: regrets),
        Figure.Series("random", .theory, x: [0.0003, 1], y: [randomRegret, randomRegret]),
      ], markers: [Figure.Marker("this run", x: breeding.step)])
  }
}
