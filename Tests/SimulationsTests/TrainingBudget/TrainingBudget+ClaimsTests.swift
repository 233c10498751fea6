import Experiments

@testable import Simulations

extension TrainingBudget: Claiming {
  static let claims = [
    Claim(counted) { run in
      // Unit by unit: a weight for each unit below it, and a bias.
      let widths = [run[inputs]] + Array(repeating: run[width], count: run[depth]) + [run[outputs]]
      var (numbers, arithmetic) = (0, 0)
      for layer in 1..<widths.count {
        for _ in 0..<widths[layer] {
          numbers += widths[layer - 1] + 1
          arithmetic += (layer == 1 ? 2 : 3) * widths[layer - 1]
        }
      }
      var (left, steps) = (run[rows], 0)
      while left > 0 { (left, steps) = (left - run[batchSize], steps + 1) }
      let expected = [numbers, run[epochs] * steps, run[epochs] * run[rows] * arithmetic]
      let found = [parameters, updates, multiplyAdds].map { Int(run[$0] ?? 0) }
      let says = run.finding.message.contains("the formulas say the same")
      return found == expected && says ? nil : "\(found), \(expected) by hand"
    },
    Claim(stateDominates) { run in try memoryFault(run) },
    Claim(activationsDominate) { run in try memoryFault(run) },
    Claim(idleMachine) { run in
      let batch = min(run[batchSize], run[rows])
      let full = Double(batch) / Double(run[parallelism])
      if full >= 1 { return "a batch fills the machine" }
      let use = Double(run[epochs] * run[rows]) / (time(run, batch) * Double(run[parallelism]))
      if abs((run[modelledUse] ?? 0) - use) > 1e-9 { return "\(use) by hand" }
      let isWhole = run.finding.message.contains("a batch of \(batch) uses")
      if isWhole, abs(full - use) > 1e-9 { return "a batch uses \(full), all of them \(use)" }
      guard batch < run[rows] else { return nil }
      let larger = (batch + 1...run[rows]).lazy.map { time(run, $0) }
      return larger.min() ?? 0 <= time(run, batch) ? nil : "no larger batch is as quick"
    },
    Claim(busyMachine) { run in
      let batch = min(run[batchSize], run[rows])
      guard batch < run[rows] else { return nil }
      let least = (batch + 1...run[rows]).map { time(run, $0) }.min() ?? 0
      let here = time(run, batch)
      if abs(here - (run[modelledTime] ?? 0)) > 1e-9 * here { return "\(here) by hand" }
      let says =
        run.finding.message.contains("no larger one takes less time")
        ? here : least
      let names = says < here ? NumberText.significant(least) : "no larger"
      return says <= least * (1 + 1e-9) && run.finding.message.contains(names)
        ? nil : "a larger batch takes \(least)"
    },
  ]

  /// Whether a smaller batch saves what the message says.
  private static func memoryFault(_ run: ClaimedRun) throws -> String? {
    let batch = min(run[batchSize], run[rows])
    let half = try run.turning(batchSize, to: max(1, batch / 2))
    let saved = 1 - (half[memoryBytes] ?? 0) / (run[memoryBytes] ?? 1)
    let most = run.finding.code == activationsDominate.code
    // Half a batch spares half of what the activations take, and of an odd one a little more.
    if batch > 1, most ? saved <= 0.25 : saved > 0.25 + 0.5 / Double(batch) {
      return "half of it saves \(saved)"
    }
    let ending =
      batch == 1
      ? "No batch is smaller."
      : "With a batch of \(batch / 2) it would be \(Budget.text(Int(half[memoryBytes] ?? 0)))."
    return run.finding.message.hasSuffix(ending) ? nil : ending
  }

  /// The modelled time, batch by batch.
  private static func time(_ run: ClaimedRun, _ batch: Int) -> Double {
    var (left, time) = (run[rows], 0.0)
    while left > 0 {
      time += max(1, Double(min(batch, left)) / Double(run[parallelism]))
      left -= batch
    }
    return Double(run[epochs]) * time
  }
}
