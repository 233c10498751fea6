import Experiments

/// What searches are measured by and found to be.
struct BitReport {
  let chain: ZerosChain
  let searches: BitSearches
  private let expected: (copies: Double, chance: Double)
  private let best: ZerosChain

  init(chain: ZerosChain, searches: BitSearches) {
    self.chain = chain
    self.searches = searches
    expected = chain.givenUp(after: BitFlips.mostCopies)
    best = ZerosChain.best(length: chain.length)
  }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    [
      (BitFlips.evaluations, searches.mean),
      (BitFlips.predictedEvaluations, expected.copies),
      (BitFlips.found, Double(searches.found) / Double(BitFlips.searches)),
      (BitFlips.predictedFound, 1 - expected.chance),
      (BitFlips.endlessEvaluations, chain.endless),
      (BitFlips.levelBound, chain.levelBound),
      (BitFlips.leastEvaluations, best.endless),
      (BitFlips.flips, chain.rate * Double(chain.length)),
    ]
  }

  var findings: [Finding] {
    let kind = BitFlips.verdict(
      copies: chain.endless, least: best.endless, rate: chain.rate, best: best.rate)
    let taken =
      "\(text(searches.mean)) copies measured, \(text(expected.copies)) expected; at the best rate it is "
      + "\(text(best.endless))."
    let words =
      switch kind {
      case BitFlips.tooTimid: "Most copies change nothing: "
      case BitFlips.tooWild: "Most copies spoil more than they gain: "
      default: ""
      }
    var findings = [
      Finding(kind, predicted: expected.copies, measured: searches.mean, words + taken)
    ]
    if BitFlips.isGivenUp(chance: expected.chance) {
      let left = BitFlips.searches - searches.found
      findings.append(
        Finding(
          BitFlips.givenUp, predicted: expected.chance,
          measured: Double(left) / Double(BitFlips.searches),
          "\(left) of \(BitFlips.searches) searches are given up after "
            + "\(NumberText.shortest(Double(BitFlips.mostCopies))) copies; without an end they would take "
            + "\(text(chain.endless)) on average."))
    }
    return findings
  }

  private func text(_ value: Double) -> String { NumberText.significant(value) }
}

extension BitFlips {
  /// Whether so many searches are given up, in expectation, that it has to be said.
  static func isGivenUp(chance: Double) -> Bool { chance > 0.01 }
}
