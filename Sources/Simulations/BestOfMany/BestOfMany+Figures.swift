import Experiments

extension CoinSearch {
  /// The numbers of settings at which searches are made for the figure.
  static let settingPlaces = [1, 3, 10, 30, 100, 300]

  /// The numbers of rows at which searches are made for the figure.
  static let rowPlaces = [50, 100, 200, 500, 1000, 2000, 5000]

  var settingsFigure: Figure {
    let searches = Self.settingPlaces.map { CoinSearch(settings: $0, rows: rows, seed: seed) }
    let x = Self.settingPlaces.map(Double.init)
    let coins = FairCoins(rows: rows)
    let line = Array(1...300)
    return Figure(
      BestOfMany.settingsFigure, .scatter, title: "scores of the chosen setting, \(rows) rows",
      x: Figure.Axis("settings", .log), y: Figure.Axis("share right"),
      series: [
        Figure.Series("rows it was chosen by", x: x, y: searches.map(\.bestScore)),
        Figure.Series("other rows", x: x, y: searches.map(\.freshScore)),
        Figure.Series(
          "theory", .theory, x: line.map(Double.init), y: line.map { coins.expectedBest(of: $0) }),
        Figure.Series("true", .theory, x: [1, 300], y: [0.5, 0.5]),
      ], markers: [Figure.Marker("this run", x: Double(settings))])
  }

  var rowsFigure: Figure {
    let searches = Self.rowPlaces.map { CoinSearch(settings: settings, rows: $0, seed: seed) }
    let line = Spacing.values(61, over: 50...5000, .log).map { Int($0.rounded()) }
    let x = Self.rowPlaces.map(Double.init)
    return Figure(
      BestOfMany.rowsFigure, .scatter, title: "optimism of the best of \(settings)",
      x: Figure.Axis("rows", .log), y: Figure.Axis("best score − 0.5"),
      series: [
        Figure.Series("measured", x: x, y: searches.map { $0.bestScore - 0.5 }),
        Figure.Series(
          "theory", .theory, x: line.map(Double.init),
          y: line.map { FairCoins(rows: $0).expectedBest(of: settings) - 0.5 }),
      ], markers: [Figure.Marker("this run", x: Double(rows))])
  }
}
