import Experiments

/// One run: a shape, and what was counted at every depth of as many units.
struct Folded: Sendable {
  let shape: FoldedShape
  let shapes: [FoldedShape]

  /// Pieces of the folded function at every depth, from 1 on.
  let counted: [Int]

  /// Mean pieces of random networks at every depth, from 1 on.
  let random: [Double]

  var pieces: Int { counted[shape.depth - 1] }
}

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

// What was found, in words

extension Folded {
  var finding: Finding {
    let product = shape.widths.map(String.init).joined(separator: "·")
    let numbers =
      "\(NumberText.count(shape.predictedPieces, "piece")) by theory, \(pieces) counted"
    let units = NumberText.count(shape.units, "unit")

    func finding(_ kind: FindingKind, _ message: String) -> Finding {
      Finding(
        kind, predicted: Double(shape.predictedPieces), measured: Double(pieces), message)
    }
    guard shape.depth > 1 else {
      return finding(
        FoldedLine.oneLayer, "one layer of \(units): each adds a piece, \(numbers).")
    }
    guard pieces > counted[0] else {
      return finding(
        FoldedLine.tooThin,
        "\(units) in \(shape.depth) layers make \(product): \(numbers). One layer of as many "
          + "units has \(counted[0]).")
    }
    return finding(
      FoldedLine.foldsMultiply,
      "\(units) in \(shape.depth) layers make \(product): \(numbers), against \(counted[0]) in one "
        + "layer.")
  }

  var randomFinding: Finding {
    let mean = random[shape.depth - 1]
    return Finding(
      FoldedLine.chance, predicted: nil, measured: mean,
      "With random weights the same shape has \(NumberText.significant(mean)) pieces on average"
        + (shape.depth == 1 ? "." : ": depth makes many pieces possible, not usual."))
  }
}
