import Experiments

extension Folded {
  /// The function where it bends; sampled evenly where it bends too often.
  private static func curve(_ name: String, _ shape: FoldedShape, through layers: Int)
    -> Figure.Series
  {
    let network = shape.network(through: layers)
    let pieces = LinearPieces(of: network, over: 0...1)
    if pieces.count <= 1000 { return Figure.Series(name, x: pieces.x, y: pieces.y) }
    let x = (0...1000).map { Double($0) / 1000 }
    return Figure.Series(name, x: x, y: network.predictions(for: x))
  }

  var foldsFigure: Figure {
    Figure(
      FoldedLine.foldsFigure, .line,
      title: "\(shape.units) units in \(NumberText.count(shape.depth, "layer")): "
        + NumberText.count(pieces, "piece"),
      x: Figure.Axis("input"), y: Figure.Axis("output"),
      series: [Self.curve("depth \(shape.depth)", shape, through: shape.depth)])
  }

  var layersFigure: Figure {
    Figure(
      FoldedLine.layersFigure, .line, title: "the line after each layer",
      x: Figure.Axis("input"), y: Figure.Axis("value"),
      series: (1...min(3, shape.depth)).map { Self.curve("layer \($0)", shape, through: $0) })
  }

  var piecesFigure: Figure {
    let x = shapes.map { Double($0.depth) }
    return Figure(
      FoldedLine.piecesFigure, .scatter, title: "pieces by depth, \(shape.units) units",
      x: Figure.Axis("depth"), y: Figure.Axis("pieces", .log),
      series: [
        Figure.Series("folded, counted", x: x, y: counted.map(Double.init)),
        Figure.Series("random weights", x: x, y: random),
        Figure.Series("theory", .theory, x: x, y: shapes.map { Double($0.predictedPieces) }),
      ],
      markers: [Figure.Marker("this run", x: Double(shape.depth))])
  }
}
