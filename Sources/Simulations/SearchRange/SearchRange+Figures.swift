import Experiments

extension RangeSearches {
  /// The numbers of draws of which the figure of widths has a line each.
  static let trials = [3, 10, 30, 100]

  /// The widths of that figure, in decades.
  static let widths = Spacing.values(25, over: 0.2...5, .linear)

  /// Chance by width, for ranges that reach as far to both sides of the guess.
  var widthFigure: Figure {
    let lines = Self.trials.map { trials in
      Figure.Series(
        NumberText.count(trials, "draw"), .theory, x: Self.widths,
        y: Self.widths.map { width in
          let reach = Decades.power(width / 2)
          let range = DrawnRange(
            low: belief.guess / reach, high: belief.guess * reach, scale: range.scale,
            trials: trials, factor: range.factor)
          return range.hitChance(belief)
        })
    }
    let width = range.isEmpty ? 0 : Decades.count(range.high / range.low)
    let share = Double(hits) / Double(SearchRange.searches)
    return Figure(
      SearchRange.widthFigure, .scatter, title: "chance of a good value around the guess",
      x: Figure.Axis("width in decades"), y: Figure.Axis("share of searches", domain: 0...1),
      series: [Figure.Series("this run", x: [width], y: [share])] + lines)
  }

  /// The places of the best value at which both scales are compared.
  static let places = Spacing.values(121, over: 1e-5...1, .log)

  /// Chance by the best value where that is known.
  var placeFigure: Figure {
    func line(_ name: String, _ scale: SearchRange.Spread) -> Figure.Series {
      Figure.Series(
        name, .theory, x: Self.places,
        y: Self.places.map { range.spread(scale).hitChance(best: $0) })
    }
    return Figure(
      SearchRange.placeFigure, .line,
      title: "chance of a good value in \(NumberText.count(range.trials, "draw"))",
      x: Figure.Axis("best value", .log), y: Figure.Axis("chance", domain: 0...1),
      series: [line("by ratio", .log), line("by difference", .uniform)],
      markers: [Figure.Marker("guess", x: belief.guess)])
  }
}
