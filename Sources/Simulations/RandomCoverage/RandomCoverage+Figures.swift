import Experiments

extension DrawnRanks {
  /// The numbers of draws at which searches are made for the figures.
  static let places = [1, 2, 5, 10, 20, 30, 45, 70, 85, 100]

  /// The same searches with another number of draws.
  private func drawing(_ trials: Int) -> DrawnRanks {
    DrawnRanks(Coverage(trials: trials, share: theory.share), axes: axes, seed: seed)
  }

  var chanceFigure: Figure {
    let line = (1...100).map { Coverage(trials: $0, share: theory.share) }
    return Figure(
      RandomCoverage.chanceFigure, .scatter,
      title: "chance of a setting in the best \(NumberText.shortest(theory.share))",
      x: Figure.Axis("trials"), y: Figure.Axis("share of searches"),
      series: [
        Figure.Series(
          "measured", x: Self.places.map(Double.init),
          y: Self.places.map { drawing($0).hitShare }),
        Figure.Series(
          "theory", .theory, x: line.map { Double($0.trials) }, y: line.map(\.hitChance)),
      ], markers: [Figure.Marker("this run", x: Double(theory.trials))])
  }

  var rankFigure: Figure {
    let line = (1...100).map { Coverage(trials: $0, share: theory.share) }
    return Figure(
      RandomCoverage.rankFigure, .scatter, title: "settings better than the best drawn",
      x: Figure.Axis("trials", .log), y: Figure.Axis("rank", .log),
      series: [
        Figure.Series(
          "measured", x: Self.places.map(Double.init),
          y: Self.places.map { drawing($0).meanRank }),
        Figure.Series(
          "theory", .theory, x: line.map { Double($0.trials) }, y: line.map(\.meanRank)),
      ], markers: [Figure.Marker("this run", x: Double(theory.trials))])
  }
}
