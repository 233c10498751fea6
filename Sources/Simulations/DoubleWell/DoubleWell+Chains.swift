import Experiments
import Learning
import Numerics

/// All chains of a run, begun in the poor minimum.
struct WellChains {
  let walk: NoisyWalk
  let steps: Int

  /// The share of chains on the good side after 0, 1, 2 … steps.
  let shares: [Double]

  /// Where the chains end.
  let ends: [Double]

  /// The whole way of the first chain.
  let path: [Double]

  init(_ walk: NoisyWalk, steps: Int, seed: UInt64) {
    var counts = [Int](repeating: 0, count: steps + 1)
    var ends: [Double] = []
    var path = [TiltedWells.poorMinimum]
    for chain in 0..<DoubleWell.chains {
      var stream = RandomStream(seed: seed, "order", chain)
      var place = TiltedWells.poorMinimum
      for step in 1...max(1, steps) {
        place = walk.mean(from: place) + walk.spread * stream.normal()
        if place > TiltedWells.top { counts[step] += 1 }
        if chain == 0 { path.append(place) }
      }
      ends.append(place)
    }
    self.walk = walk
    self.steps = steps
    shares = counts.map { Double($0) / Double(DoubleWell.chains) }
    self.ends = ends
    self.path = path
  }
}

extension DoubleWell {
  /// What becomes of the chains, by their share in the good valley and that of endless training.
  static func verdict(share: Double, longRun: Double) -> FindingKind {
    if share >= 0.9 { return settled }
    if share < 0.1 { return stuck }
    return share >= 0.9 * longRun ? wandering : onTheWay
  }
}

extension WellChains {
  /// What became of the chains.
  func finding(_ law: ChainLaw) -> Finding {
    let predicted = law.shares[steps]
    let measured = shares[steps]
    let longRun = walk.longRunShare
    let numbers =
      "\(Self.text(predicted)) of the chains are in the good valley by theory, "
      + "\(Self.text(measured)) measured"
    let barrier = "the barrier is \(NumberText.significant(walk.barrierOverNoise)) times the noise"

    let kind = DoubleWell.verdict(share: predicted, longRun: longRun)
    let rest =
      switch kind {
      case DoubleWell.settled: "."
      case DoubleWell.stuck: ", and most chains never left the poor valley."
      case DoubleWell.wandering:
        ", so chains leave the good valley too. Endless training would end near "
          + "\(Self.text(longRun))."
      default: ", and more steps would bring more of them over."
      }
    return Finding(
      kind, predicted: predicted, measured: measured,
      "after \(NumberText.count(steps, "step")) \(numbers): \(barrier)\(rest)")
  }

  private static func text(_ share: Double) -> String { NumberText.percent(share) }
}
