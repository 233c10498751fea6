import Experiments
import Learning

@testable import Simulations

extension FoldedLine: Claiming {
  static let claims = [
    Claim(oneLayer) { run in
      if Int(run[pieces] ?? 0) != bends(run) { return "\(bends(run)) pieces on a grid" }
      return shallowFault(run)
    },
    Claim(foldsMultiply) { run in
      if Int(run[pieces] ?? 0) <= run[units] + 1 { return "one layer can have as many" }
      let folded = (run[pieces] ?? 0) == (run[predictedPieces] ?? 0)
      return folded ? shallowFault(run) : "the product is not what is counted"
    },
    Claim(tooThin) { run in
      if Int(run[pieces] ?? 0) > run[units] + 1 { return "one layer cannot have as many" }
      if Int(run[pieces] ?? 0) != bends(run) { return "\(bends(run)) pieces on a grid" }
      // The remedy: fewer and wider layers of as many units.
      let wider = try run.turning(depth, to: 3)
      if wider[pieces] ?? 0 <= run[pieces] ?? 0 { return "three layers have no more" }
      return shallowFault(run)
    },
    Claim(chance) { run in
      let means = run.seeds(4).compactMap { $0[randomPieces] }
      let mean = means.reduce(0, +) / 4
      let saysFew = run.finding.message.contains("not usual")
      if saysFew, mean > 0.6 * (run[pieces] ?? 0) { return "\(mean) pieces on other seeds" }
      let ratio = mean / (run[randomPieces] ?? 0)
      return (0.4...2.5).contains(ratio) ? nil : "\(mean) pieces on other seeds"
    },
  ]

  /// Whether the number that one layer is said to have at most is another.
  private static func shallowFault(_ run: ClaimedRun) -> String? {
    let most = mostOfOneLayer(run[units])
    let says = ["\(most) at most", "can have \(most)", "at most \(most)"]
    return says.contains(where: run.finding.message.contains) ? nil : "one layer can have \(most)"
  }

  /// The pieces of a layer whose every unit bends somewhere inside: counted, not reckoned.
  private static func mostOfOneLayer(_ units: Int) -> Int {
    let bends = (0..<units).map { (Double($0) + 0.5) / Double(units) }
    let sums = (0...4000).map { place -> Double in
      let x = Double(place) / 4000
      return bends.reduce(0) { $0 + max(0, x - $1) }
    }
    return turns(sums) + 1
  }

  /// The pieces of the folded line on a grid on which each of its bends falls.
  private static func bends(_ run: ClaimedRun) -> Int {
    let shape = FoldedShape(depth: run[depth], units: run[units])
    let cells = 8 * shape.widths.reduce(1, *)
    let x = (0...cells).map { Double($0) / Double(cells) }
    return turns(shape.network.predictions(for: x)) + 1
  }

  /// How often neighbouring differences differ, next to one another once.
  private static func turns(_ values: [Double]) -> Int {
    let steps = zip(values, values.dropFirst()).map { $1 - $0 }
    let largest = steps.map { abs($0) }.max() ?? 0
    var (count, wasTurn) = (0, false)
    for (one, next) in zip(steps, steps.dropFirst()) {
      let isTurn = abs(next - one) > 1e-6 * largest
      if isTurn, !wasTurn { count += 1 }
      wasTurn = isTurn
    }
    return count
  }
}
