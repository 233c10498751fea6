import Experiments
import Numerics

@testable import Simulations

extension PromisedQuality: Claiming {
  static let claims = [
    Claim(mostlyQuality) { run in
      let share = shareOfQuality(run)
      return share > 0.5 - 0.03 ? nil : "quality makes \(share) of the scores' variance"
    },
    Claim(mostlyLuck) { run in
      let share = shareOfQuality(run)
      return share < 0.5 + 0.03 ? nil : "quality makes \(share) of the scores' variance"
    },
  ]

  /// The squared correlation of scores and qualities, of trials drawn row by row.
  private static func shareOfQuality(_ run: ClaimedRun) -> Double {
    var stream = RandomStream(seed: run.seed, "rows")
    let rows = run[rows]
    let drawn = (0..<4000).map { _ in
      let quality = stream.normal()
      // Up to forty rows one by one, the rest by their sum.
      let single = min(rows, 40)
      let alone = (0..<single).reduce(0) { sum, _ in sum + stream.normal() }
      let rest = Double(rows - single).squareRoot() * stream.normal()
      return (quality, quality + 20.0.squareRoot() * (alone + rest) / Double(rows))
    }
    let product = drawn.reduce(0) { $0 + $1.0 * $1.1 }
    let squares = drawn.reduce((0, 0)) { ($0.0 + $1.0 * $1.0, $0.1 + $1.1 * $1.1) }
    return product * product / (squares.0 * squares.1)
  }
}
