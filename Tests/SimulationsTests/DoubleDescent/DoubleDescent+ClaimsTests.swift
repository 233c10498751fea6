import Experiments
import Learning
import Numerics

@testable import Simulations

extension DoubleDescent: Claiming {
  static let claims = [
    Claim(fewFeatures) { run in
      let fresh = Fresh(run, models: 8)
      if let least = fresh.trainingErrors.min(), least < 1e-9 { return "a model hits every target" }
      return fresh.fault(run)
    },
    Claim(atThePeak) { run in
      let fresh = Fresh(run, models: 200)
      let sorted = fresh.errors.sorted()
      // A mean that is infinite is made by the worst models.
      let tail = sorted.suffix(20).reduce(0, +) / sorted.reduce(0, +)
      if tail < 0.4 { return "the worst tenth makes \(tail) of the mean" }
      let few = run.finding.message.contains("too few to pass through every target")
      let hit = (few ? 1e-12 : 1e-6) * fresh.targetSquare
      let hits = fresh.trainingErrors.count { $0 < hit }
      if hits != (few ? 0 : 200) { return "\(hits) of 200 models hit every target" }
      let free = run[features] > run[examples]
      let saysNone = run.finding.message.contains("none to choose how")
      return saysNone && free ? "there is a direction to choose" : nil
    },
    Claim(manyFeatures) { run in
      let fresh = Fresh(run, models: 8)
      let worst = fresh.trainingErrors.max() ?? 0
      if worst > 1e-9 * fresh.targetSquare { return "a model misses its targets by \(worst)" }
      return fresh.fault(run)
    },
  ]

  /// Models of fresh examples, fitted apart from the simulation's own.
  private struct Fresh {
    private(set) var errors: [Double] = []
    private(set) var trainingErrors: [Double] = []
    private(set) var targetSquare = 0.0

    init(_ run: ClaimedRun, models: Int) {
      let (p, n) = (run[features], run[examples])
      let squares = (1...available).map { run[strengths] == .equal ? 1 : 1 / Double($0 * $0) }
      let weights = squares.map { Elementary.squareRoot($0 / squares.reduce(0, +)) }
      let missed = weights.dropFirst(p).reduce(0) { $0 + $1 * $1 }
      let rest = Elementary.squareRoot(missed + run[noise] * run[noise])
      var stream = RandomStream(seed: run.seed, "fresh")
      for _ in 0..<models {
        let rows = stream.normals(n * p)
        // What the model does not get is noise to it.
        let targets = (0..<n).map { row in
          (0..<p).reduce(rest * stream.normal()) { $0 + weights[$1] * rows[row * p + $1] }
        }
        let fit =
          LeastSquares.minimumNorm(features: rows, targets: targets, columns: p)
          ?? Array(repeating: 0, count: p)
        errors.append(zip(fit, weights).reduce(missed) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) })
        let misses = targets.indices.map { row in
          (0..<p).reduce(targets[row]) { $0 - fit[$1] * rows[row * p + $1] }
        }
        trainingErrors.append(misses.reduce(0) { $0 + $1 * $1 } / Double(n))
        targetSquare = targets.reduce(0) { $0 + $1 * $1 } / Double(n)
      }
    }

    /// The middle model of many is at most near the mean that theory expects, and not far below.
    func fault(_ run: ClaimedRun) -> String? {
      let (middle, theory) = (errors.sorted()[errors.count / 2], run[predictedError] ?? 0)
      return (0.1...2.5).contains(middle / theory) ? nil : "median \(middle), theory \(theory)"
    }
  }
}
