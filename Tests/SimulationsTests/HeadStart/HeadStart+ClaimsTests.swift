import Experiments

@testable import Simulations

extension HeadStart: Claiming {
  static let claims = [
    Claim(ahead) { run in
      let leads = run.seeds(3).compactMap { $0[lead] }
      let isSo = leads.allSatisfy { $0 > 0 } && run[rows] < 20 && run[distance] < 1
      return isSo ? nil : "leads \(leads)"
    },
    Claim(negativeTransfer) { run in
      let leads = run.seeds(3).compactMap { $0[lead] }
      let nearer = try run.turning(distance, to: 0.5)
      let isSo = leads.allSatisfy { $0 < 0 } && nearer[lead] ?? 0 > 0
      return isSo ? nil : "leads \(leads), \(nearer[lead] ?? 0) from nearer by"
    },
    Claim(sameEnd) { run in
      let leads = run.seeds(3).compactMap { $0[lead] }
      guard leads.allSatisfy({ abs($0) < 1e-9 }) else { return "leads \(leads)" }
      guard run[rows] >= 20 else { return run[distance] == 1 ? nil : "another distance" }
      let elsewhere = try run.turning(distance, to: 2 - run[distance])
      return elsewhere[tunedLoss] == run[tunedLoss] ? nil : "the start matters"
    },
    Claim(betterUntouched) { run in
      let (n, squared) = (Double(run[rows]), run[distance] * run[distance])
      let variance = run[noise] * run[noise]
      // What the noise adds against what the rows say of the offset.
      let (added, saved) =
        n < 19
        ? (variance * n / (19 - n), squared * n / 20)
        : n > 21 ? (variance * 20 / (n - 21), squared) : (variance * 1e9, squared)
      if added <= saved { return "\(added) added, \(saved) saved" }
      guard added < 1e3, added > 1.5 * saved, abs(n - 20) > 5 else { return nil }
      let losses = run.seeds(8).compactMap { $0[tunedLoss] }
      let mean = losses.reduce(0, +) / 8
      return mean > squared ? nil : "\(mean) measured"
    },
  ]
}
