import Experiments
import Learning

@testable import Simulations

extension EarlyStopping: Claiming {
  static let claims = [
    Claim(stopsTooSoon) { run in
      // Steps that are no better end it: with any lower loss counted it stops too soon as well.
      let counted = try run.turning(smallestImprovement, to: 0)
      let patient = try run.turning(
        (patience.name, .integer(300)), (smallestImprovement.name, .real(0)))
      let (bad, spared) = (counted[regret] ?? 0, (run[regret] ?? 0) - (patient[regret] ?? 0))
      if spared < 0.25 * (run[regret] ?? 0) { return "a patience of 300 spares \(spared)" }
      let steps = (counted[regret] ?? 0) - (patient[regret] ?? 0)
      return steps >= 0.4 * spared ? nil : "with any lower loss counted, a regret of \(bad)"
    },
    Claim(asksTooMuch) { run in
      // The remedy, on runs of other seeds: what is asked is dropped, the patience stays.
      var lax = run.settings
      try lax.turn(smallestImprovement.name, to: .real(0))
      let (here, there) = (1...3 as ClosedRange<UInt64>).reduce((0.0, 0.0)) { sums, number in
        let seed = run.seed &+ 7919 &* number
        return (
          sums.0 + (Self.run(run.settings, seed: seed)[regret] ?? 0),
          sums.1 + (Self.run(lax, seed: seed)[regret] ?? 0)
        )
      }
      return there < 0.85 * here ? nil : "a regret of \(here / 3), \(there / 3) without"
    },
    Claim(seesTooLittle) { run in
      let problem = StoppingProblem(
        rate: run[learningRate], trainingSize: run[trainingSize], slopeNoise: run[slopeNoise])
      let rule = Stopping(
        patience: run[patience], smallestImprovement: run[smallestImprovement])
      let more = StoppingRuns.all(
        problem, rules: [rule], validationSize: 10 * run[validationSize], horizon: horizon,
        count: runs, seed: run.seed &+ 1)[0]
      let left = more.regretOfValidation / (run[regretOfValidation] ?? 0)
      return left < 0.6 ? nil : "ten times the examples leave \(left) of it"
    },
    Claim(stopsWell) { run in
      let others = run.seeds(3).compactMap { $0[regret] }
      let mean = others.reduce(0, +) / 3
      return mean <= 1.3 * tolerance ? nil : "a regret of \(mean) on other seeds"
    },
    Claim(likeDecay) { run in
      let (step, decay) = (run[keptStep] ?? 0, run[equivalentDecay] ?? 0)
      var left = 1.0
      for _ in 0..<Int(step) { left -= run[learningRate] * 0.25 * left }
      if abs(1 - left - (run[predictedShare] ?? 0)) > 1e-9 { return "\(1 - left) is learned" }
      if abs(0.25 / (0.25 + decay) - (run[ridgeShare] ?? 0)) > 1e-9 { return "\(decay)" }
      if abs(1 / (decay * run[learningRate]) - step) > 1e-6 { return "\(decay) at \(step)" }
      let apart = abs(1 - left - 0.25 / (0.25 + decay))
      if apart > 0.22 { return "the shares are \(apart) apart" }
      let off = abs((run[share] ?? 0) - (1 - left))
      return off < 0.1 ? nil : "the measured share is \(off) off"
    },
  ]
}
