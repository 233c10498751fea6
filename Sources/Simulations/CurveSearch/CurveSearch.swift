import Experiments
import Tuning

/// Looking for the lowest point of unknown curves by a model of what was seen.
///
/// Curves are drawn from a Gaussian process on 101 points of [0, 1], with variance 1 and Matérn's kernel
/// of one length-scale that nobody is told. A model with a length-scale of its own says what to expect of
/// every point, and a rule makes one number of mean and deviation: the point with the most is looked at
/// next, none twice. 64 curves are searched and compared with random looks at the same curves.
package enum CurveSearch: SharingSimulation {
  package static let name = "curve-search"
  package static let summary =
    "Searching unknown curves by a Gaussian process: how smooth it takes them to be, how it explores"
  package static let usesChance = true

  /// How many curves are searched.
  static let curves = 64

  /// The length-scale that the curves are drawn with.
  static let trueLength = 0.15

  /// What a model takes for the variance of noise, so that rounding never tells.
  static let noise = 1e-6

  /// What decides where to look next.
  enum Rule: String, CaseIterable, KnobValue {
    /// The lowest value of mean − κ · deviation.
    case lowerBound = "lower-bound"
    /// By how much the best so far is expected to be improved.
    case improvement
    /// How likely the best so far is to be improved.
    case probability
  }

  // What it takes

  static let lengthScale = Knob<Double>(
    "length-scale", .log(0.03...3), default: 1,
    "the distance over which the model expects values to be alike")
  static let exploration = Knob<Double>(
    "exploration", .log(0.03...100), default: 1,
    "κ of lower-bound: what a standard deviation is worth")
  static let rule = Knob<Rule>("rule", default: .lowerBound, "what decides where to look next")
  static let margin = Knob<Double>(
    "margin", .linear(0...1), default: 0,
    "by how much improvement and probability want the best to be improved at least")
  static let looks = Knob<Int>("looks", 2...30, default: 12, "how many points are looked at")

  package static let knobs: [any AnyKnob] = [lengthScale, exploration, rule, margin, looks]

  /// The curves are the same whatever they are searched by.
  package static let sharing = knobs

  // What it gives

  static let regret = Metric(
    "regret", "how far the best look is above the lowest point, mean of 64 curves", better: .lower)
  static let predictedRandomRegret = Metric(
    "predicted-random-regret", "what random-regret is in expectation on these curves")
  static let randomRegret = Metric(
    "random-regret", "what as many random looks leave, mean of 64 curves",
    theory: .expectation(predictedRandomRegret), better: .lower)
  static let found = Metric(
    "found", "share of the curves whose lowest point was looked at", .fixed(decimals: 3),
    better: .higher, kind: .share)
  static let coverage = Metric(
    "coverage",
    "share of the points never looked at that lie within 2 deviations of the mean",
    .fixed(decimals: 3), kind: .share)

  package static let metrics = [regret, randomRegret, predictedRandomRegret, found, coverage]

  static let curveFigure = FigureKind("curve", "one of the curves, the looks, and the model then")
  static let hopeFigure = FigureKind("hope", "what the rule hopes for of every point after that")
  static let looksFigure = FigureKind("looks", "regret by the number of looks")

  package static let figures = [curveFigure, hopeFigure, looksFigure]
  package static let time: (any AnyKnob)? = looks
  package static let timeFigures = [looksFigure]

  // What it finds

  static let beatsRandom = FindingKind(
    "beats-random", "the regret is below what random looks leave in expectation",
    explains: [regret, randomRegret, predictedRandomRegret, found])
  static let losesToRandom = FindingKind(
    "loses-to-random", "the regret is not below what random looks leave in expectation",
    explains: [regret, randomRegret, predictedRandomRegret, found])
  static let tooSure = FindingKind(
    "too-sure", "under nine tenths of the points are within 2 deviations", explains: [coverage])
  static let calibrated = FindingKind(
    "calibrated", "nine tenths of the points are within 2 deviations, or up to 98 %",
    explains: [coverage])
  static let tooUnsure = FindingKind(
    "too-unsure", "over 98 % of the points are within 2 deviations", explains: [coverage])

  package static let findings = [beatsRandom, losesToRandom, tooSure, calibrated, tooUnsure]

  /// The knobs that the rule does not read.
  package static func idleKnobs(_ settings: Settings) -> Set<String> {
    settings[rule] == .lowerBound ? [margin.name] : [exploration.name]
  }

  // How

  package static func runs(_ all: [Settings], seed: UInt64) -> [Outcome] {
    let curves = (0..<curves).map { DrawnCurve(seed: seed, $0) }
    return all.map { outcome(CurveHunt($0, curves: curves, seed: seed)) }
  }

  private static func outcome(_ hunt: CurveHunt) -> Outcome {
    let ends = hunt.ends
    var outcome = Outcome()
    for (metric, value) in ends.values { outcome[metric] = value }
    outcome.findings = ends.findings
    outcome.draw { [hunt.curveFigure, hunt.hopeFigure, hunt.looksFigure] }
    let (points, looks) = (Lattice.points, hunt.looks)
    outcome.cost = Cost(
      updates: curves * looks,
      multiplyAdds: curves * points * (points / 2 + looks * (looks / 2 + 12)),
      bytes: 8 * points * (2 * curves + points + looks))
    return outcome
  }
}
