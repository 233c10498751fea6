import Experiments
import Numerics

/// Two trainings, judged by one look before their end.
///
/// What is seen of a training whose loss will be a is a(1 − κ/√r) + τz/√r after r epochs, where z is a
/// standard normal draw: ever less noise, and ever more of what it will be. κ is the slow start: those
/// that end well begin badly, and for κ above √r a look has the ranks reversed. 4,096 pairs are looked
/// at and compared with the exact chance.
package enum EarlyLook: Simulation {
  package static let name = "early-look"
  package static let summary =
    "Two trainings judged before their end: how often an early look keeps the better one"
  package static let usesChance = true

  /// How many pairs are looked at.
  static let pairs = 4096

  /// The epochs of a whole training.
  static let whole = 81

  /// The chance from which on a look counts as telling.
  static let telling = 0.75

  // What it takes

  static let epochs = Knob<Int>(
    "epochs", 1...81, .log, default: 9, "after how many of the 81 epochs the pair is looked at")
  static let gap = Knob<Double>(
    "gap", .log(0.1...3), default: 0.5, "by how much the better one's loss is lower at the end")
  static let slowStart = Knob<Double>(
    "slow-start", .linear(0...2), default: 0,
    "how much those that end well lag behind at first; above √epochs ranks are reversed")
  static let noise = Knob<Double>(
    "noise", .log(0.3...3), default: 1.5, "standard deviation of a look after one epoch")

  package static let knobs: [any AnyKnob] = [epochs, gap, slowStart, noise]

  // What it gives

  static let predictedKeptShare = Metric(
    "predicted-kept-share", "the chance that the better one looks better",
    .fixed(decimals: 3), isExact: true, kind: .share)
  static let keptShare = Metric(
    "kept-share", "share of 4,096 pairs of which the better one looks better",
    .fixed(decimals: 3), theory: .expectation(predictedKeptShare), better: .higher, kind: .share)

  package static let metrics = [keptShare, predictedKeptShare]

  static let lookFigure = FigureKind("look", "how often the better one is kept, by epochs")

  package static let figures = [lookFigure]

  // What it finds

  static let misleads = FindingKind(
    "misleads", "the better one is likelier to be dropped: the look has the ranks reversed")
  static let tellsLittle = FindingKind(
    "tells-little", "the better one is kept with a chance of 0.5 to 0.75")
  static let tells = FindingKind("tells", "the better one is kept with a chance of 0.75 or more")

  package static let findings = [misleads, tellsLittle, tells]

  /// What a look is found to be, by the chance that it keeps the better one.
  static func verdict(chance: Double) -> FindingKind {
    chance < 0.5 ? misleads : chance < telling ? tellsLittle : tells
  }

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let pairs = LookedAt(
      gap: settings[gap], curve: Curve(settings[slowStart], settings[noise]), seed: seed)
    let epochs = settings[epochs]
    let (predicted, measured) = (pairs.chance(after: epochs), pairs.keptShare(after: epochs))
    var outcome = Outcome()
    outcome[keptShare] = measured
    outcome[predictedKeptShare] = predicted
    outcome.findings = [pairs.finding(after: epochs)]
    outcome.draw { [pairs.figure(markedAt: epochs)] }
    outcome.cost = Cost(multiplyAdds: 2 * Self.pairs, bytes: 16 * Self.pairs)
    return outcome
  }
}
