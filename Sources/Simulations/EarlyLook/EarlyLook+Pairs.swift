import Experiments
import Numerics

/// Pairs of trainings with a gap between them, of which each is looked at.
struct LookedAt {
  let gap: Double
  let curve: EarlyLook.Curve

  /// What blurs the look at the better one, and at the other.
  private let draws: [Double]

  init(gap: Double, curve: EarlyLook.Curve, seed: UInt64) {
    var stream = RandomStream(seed: seed, "looks")
    self.gap = gap
    self.curve = curve
    draws = stream.normals(2 * EarlyLook.pairs)
  }

  /// The share of pairs of which the better one looks better.
  func keptShare(after epochs: Int) -> Double {
    let lead = gap * curve.shown(after: Double(epochs))
    let blur = curve.blur(after: Double(epochs))
    let kept = (0..<EarlyLook.pairs).count {
      blur * draws[2 * $0] < lead + blur * draws[2 * $0 + 1]
    }
    return Double(kept) / Double(EarlyLook.pairs)
  }

  func finding(after epochs: Int) -> Finding {
    let (chance, measured) = (chance(after: epochs), keptShare(after: epochs))
    let kind = EarlyLook.verdict(chance: chance)
    let how =
      switch kind {
      case EarlyLook.misleads: "the look misleads"
      case EarlyLook.tellsLittle: "the look tells little"
      default: "the look tells the two apart"
      }
    func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }
    return Finding(
      kind, predicted: chance, measured: measured,
      "\(how): after \(NumberText.count(epochs, "epoch")) of \(EarlyLook.whole) the better one is kept "
        + "with a chance of \(text(chance)), and was in \(text(measured)) of the pairs.")
  }

  func figure(markedAt epochs: Int) -> Figure {
    let dots = [1, 2, 3, 5, 9, 15, 27, 45, 81]
    let line = Array(1...EarlyLook.whole)
    return Figure(
      EarlyLook.lookFigure, .scatter, title: "how often the better one is kept",
      x: Figure.Axis("epochs", .log), y: Figure.Axis("share kept"),
      series: [
        Figure.Series("pairs", x: dots.map(Double.init), y: dots.map(keptShare)),
        Figure.Series("theory", .theory, x: line.map(Double.init), y: line.map(chance)),
        Figure.Series("a coin", .theory, x: [1, Double(EarlyLook.whole)], y: [0.5, 0.5]),
      ], markers: [Figure.Marker("this look", x: Double(epochs))])
  }
}
