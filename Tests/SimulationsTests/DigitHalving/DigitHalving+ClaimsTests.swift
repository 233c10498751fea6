import Experiments
import Learning

@testable import Simulations

extension DigitHalving: Claiming {
  static let claims = [
    Claim(tells) { run in
      let share = agreement(run)
      return share > 0.65 ? nil : "\(share) of the pairs stay in their order"
    },
    Claim(tellsLittle) { run in
      let share = agreement(run)
      return share < 0.9 ? nil : "\(share) of the pairs stay in their order"
    },
    Claim(keepsBest) { run in
      // Whoever is looked at in the end alone is the best.
      let patient = try run.turning(firstLook, to: 81)
      return patient[chosenAccuracy] == run[chosenAccuracy]
        ? nil : "\(run[chosenAccuracy] ?? 0), and the best \(patient[chosenAccuracy] ?? 0)"
    },
    Claim(dropsBest) { run in
      // The lowest loss of all is not that of the choice.
      let trainings = trainings(run)
      let ends = trainings.all.map { $0.losses[trainings.epochs] }
      let halved = HalvedTrainings(trainings, firstLook: run[firstLook])
      return ends.indices.contains { ends[$0] < ends[halved.chosen] } ? nil : "nobody is better"
    },
    Claim(realData) { run in
      run.finding.message.contains("Alpaydin") && Digits.dataset.rows == 300 ? nil : "whose?"
    },
  ]

  private static func trainings(_ run: ClaimedRun) -> RandomTrainings {
    RandomTrainings(
      run[arms], epochs: run[epochs], wrongLabels: run[wrongLabels], seed: run.seed)
  }

  /// The share of pairs that are in one order at the first look and at the end, counted pair by pair.
  private static func agreement(_ run: ClaimedRun) -> Double {
    let trainings = trainings(run)
    let look = min(run[firstLook], run[epochs])
    let losses = trainings.all.map { ($0.losses[look], $0.losses[run[epochs]]) }
    var (alike, all) = (0.0, 0.0)
    for first in losses.indices {
      for second in 0..<first {
        all += 1
        let (a, b) = (losses[first], losses[second])
        let isTied = a.0 == b.0 || a.1 == b.1
        alike += isTied ? 0.5 : (a.0 < b.0) == (a.1 < b.1) ? 1 : 0
      }
    }
    return alike / all
  }
}
