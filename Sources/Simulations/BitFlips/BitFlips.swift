import Experiments

/// Evolution in its simplest form: one string of bits, one changed copy at a time.
///
/// The string begins at random and counts its ones. Every bit of a copy is flipped with the same chance,
/// the mutation rate, and the copy takes the string's place if it has no fewer ones, until all bits are
/// ones (the (1+1) evolutionary algorithm on OneMax). The number of zeros is a Markov chain, so that the
/// expected number of copies is known exactly.
package enum BitFlips: Simulation {
  package static let name = "bit-flips"
  package static let summary =
    "A string of bits that is copied with random flips until all are ones: how many copies it takes"
  package static let usesChance = true

  /// How many searches are made.
  static let searches = 256

  /// The most copies of a search.
  static let mostCopies = 5000

  // What it takes

  static let length = Knob<Int>("length", 5...50, default: 20, "how many bits the string has")
  static let mutationRate = Knob<Double>(
    "mutation-rate", .log(0.002...0.5), default: 0.01, "the chance that a bit of a copy is flipped")

  package static let knobs: [any AnyKnob] = [length, mutationRate]

  // What it gives

  static let predictedEvaluations = Metric(
    "predicted-evaluations", "what evaluations is in expectation, given up at 5,000 too",
    isExact: true)
  static let evaluations = Metric(
    "evaluations",
    "copies until all bits are ones, or 5,000 where they are not by then, mean of 256",
    theory: .expectation(predictedEvaluations), better: .lower)
  static let predictedFound = Metric(
    "predicted-found-share", "what found-share is in expectation", .fixed(decimals: 3),
    isExact: true, kind: .share)
  static let found = Metric(
    "found-share", "share of the searches that come to all ones within 5,000 copies",
    .fixed(decimals: 3), theory: .expectation(predictedFound), better: .higher, kind: .share)
  static let levelBound = Metric(
    "level-bound", "Hₙ/(r(1 − r)ⁿ⁻¹) for a rate r: one zero lost at a time, by one flip alone",
    isExact: true)
  static let endlessEvaluations = Metric(
    "endless-evaluations", "expected number of copies if nothing is given up",
    theory: .upperBound(levelBound), better: .lower, isExact: true)
  static let leastEvaluations = Metric(
    "least-evaluations", "endless-evaluations at the best mutation rate of all", isExact: true)
  static let flips = Metric(
    "flips", "bits of a copy that are flipped on average: length times rate", isExact: true)

  package static let metrics = [
    evaluations, predictedEvaluations, found, predictedFound, endlessEvaluations, levelBound,
    leastEvaluations, flips,
  ]

  static let rateFigure = FigureKind("rate", "evaluations by mutation rate")
  static let lengthFigure = FigureKind(
    "length", "evaluations by length at a rate of one bit a copy, with two formulas")

  package static let figures = [rateFigure, lengthFigure]

  // What it finds

  private static let times = [evaluations, predictedEvaluations, endlessEvaluations]

  static let tooTimid = FindingKind(
    "too-timid", "over a quarter more copies than at the best rate, which is higher",
    explains: times + [flips])
  static let tooWild = FindingKind(
    "too-wild", "over a quarter more copies than at the best rate, which is lower",
    explains: times + [flips])
  static let aboutRight = FindingKind(
    "about-right", "at most a quarter more copies than at the best rate", explains: times)
  static let givenUp = FindingKind(
    "given-up", "over a hundredth of the searches are given up in expectation",
    explains: [evaluations, predictedEvaluations, found])

  package static let findings = [tooTimid, tooWild, aboutRight, givenUp]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let chain = ZerosChain(length: settings[length], rate: settings[mutationRate])
    let searches = BitSearches(length: chain.length, rate: chain.rate, seed: seed)
    let report = BitReport(chain: chain, searches: searches)
    var outcome = Outcome()
    for (metric, value) in report.values { outcome[metric] = value }
    outcome.findings = report.findings
    outcome.draw { [report.rateFigure, report.lengthFigure] }
    let copies = searches.copies.reduce(0, +)
    let states = chain.length * chain.length
    outcome.cost = Cost(
      updates: copies, multiplyAdds: 8 * copies + states * (mostCopies / 2 + 10 * chain.length),
      bytes: 8 * (Self.searches + 3 * states))
    return outcome
  }
}
