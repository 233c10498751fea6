import Experiments
import Foundation
import Numerics
import Tuning

/// How long a simulation takes to run and to draw its figures, in milliseconds of the processor.
struct FrameTime: Sendable {
  let name: String
  /// The run at the defaults.
  let run: Double
  /// The figures at the defaults, behind the run.
  let figures: Double
  /// Both at the defaults.
  let both: Double
  /// Both, at the 95th percentile over settings drawn at random.
  let percentile: Double
  /// Both, at the slowest of those settings.
  let longest: Double
  /// The slowest settings, as they are typed.
  let slowest: String
  /// Taken over all metrics and figures that came out: where it changes, something else was shown.
  let checksum: UInt64

  /// How many settings are drawn.
  static let settings = 40

  /// Times a simulation: its defaults so many times after a warm-up, then every drawn setting once.
  init(_ simulation: any Simulation.Type, runs: Int) {
    name = simulation.name
    var checksum = Checksum()
    let times = (0...max(1, runs)).map { _ in
      Self.times(simulation, simulation.defaults, &checksum)
    }.dropFirst()
    run = Self.share(0.5, of: times.map(\.run))
    figures = Self.share(0.5, of: times.map(\.figures))
    both = Self.share(0.5, of: times.map { $0.run + $0.figures })
    // One for the defaults, however often they are run.
    checksum = Checksum()
    _ = Self.times(simulation, simulation.defaults, &checksum)
    let drawn = Self.drawn(simulation).map { settings in
      let time = Self.times(simulation, settings, &checksum)
      return (settings: settings, both: time.run + time.figures)
    }
    self.checksum = checksum.value
    percentile = Self.share(0.95, of: drawn.map(\.both))
    let last = drawn.max { $0.both < $1.both }
    longest = last?.both ?? 0
    slowest = simulation.knobs.compactMap { knob in
      last?.settings[knob.name].map { "\(knob.name)=\($0.text)" }
    }.joined(separator: " ")
  }

  private static func times(
    _ simulation: any Simulation.Type, _ settings: Settings, _ checksum: inout Checksum
  ) -> (run: Double, figures: Double) {
    let start = milliseconds
    let outcome = simulation.run(settings, seed: Seed.standard)
    let middle = milliseconds
    let figures = outcome.figures
    let end = milliseconds
    for metric in simulation.metrics { checksum.add(outcome[metric]?.bitPattern ?? 0) }
    for byte in figures.map({ "\($0)" }).joined().utf8 { checksum.add(UInt64(byte)) }
    return (middle - start, end - middle)
  }

  /// Settings anywhere in the knobs' domains, each on its own scale.
  static func drawn(_ simulation: any Simulation.Type) -> [Settings] {
    let space = SearchSpace(
      simulation.knobs, of: simulation.defaults, idle: simulation.idleKnobs)
    var stream = RandomStream(seed: Seed.standard, "frames")
    return (0..<settings).compactMap { _ in
      space.settings(at: (0..<space.dimensions).map { _ in stream.uniform() })
    }
  }

  /// The value below or at which a share of the numbers lies.
  static func share(_ share: Double, of numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    guard !sorted.isEmpty else { return 0 }
    return sorted[max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1)]
  }

  /// What the processor has spent on this program.
  private static var milliseconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
