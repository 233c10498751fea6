import Experiments
import Learning

@testable import Simulations

extension TrainingRun: Claiming {
  static let claims =
    verdictClaims + [
      Claim(unnamed) { run in
        let told = run.outcome.findings.map(\.code)
        return told.contains { RunDiagnosis.Name(rawValue: $0) != nil } ? "named: \(told)" : nil
      },
      Claim(namedRight) { run in
        let right = try names(of: run)
        return right == [run[diagnosis].rawValue] ? nil : "right are \(right)"
      },
      Claim(namedWrong) { run in
        let right = try names(of: run)
        return right.count == 1 && right != [run[diagnosis].rawValue] ? nil : "right are \(right)"
      },
      Claim(realData) { run in
        let plan = RunPlan(run.settings)
        let measured = plan.data.real.map { Set(rows($0.dataset)) } ?? []
        let data = RunData(plan, seed: run.seed)
        let shown = rows(data.test).map { row in
          zip(row, zip(data.scale.means, data.scale.deviations)).map { $0 * $1.1 + $1.0 }
        }
        let isMeasured = shown.allSatisfy { row in
          measured.contains { zip($0, row).allSatisfy { abs($0 - $1) < 1e-9 } }
        }
        return isMeasured ? nil : "a row was not measured"
      },
    ]

  private static let verdictClaims = [
    Claim(RunDiagnosis.kind(.underfitting)) { run in
      let here = RunResult(RunPlan(run.settings), seed: run.seed).trainingLoss
      let next = try ended(run) { $0.epochs += max(1, $0.epochs / 5) }
      guard next > 0.9 * here else { return "a fifth more epochs lead from \(here) to \(next)" }
      // What the table says to turn: more epochs to make sure, a larger network, less against it.
      let mended = try [
        ended(run) { $0.epochs *= 5 },
        ended(run) { ($0.width, $0.depth) = (32, min(3, $0.depth + 1)) },
        ended(run) { ($0.width, $0.weightDecay, $0.dropout) = (32, 0.00001, 0) },
        ended(run) { ($0.weightDecay, $0.dropout) = (0.00001, 0) },
      ]
      return mended.contains { $0 < here } ? nil : "from \(here) to \(mended)"
    },
    Claim(RunDiagnosis.kind(.tooSlow)) { run in
      let here = RunResult(RunPlan(run.settings), seed: run.seed).trainingLoss
      let faster = try [
        ended(run) { $0.learningRate *= 3 }, ended(run) { $0.learningRate *= 10 },
        ended(run) { $0.learningRate *= 1.3 }, lowest(run) { $0.epochs = 5 * $0.epochs + 20 },
        lowest(run) { ($0.learningRate, $0.epochs) = (3 * $0.learningRate, 5 * $0.epochs) },
      ]
      return faster.contains { $0 < here } ? nil : "from \(here) to \(faster)"
    },
    Claim(RunDiagnosis.kind(.unstable)) { run in
      func highest(_ factor: Double) -> Double {
        var plan = RunPlan(run.settings)
        plan.learningRate /= factor
        let losses = RunResult(plan, seed: run.seed).trainingLosses
        return losses.suffix(losses.count - losses.count / 2).max() ?? 0
      }
      let (here, slower) = (highest(1), [10, 100, 1000].map(highest))
      return slower.contains { $0 < here } ? nil : "late in the run from \(here) to \(slower)"
    },
    Claim(RunDiagnosis.kind(.tooNoisy)) { run in
      func climb(_ change: (inout RunPlan) -> Void) -> Double {
        var plan = RunPlan(run.settings)
        change(&plan)
        let losses = RunResult(plan, seed: run.seed).trainingLosses
        let late = losses.suffix(losses.count - losses.count / 2)
        return zip(late, late.dropFirst()).map { $1 - $0 }.max() ?? 0
      }
      let here = climb { _ in }
      guard here > 0 else { return "never climbs" }
      let quieter = min(
        climb { $0.learningRate /= 10 }, climb { $0.learningRate /= 100 },
        climb { $0.batchSize = 1000 })
      return quieter < here ? nil : "climbs by \(here), by \(quieter) mended"
    },
    Claim(RunDiagnosis.kind(.overfitting)) { run in
      let plan = RunPlan(run.settings)
      let result = RunResult(plan, seed: run.seed)
      var shorter = plan
      shorter.epochs = max(1, result.bestEpoch)
      let best = RunResult(shorter, seed: run.seed)
      let validation = best.validationLosses[result.bestEpoch]
      return validation < result.validationLoss ? nil : "fewer epochs validate no better"
    },
    Claim(RunDiagnosis.kind(.leaking)) { run in
      let data = RunData(RunPlan(run.settings), seed: run.seed)
      return Set(rows(data.validation)).isSubset(of: rows(data.training)) ? nil : "rows differ"
    },
    Claim(RunDiagnosis.kind(.healthy)) { run in
      let longer = try ended(run) { $0.epochs += max(1, $0.epochs / 5) }
      let blind = run[blindLoss] ?? 0
      return longer < blind ? nil : "a fifth more epochs end at \(longer)"
    },
  ]

  /// The training loss at the end of the same run with its settings changed; those of a mystery too.
  private static func ended(
    _ run: ClaimedRun, _ change: (inout RunPlan) -> Void
  ) throws -> Double {
    var plan = RunPlan(run.settings)
    change(&plan)
    return RunResult(plan, seed: run.seed).trainingLoss
  }

  /// The lowest training loss on the way of the same run with its settings changed.
  ///
  /// After an epoch or two a noisy run may fall too, and go lower only between its jumps.
  private static func lowest(
    _ run: ClaimedRun, _ change: (inout RunPlan) -> Void
  ) throws -> Double {
    var plan = RunPlan(run.settings)
    change(&plan)
    return RunResult(plan, seed: run.seed).trainingLosses.min() ?? .infinity
  }

  /// The diagnoses that are called right.
  private static func names(of run: ClaimedRun) throws -> [String] {
    try RunDiagnosis.Name.allCases.map(\.rawValue).filter { name in
      try run.turning((diagnosis.name, .choice(name)))[isNamed] == 1
    }
  }

  private static func rows(_ data: Dataset) -> [[Double]] {
    (0..<data.rows).map {
      Array(data.features[$0 * data.columns..<($0 + 1) * data.columns])
    }
  }
}
