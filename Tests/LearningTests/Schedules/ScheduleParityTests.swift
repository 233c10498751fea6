import Learning
import TestKit
import Testing

/// Every schedule over its whole length and past its end, against PyTorch and optax.
///
/// See `Tests/Reference/Optimizers/schedules.py`.
@Suite struct ScheduleParityTests {
  static let schedules: [String: any Schedule] = [
    "torch constant": ConstantRate(0.3),
    "torch step": StepDecay(0.3, factor: 0.5, every: 30),
    "torch multi-step": MultiStepDecay(0.3, factor: 0.1, at: [20, 90, 90, 200]),
    "torch exponential": ExponentialDecay(0.3, factor: 0.97),
    "torch inverse-time": InverseTimeDecay(0.3, decay: 0.05),
    "torch polynomial-1": PolynomialDecay(0.3, steps: 200),
    "torch polynomial-2": PolynomialDecay(0.3, power: 2, steps: 200),
    "torch polynomial-0.5": PolynomialDecay(0.3, power: 0.5, steps: 200),
    "torch cosine-wave": CosineWave(0.3, to: 0.01, halfPeriod: 200),
    "torch restarts-1": CosineRestarts(0.3, to: 0.01, period: 40),
    "torch restarts-2": CosineRestarts(0.3, to: 0.01, period: 25, growth: 2),
    "torch one-cycle-100": OneCycle(peak: 0.3, steps: 100),
    "torch one-cycle-200": OneCycle(peak: 0.3, steps: 200, rising: 0.17),
    "torch warm-up-exponential": WarmUp(
      from: 0.03, steps: 50, then: ExponentialDecay(0.3, factor: 0.97)),
    "optax cosine": CosineDecay(0.3, to: 0.01, steps: 200),
    "optax polynomial-3": PolynomialDecay(0.3, to: 0.02, power: 3, steps: 200),
    "optax warm-up-cosine": WarmUp(from: 0.03, steps: 50, then: CosineDecay(0.3, steps: 200)),
  ]

  @Test func everyRateAgrees() throws {
    var seen: Set<String> = []
    for row in try ReferenceData.rows("Optimizers/schedules.txt")
    where row[0] == "torch" || row[0] == "optax" {
      let name = "\(row[0]) \(row[1])"
      let schedule = try #require(Self.schedules[name], "\(name)")
      seen.insert(name)
      let rates = row[2...].compactMap(ReferenceData.number)
      #expect(rates.count == (row[1].hasPrefix("one-cycle") ? Int(row[1].suffix(3)) : 350))
      for (step, rate) in rates.enumerated() {
        // The references lose a part of 1 + cos that is as small as one rounding of 1.
        let ours = schedule.rate(at: step)
        let deviation = abs(ours - rate) / max(rate, 1e-4)
        #expect(deviation <= 1e-12, "\(name) at \(step)")
      }
    }
    #expect(seen == Set(Self.schedules.keys))
  }

  @Test func plateausAgree() throws {
    var losses: [Double] = []
    var cases = 0
    for row in try ReferenceData.rows("Optimizers/schedules.txt") {
      if row[0] == "losses" { losses = row[2...].compactMap(ReferenceData.number) }
      guard row[0] == "plateau", let number = Int(row[1]) else { continue }
      cases += 1
      let rates = row[2...].compactMap(ReferenceData.number)
      #expect(rates.count == 80 && losses.count == 80)
      let plateau = ReduceOnPlateau(
        0.3, factor: 0.3, patience: number % 5, threshold: 0.01,
        cooldown: number.isMultiple(of: 2) ? 0 : 3, lowest: number.isMultiple(of: 2) ? 0 : 0.004)
      #expect(plateau.rate(after: []) == 0.3)
      var observing = plateau
      for (epoch, rate) in rates.enumerated() {
        let ours = plateau.rate(after: Array(losses[...epoch]))
        observing.observe(losses[epoch])
        #expect(observing.rate(at: epoch) == ours)
        #expect(abs(ours - rate) <= 1e-12 * rate, "case \(number) after epoch \(epoch)")
      }
    }
    #expect(cases == 12)
  }

  /// The peak is at index 29 of 100 in PyTorch and at 30 in optax.
  @Test func peakOfOneCycle() throws {
    let cycle = OneCycle(peak: 0.3, steps: 100)
    let rates = (0..<100).map(cycle.rate)
    #expect(rates.firstIndex(of: 0.3) == 29 && rates.max() == 0.3)
    let row = try #require(
      try ReferenceData.rows("Optimizers/schedules.txt").first { $0[0] == "optax-differs" })
    let other = row[2...].compactMap(ReferenceData.number)
    let peak = other.indices.max { other[$0] < other[$1] }
    #expect(peak == 30)
  }
}
