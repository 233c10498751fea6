import Experiments

@testable import Simulations

extension HiddenWidth: Claiming {
  static let claims = [
    Claim(cannotEnclose) { run in
      let longer = try run.turning((epochs.name, .integer(300)), (learningRate.name, .real(0.1)))
      return longer[solvers] == 0 ? nil : "300 epochs enclose it"
    },
    Claim(unreliable) { run in
      // A boundary can be closed: without noise, with time, some network does.
      let clean = try run.turning(
        (epochs.name, .integer(300)), (learningRate.name, .real(0.1)), (noise.name, .real(0)))
      guard clean[solvers] ?? 0 > 0 else { return "no network closes a boundary" }
      let others = run.seeds(2).map { $0[solvers] ?? 0 }
      return others.contains { $0 < 1 } ? nil : "all networks of other seeds get there"
    },
    Claim(reliable) { run in
      let others = run.seeds(2).map { $0[solvers] ?? 0 }
      return others.allSatisfy { $0 >= 0.5 } ? nil : "of other seeds \(others)"
    },
  ]
}
