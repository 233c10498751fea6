import Experiments
import Numerics
import Tuning

@testable import Simulations

extension CurveSearch: Claiming {
  static let claims = [
    Claim(beatsRandom) { run in
      let (model, random) = (run[regret] ?? .nan, randomMean(run))
      return model < 1.1 * random ? nil : "\(model) where random looks leave \(random)"
    },
    Claim(losesToRandom) { run in
      let (model, random) = (run[regret] ?? .nan, randomMean(run))
      return model > 0.9 * random ? nil : "\(model) where random looks leave \(random)"
    },
    Claim(tooSure) { run in
      let share = share(run)
      return share < 0.9 + 0.04 ? nil : "\(share) are within"
    },
    Claim(calibrated) { run in
      let share = share(run)
      return share > 0.9 - 0.04 && share < 0.98 + 0.02 ? nil : "\(share) are within"
    },
    Claim(tooUnsure) { run in
      let share = share(run)
      return share > 0.98 - 0.02 ? nil : "\(share) are within"
    },
  ]

  /// What a hundred searches of random looks leave of each of the same curves.
  private static func randomMean(_ run: ClaimedRun) -> Double {
    var stream = RandomStream(seed: run.seed, "looks of a claim")
    var sum = 0.0
    for number in 0..<curves {
      let curve = DrawnCurve(seed: run.seed, number)
      for _ in 0..<100 {
        let points = stream.permutation(101).prefix(run[looks])
        sum += (points.map { curve.values[$0] }.min() ?? .nan) - curve.lowest
      }
    }
    return sum / Double(100 * curves)
  }

  /// The share of points within two deviations by the process of the other room, on curves of other seeds.
  private static func share(_ run: ClaimedRun) -> Double {
    let seed = run.seed &+ 77
    let hunt = CurveHunt(
      run.settings, curves: (0..<48).map { DrawnCurve(seed: seed, $0) }, seed: seed)
    var (inside, all) = (0, 0)
    for (number, curve) in hunt.curves.enumerated() {
      let looks = hunt.trail(on: number, looks: run[self.looks]).looks
      var process = GaussianProcess(
        Kernel(.matern, length: run[lengthScale], dimensions: 1), noise: noise)
      for look in looks { _ = process.observe(curve.values[look], at: [Double(look) / 100]) }
      for point in 0...100 where !looks.contains(point) {
        let (mean, deviation) = process.posterior(at: [Double(point) / 100])
        if abs(curve.values[point] - mean) <= 2 * deviation { inside += 1 }
        all += 1
      }
    }
    return Double(inside) / Double(all)
  }
}
