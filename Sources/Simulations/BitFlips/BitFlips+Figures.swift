import Experiments

extension BitReport {
  /// The rates and the lengths at which searches are made for the figures.
  static let rates = [0.002, 0.005, 0.01, 0.02, 0.035, 0.05, 0.1, 0.2, 0.5]
  static let lengths = [5, 10, 20, 30, 40, 50]

  var rateFigure: Figure {
    let line = Spacing.values(33, over: 0.002...0.5, .log)
    func expected(_ rate: Double) -> Double {
      ZerosChain(length: chain.length, rate: rate).givenUp(after: BitFlips.mostCopies).copies
    }
    func measured(_ rate: Double) -> Double {
      rate == chain.rate
        ? searches.mean : BitSearches(length: chain.length, rate: rate, seed: searches.seed).mean
    }
    return Figure(
      BitFlips.rateFigure, .scatter, title: "copies until all \(chain.length) bits are ones",
      x: Figure.Axis("mutation rate", .log), y: Figure.Axis("evaluations", .log),
      series: [
        Figure.Series("measured", x: Self.rates, y: Self.rates.map(measured)),
        Figure.Series("expected", .theory, x: line, y: line.map(expected)),
      ],
      markers: [Figure.Marker("this run", x: chain.rate)])
  }

  var lengthFigure: Figure {
    let line = Array(5...50)
    func curve(_ name: String, _ value: (Int) -> Double) -> Figure.Series {
      Figure.Series(name, .theory, x: line.map(Double.init), y: line.map(value))
    }
    return Figure(
      BitFlips.lengthFigure, .scatter, title: "copies at a mutation rate of 1/length",
      x: Figure.Axis("length"), y: Figure.Axis("evaluations"),
      series: [
        Figure.Series(
          "measured", x: Self.lengths.map(Double.init),
          y: Self.lengths.map {
            BitSearches(length: $0, rate: 1 / Double($0), seed: searches.seed).mean
          }),
        curve("exact") { ZerosChain(length: $0, rate: 1 / Double($0)).endless },
        curve("long strings") { ZerosChain.longString(length: $0) },
        curve("bound e·n·Hₙ") { ZerosChain.bound(length: $0) },
      ],
      markers: [Figure.Marker("this run", x: Double(chain.length))])
  }
}
