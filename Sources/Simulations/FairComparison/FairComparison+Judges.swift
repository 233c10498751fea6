import Experiments
import Numerics

/// Those who compare two settings by the means of some runs.
struct Judges {
  /// How many of them there are.
  static let comparisons = 1000

  let gap: Double
  let deviation: Double
  let correlation: Double
  let seed: UInt64

  /// The shares of judges by what they see.
  struct Verdicts {
    var right = 0.0
    var tied = 0.0
    var wrong = 0.0
  }

  /// What all see after 1, 2, 3 … runs of each setting.
  func verdicts(upTo runs: Int, _ pairing: FairComparison.Pairing) -> [Verdicts] {
    let (common, own) = (
      FairComparison.rows * deviation * Elementary.squareRoot(correlation),
      FairComparison.rows * deviation * Elementary.squareRoot(1 - correlation)
    )
    var all = [Verdicts](repeating: Verdicts(), count: runs)
    let share = 1 / Double(Self.comparisons)
    for number in 0..<Self.comparisons {
      // What is left over of true accuracies in whole rows, so that none is favoured by rounding.
      var levels = RandomStream(seed: seed, "level", number)
      let level = levels.uniform()
      func draws(_ name: String) -> [Double] {
        var stream = RandomStream(seed: seed, name, number)
        return stream.normals(runs)
      }
      let splits = draws("splits")
      let others = pairing == .same ? splits : draws("other splits")
      let (better, worse) = (draws("better"), draws("worse"))
      var ahead = 0.0
      for run in 0..<runs {
        let high = level + FairComparison.rows * gap + common * splits[run] + own * better[run]
        let low = level + common * others[run] + own * worse[run]
        ahead += high.rounded() - low.rounded()
        if ahead > 0 {
          all[run].right += share
        } else if ahead < 0 {
          all[run].wrong += share
        } else {
          all[run].tied += share
        }
      }
    }
    return all
  }

  /// The chance that the better setting is ahead after some runs of each: it has to be a whole row.
  ///
  /// The difference of two accuracies has a variance of 2σ²(1 − ρ) on the same split and 2σ² on
  /// different ones, and rounding each to whole rows adds 1/12 of a row squared; that of means of r runs
  /// is nearly normal with an r-th of it. Means are apart by multiples of 1/(60r), and half of one is
  /// the border between a tie and a lead.
  func chance(_ runs: Int, _ pairing: FairComparison.Pairing) -> Double {
    let count = Double(runs)
    let left = pairing == .same ? 1 - correlation : 1
    let border = 0.5 / (FairComparison.rows * count)
    let rounding = 1 / (6 * FairComparison.rows * FairComparison.rows)
    let variance = 2 * left * deviation * deviation + rounding
    return Elementary.normalDistribution(
      (gap - border) * Elementary.squareRoot(count / variance))
  }

  /// What a comparison is found to be, by its chance of the right order.
  static func verdict(chance: Double) -> FindingKind {
    chance >= FairComparison.reliability ? FairComparison.reliable : FairComparison.unreliable
  }

  func finding(_ runs: Int, predicted: Double, measured: Double) -> Finding {
    let kind = Self.verdict(chance: predicted)
    return Finding(
      kind, predicted: predicted, measured: measured,
      "\(kind.code): after \(NumberText.count(runs, "run")) of each the better setting is ahead "
        + "in \(NumberText.fixed(measured, decimals: 3)) of the comparisons, about "
        + "\(NumberText.fixed(predicted, decimals: 3)) by theory.")
  }

  func figure(markedAt runs: Int) -> Figure {
    let places = Array(1...30)
    let x = places.map(Double.init)
    let series = FairComparison.Pairing.allCases.flatMap { pairing in
      [
        Figure.Series(
          "\(pairing.rawValue) splits", x: x,
          y: verdicts(upTo: places.count, pairing).map(\.right)),
        Figure.Series(
          "\(pairing.rawValue), theory", .theory, x: x, y: places.map { chance($0, pairing) }),
      ]
    }
    return Figure(
      FairComparison.runsFigure, .scatter, title: "the better of two settings is ahead",
      x: Figure.Axis("runs"), y: Figure.Axis("chance"), series: series,
      markers: [Figure.Marker("this run", x: Double(runs))])
  }
}
