import Experiments
import Learning

/// A line that every layer of a ReLU network folds, so that its pieces multiply.
///
/// A layer of w units folds the interval from 0 to 1 into w equal parts, one over the other; with
/// two units it is the tent map (Telgarsky 2016; Montúfar et al. 2014). The units are dealt out to
/// the layers as evenly as they can be. Theory is the product of the widths; measurement finds
/// every bend of the network. Networks of the same shape with random weights are counted beside it.
package enum FoldedLine: Simulation {
  package static let name = "folded-line"
  package static let summary =
    "Pieces of a piecewise linear function by depth, at an equal number of ReLU units"
  package static let usesChance = true

  // What it takes

  static let depth = Knob<Int>("depth", 1...10, default: 1, "how many hidden layers there are")
  static let units = Knob<Int>(
    "units", 10...30, default: 20, "how many ReLU units all hidden layers have together")

  package static let knobs: [any AnyKnob] = [depth, units]

  // What it gives

  static let predictedPieces = Metric(
    "predicted-pieces", "the widths of all layers multiplied", .count, isExact: true)
  static let pieces = Metric(
    "pieces", "straight pieces of the folded function from 0 to 1, counted", .count,
    theory: .exact(predictedPieces), isExact: true)
  static let shallowPieces = Metric(
    "shallow-pieces", "the same for one layer of as many units, which can have one more at most",
    .count, isExact: true)
  static let randomPieces = Metric(
    "random-pieces", "pieces with random weights from -100 to 100, mean of 16 networks")
  static let hiddenUnits = Metric(
    "hidden-units", "ReLU units in all layers together", .count, isExact: true)
  static let parameters = Metric(
    "parameters", "weights and biases of the network", .count, isExact: true)

  package static let metrics = [
    pieces, predictedPieces, shallowPieces, randomPieces, hiddenUnits, parameters,
  ]

  static let foldsFigure = FigureKind("folds", "the function of the network from 0 to 1")
  static let layersFigure = FigureKind("layers", "the line after each of the first three layers")
  static let piecesFigure = FigureKind(
    "pieces", "pieces by depth for this number of units: folded by theory, counted, and random")

  package static let figures = [foldsFigure, layersFigure, piecesFigure]

  // What it finds

  private static let counts = [pieces, predictedPieces, shallowPieces]

  static let oneLayer = FindingKind(
    "one-layer", "a single layer, whose pieces only add up", explains: counts)
  static let foldsMultiply = FindingKind(
    "folds-multiply", "more pieces than one layer of as many units can have", explains: counts)
  static let tooThin = FindingKind(
    "too-thin", "no more pieces than one layer of as many units can have: too few in a layer",
    explains: counts)
  static let chance = FindingKind(
    "random-weights", "always: what random weights make of the same shape",
    explains: [randomPieces])

  package static let findings = [oneLayer, foldsMultiply, tooThin, chance]

  // How

  /// How many random networks are counted.
  static let randomNetworks = 16

  /// Where the pieces of random networks are counted.
  static let randomRange = -100.0...100.0

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let shape = FoldedShape(depth: settings[depth], units: settings[units])
    let shapes = FoldedShape.all(units: shape.units)
    let counted = shapes.map { LinearPieces(of: $0.network, over: 0...1).count }
    let random = shapes.map { $0.meanRandomPieces(seed: seed) }
    let folded = Folded(shape: shape, shapes: shapes, counted: counted, random: random)

    var outcome = Outcome()
    outcome[pieces] = Double(folded.pieces)
    outcome[predictedPieces] = Double(shape.predictedPieces)
    outcome[shallowPieces] = Double(counted[0])
    outcome[randomPieces] = random[shape.depth - 1]
    outcome[hiddenUnits] = Double(shape.units)
    outcome[parameters] = Double(shape.network.parameters.count)
    outcome.findings = [folded.finding, folded.randomFinding]
    outcome.draw { [folded.foldsFigure, folded.layersFigure, folded.piecesFigure] }
    let evaluated = zip(shapes, counted).reduce(0) { $0 + $1.0.network.parameters.count * $1.1 }
    outcome.cost = Cost(
      multiplyAdds: evaluated,
      bytes: 8 * (shape.network.parameters.count + 4 * (counted.max() ?? 0)))
    return outcome
  }
}

extension FoldedLine {
  /// What a depth is found to be, by its pieces and the most that one layer of as many units can have.
  static func verdict(depth: Int, pieces: Int, most: Int) -> FindingKind {
    guard depth > 1 else { return oneLayer }
    return pieces > most ? foldsMultiply : tooThin
  }
}

/// One run: a shape, and what was counted at every depth of as many units.
struct Folded: Sendable {
  let shape: FoldedShape
  let shapes: [FoldedShape]

  /// Pieces of the folded function at every depth, from 1 on.
  let counted: [Int]

  /// Mean pieces of random networks at every depth, from 1 on.
  let random: [Double]

  var pieces: Int { counted[shape.depth - 1] }

  /// The most pieces that one layer of as many units can have: one, and one more for every bend.
  var most: Int { shape.units + 1 }
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
    let kind = FoldedLine.verdict(depth: shape.depth, pieces: pieces, most: most)
    if kind == FoldedLine.oneLayer {
      return finding(
        kind,
        "one layer of \(units): \(numbers), and \(most) at most, since each bends the line once.")
    }
    if kind == FoldedLine.tooThin {
      return finding(
        kind,
        "\(units) in \(shape.depth) layers make \(product): \(numbers). One layer of as many "
          + "units can have \(most).")
    }
    return finding(
      kind,
      "\(units) in \(shape.depth) layers make \(product): \(numbers), against at most \(most) "
        + "in one layer.")
  }

  var randomFinding: Finding {
    let mean = random[shape.depth - 1]
    let few = shape.depth > 1 && mean <= 0.5 * Double(pieces)
    return Finding(
      FoldedLine.chance, predicted: nil, measured: mean,
      "\(FoldedLine.randomNetworks) networks of the same shape with random weights have "
        + "\(NumberText.significant(mean)) pieces on average"
        + (few ? ": depth makes many pieces possible, not usual." : "."))
  }
}
