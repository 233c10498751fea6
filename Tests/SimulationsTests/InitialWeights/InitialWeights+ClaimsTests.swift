import Experiments

@testable import Simulations

extension InitialWeights: Claiming {
  static let claims = [
    Claim(vanishing) { run in
      let least = run.seeds(3).map { min($0[signal] ?? 0, $0[gradient] ?? 0) }
      return least.contains { $0 < 0.2 } ? nil : "other networks keep \(least)"
    },
    Claim(exploding) { run in
      let most = run.seeds(3).map { max($0[signal] ?? 0, $0[gradient] ?? 0) }
      return most.contains { $0 > 5 } ? nil : "other networks keep \(most)"
    },
    Claim(steady) { run in
      let both = run.seeds(3).map { ($0[signal] ?? 0, $0[gradient] ?? 0) }
      let isSteady = both.contains { min($0.0, $0.1) > 0.05 && max($0.0, $0.1) < 20 }
      return isSteady ? nil : "other networks keep \(both)"
    },
    Claim(symmetric) { run in
      let random = try run.turning((scheme.name, .choice("he")))
      guard random[distinctUnits] == 8 else { return "random units are alike too" }
      return run.seeds(2).allSatisfy { $0[distinctUnits] == 1 } ? nil : "not for other seeds"
    },
  ]
}
