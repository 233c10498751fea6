import Experiments

@testable import Simulations

extension JointEffect: Claiming {
  static let claims = [
    Claim(overshoots) { run in
      let (better, both) = try errors(run)
      return both > 1.5 * better ? nil : "\(both) together, \(better) alone"
    },
    Claim(addsUp) { run in
      let (better, both) = try errors(run)
      return both < 3 * better ? nil : "\(both) together, \(better) alone"
    },
    Claim(shares) { run in
      let shares = [rateShare, batchShare, jointShare].map { run[$0] ?? .nan }
      if abs(shares.reduce(0, +) - 1) > 1e-9 { return "\(shares) add up to another sum" }
      // The grid is the same from wherever one looks at it.
      let other = try run.turning(learningRate, to: 0.3)
      return other[jointShare] == run[jointShare] ? nil : "other shares from elsewhere"
    },
  ]

  /// The better error with one knob turned alone, and that of both, by runs of the simulation itself.
  private static func errors(_ run: ClaimedRun) throws -> (better: Double, both: Double) {
    let rates = learningRate.domain.grid(41).compactMap(\.number)
    let sizes = (0...8).map { 1 << $0 }
    func error(_ rate: Double, _ size: Int) throws -> Double {
      let outcome = try run.turning(
        (learningRate.name, .real(min(rate, 1.9))), (batchSize.name, .integer(size)))
      return outcome[predictedError] ?? .nan
    }
    let alone = try rates.map { ($0, try error($0, run[batchSize])) }.min { $0.1 < $1.1 }
    let size = try sizes.map { ($0, try error(run[learningRate], $0)) }.min { $0.1 < $1.1 }
    guard let alone, let size else { return (.nan, .nan) }
    return (min(alone.1, size.1), try error(alone.0, size.0))
  }
}
