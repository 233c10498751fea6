import Experiments

extension CurveHunt {
  /// The most looks that are drawn.
  static let looksInFigure = 30

  /// The first curve, its looks, and what the model says of it in the end.
  var curveFigure: Figure {
    let (curve, trail) = (curves[0], trail(on: 0, looks: looks))
    let points = Array(0..<Lattice.points)
    let x = points.map(Lattice.place)
    let seen = trail.looks.sorted()
    func band(_ deviations: Double) -> [Double] {
      points.map { trail.model.means[$0] + deviations * trail.model.deviation($0) }
    }
    return Figure(
      CurveSearch.curveFigure, .scatter,
      title: "one curve after \(NumberText.count(looks, "look"))", x: Figure.Axis("x"),
      y: Figure.Axis("value"),
      series: [
        Figure.Series("looks", x: seen.map(Lattice.place), y: seen.map { curve.values[$0] }),
        Figure.Series("curve", .theory, x: x, y: curve.values),
        Figure.Series("mean − 2 deviations", .theory, x: x, y: band(-2)),
        Figure.Series("mean + 2 deviations", .theory, x: x, y: band(2)),
      ])
  }

  /// What the rule hopes for of every point of that curve, and where it would look next.
  var hopeFigure: Figure {
    let trail = trail(on: 0, looks: looks)
    let label =
      switch acquisition {
      case .lowerConfidenceBound: "κ · deviation − mean"
      case .expectedImprovement: "expected improvement"
      case .probabilityOfImprovement: "probability of improvement"
      }
    let points = Array(0..<Lattice.points)
    return Figure(
      CurveSearch.hopeFigure, .line, title: "what is hoped for of a look at each point",
      x: Figure.Axis("x"), y: Figure.Axis(label),
      series: [
        Figure.Series(
          label, x: points.map(Lattice.place),
          y: points.map { trail.isSeen[$0] ? .nan : hope($0, after: trail) })
      ],
      markers: [Figure.Marker("next look", x: Lattice.place(next(after: trail)))])
  }

  /// Mean regret after every number of looks.
  var looksFigure: Figure {
    let counts = Array(2...Self.looksInFigure)
    var (measured, random) = (counts.map { _ in 0.0 }, counts.map { _ in 0.0 })
    for (number, curve) in curves.enumerated() {
      let trail = trail(on: number, looks: Self.looksInFigure)
      for (place, count) in counts.enumerated() {
        measured[place] += trail.regrets[count - 1] / Double(curves.count)
        random[place] += curve.randomRegret(after: count) / Double(curves.count)
      }
    }
    let x = counts.map(Double.init)
    return Figure(
      CurveSearch.looksFigure, .line, title: "regret by looks, mean of 64 curves",
      x: Figure.Axis("looks"), y: Figure.Axis("regret"),
      series: [
        Figure.Series("regret", x: x, y: measured),
        Figure.Series("random", .theory, x: x, y: random),
      ],
      markers: [Figure.Marker("this run", x: Double(looks))])
  }
}
