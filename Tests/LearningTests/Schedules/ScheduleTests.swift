import Foundation
import Learning
import Testing

@Suite struct ScheduleTests {
  static let lengths = [1, 2, 3, 7, 10, 100, 1_000]

  /// Before the start, over the whole length, far past its end.
  @Test(arguments: ScheduleKind.all.map(\.name), lengths)
  func ratesAreFiniteAndNotNegative(name: String, length: Int) throws {
    let kind = try #require(ScheduleKind.all.first { $0.name == name })
    let schedule = kind.make(0.7, length)
    let steps = [.min, -1] + Array(0..<3 * length) + [1_000_000, .max]
    for step in steps {
      let rate = schedule.rate(at: step)
      #expect(rate >= 0 && rate <= 0.7 * (1 + 1e-15), "\(name) at \(step)")
    }
    #expect(schedule.rate(at: -5) == schedule.rate(at: 0))
    #expect(kind.make(0.7, 0).rate(at: 0).isFinite)
  }

  /// Every file that declares a schedule is made by an entry of the table, under a name of its own.
  @Test func theTableNamesEveryFile() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Learning/Schedules")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let declared = try files.filter {
      let text = try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
      return text.contains(/struct \w+(<.*>)?: Schedule \{/)
    }
    let made = ScheduleKind.all.map { kind in
      "\(String(describing: type(of: kind.make(1, 10))).prefix { $0 != "<" }).swift"
    }
    #expect(!declared.isEmpty && Set(declared) == Set(made))
    let names = Set(ScheduleKind.all.map(\.name))
    #expect(names.count == ScheduleKind.all.count)
  }

  @Test func cosineIsHeldAndTheWaveClimbs() {
    let (held, wave) = (CosineDecay(0.1, steps: 50), CosineWave(0.1, halfPeriod: 50))
    for step in 0...50 { #expect(held.rate(at: step) == wave.rate(at: step)) }
    #expect(held.rate(at: 100) == 0 && wave.rate(at: 100) == 0.1 && wave.rate(at: 75) > 0.04)
  }

  @Test func aCycleIsHeldAtItsEnd() {
    let cycle = OneCycle(peak: 1, steps: 100)
    #expect(cycle.rate(at: 99) == 1 / 25 / 1e4 && cycle.rate(at: 500) == cycle.rate(at: 99))
    #expect(abs(cycle.rate(at: 0) - 0.04) < 1e-15)
  }

  @Test func overlongCyclesDoNotOverflow() {
    let restarts = CosineRestarts(1, period: .max / 2, growth: 1_000)
    #expect(restarts.rate(at: .max).isFinite)
  }

  /// The error b + v of a noisy parabola, b = (1 − η)²b and v = (1 − η)²v + η² for 200 steps.
  static func error(_ schedule: some Schedule) -> Double {
    var (bias, variance) = (25.0, 0.0)
    for step in 0..<200 {
      let rate = schedule.rate(at: step)
      bias *= (1 - rate) * (1 - rate)
      variance = (1 - rate) * (1 - rate) * variance + rate * rate
    }
    return bias + variance
  }

  @Test func noisyParabola() {
    #expect(abs(Self.error(ConstantRate(0.1)) - 0.0526) < 5e-5)
    #expect(abs(Self.error(ConstantRate(0.01)) - 0.454) < 5e-4)
    #expect(abs(Self.error(ConstantRate(0.0244)) - 0.0136) < 5e-5)
    #expect(abs(Self.error(CosineDecay(0.1, steps: 200)) - 0.0102) < 5e-5)
    #expect(abs(Self.error(StepDecay(0.1, factor: 0.1, every: 100)) - 0.0114) < 5e-5)
    #expect(abs(Self.error(InverseTimeDecay(1, decay: 1)) - 0.005) < 1e-15)
  }

  /// No constant rate comes below 0.012, and the best is near 0.0244.
  @Test func noConstantRateWins() {
    let errors = (1...4_000).map {
      (rate: 5e-5 * Double($0), Self.error(ConstantRate(5e-5 * Double($0))))
    }
    let best = errors.min { $0.1 < $1.1 }
    #expect(abs((best?.rate ?? 0) - 0.0244) < 1e-4)
    #expect(abs((best?.1 ?? 0) - 0.0136) < 5e-5)
  }
}
