import Experiments
import Numerics

@testable import Simulations

extension HalvingSearch: Claiming {
  static let claims = [
    Claim(gains) { run in
      let gap = gap(run)
      return gap < -nearness + 0.17 ? nil : "\(gap) from whole trainings"
    },
    Claim(noGain) { run in
      let gap = gap(run)
      return abs(gap) < nearness + 0.17 ? nil : "\(gap) from whole trainings"
    },
    Claim(misjudges) { run in
      let gap = gap(run)
      return gap > nearness - 0.17 ? nil : "\(gap) from whole trainings"
    },
    Claim(reversed) { run in
      // Of many trainings, those that look better at the first look end higher.
      var stream = RandomStream(seed: run.seed, "reversed")
      let root = Double(run[firstLook]).squareRoot()
      let products = (0..<40_000).map { _ in
        let end = stream.normal()
        return end * (end * (1 - run[slowStart] / root) + run[noise] / root * stream.normal())
      }
      let mean = products.reduce(0, +) / Double(products.count)
      let spread = (3 + run[noise] / root) / 200
      return mean < 3 * spread ? nil : "ends and looks go together by \(mean)"
    },
  ]

  /// How far the choice ends from that of whole trainings, measured over other seeds.
  ///
  /// A mean of 256 searches has a standard error of 1/16 at most.
  private static func gap(_ run: ClaimedRun) -> Double {
    let others = run.seeds(8)
    return others.reduce(0) { $0 + ($1[loss] ?? .nan) - ($1[wholeLoss] ?? .nan) }
      / Double(others.count)
  }
}
