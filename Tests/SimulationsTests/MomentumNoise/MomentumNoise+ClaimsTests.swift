import Experiments

@testable import Simulations

extension MomentumNoise: Claiming {
  static let claims = [
    Claim(startRemains) { run in
      let (start, noise) = parts(run)
      return start >= noise ? nil : "the start leaves \(start), the noise \(noise)"
    },
    Claim(noiseRemains) { run in
      let (start, noise) = parts(run)
      if noise < start { return "the start leaves \(start), the noise \(noise)" }
      // The floors that it names are where ten times as many steps end.
      let floor = parts(run, momentum: run[momentum], steps: 20000).noise
      let plain = parts(run, momentum: 0, steps: 20000).noise
      let named = [run[noiseFloor], run[plainFloor]].map { $0 ?? .nan }
      let agree = abs(named[0] / floor - 1) < 0.01 && abs(named[1] / plain - 1) < 0.01
      return agree ? nil : "20000 steps end at \(floor), without momentum at \(plain)"
    },
  ]

  /// What is left of the start, and the noise: every slope's error, followed to the end.
  private static func parts(
    _ run: ClaimedRun, momentum: Double? = nil, steps count: Int? = nil
  ) -> (start: Double, noise: Double) {
    let beta = momentum ?? run[Self.momentum]
    var (place, velocity) = (5.0, 0.0)
    // How far the error of one slope has moved w so many steps later.
    var (moved, kick, noise) = (-run[learningRate], 1.0, 0.0)
    for _ in 0..<(count ?? run[steps]) {
      velocity = beta * velocity + place
      place -= run[learningRate] * velocity
      noise += moved * moved
      kick = beta * kick + moved
      moved -= run[learningRate] * kick
    }
    return (place * place, noise)
  }
}
