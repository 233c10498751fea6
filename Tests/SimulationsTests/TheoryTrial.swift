import Experiments

@testable import Simulations

extension Simulation {
  /// The metrics that theory says something of.
  static var theories: [(metric: String, theory: Theory)] {
    metrics.compactMap { metric in metric.theory.map { (metric.name, $0) } }
  }
}

/// Values of theory, held to what they are declared to be under one setting after another.
struct TheoryTrial {
  /// What became of the theory of one metric.
  struct Verdict {
    let metric: String
    let theory: Theory

    /// Under how many settings theory had something to say that could be judged.
    var judged = 0
    var failed = 0
    var firstFault: String?

    /// The largest error that chance does not explain, as a share of theory.
    var worst = 0.0

    func line(of simulation: String) -> String {
      "theory \(simulation) \(metric) \(theory.kind.name): \(judged) judged, \(failed) failed, "
        + "worst error \(NumberText.significant(worst, digits: 2))"
    }
  }

  private let simulation: any Simulation.Type
  private let seeds: Int
  private(set) var verdicts: [Verdict]

  /// How far the arithmetic may be off, as a share.
  private static let rounding = 1e-6

  /// How near a limit has to be at the end of its knob, as a share, chance apart, or else nearer
  /// than at the other end.
  private static let nearLimit = 0.1

  /// - Parameter theory: what is tried in place of what is declared.
  init(_ simulation: any Simulation.Type, seeds: Int, theory: Theory? = nil) {
    self.simulation = simulation
    self.seeds = seeds
    verdicts = simulation.theories.map { Verdict(metric: $0.metric, theory: theory ?? $0.theory) }
  }

  /// Tries all of them under one setting.
  mutating func judge(_ settings: Settings) throws {
    let count = simulation.usesChance && verdicts.contains { $0.theory.kind != .exact } ? seeds : 1
    let outcomes = run(settings, 1...count)
    var atEnds: [String: [Outcome]] = [:]
    for index in verdicts.indices {
      let (metric, theory) = (verdicts[index].metric, verdicts[index].theory)
      var outcomes = outcomes
      var settings = settings
      if case .limit(let knob, let trend) = theory.kind {
        settings = try end(of: knob, trend, settings)
        outcomes = atEnds[knob] ?? run(settings, 1...count)
        atEnds[knob] = outcomes
      }
      guard let sample = Sample(metric, theory, outcomes) else { continue }
      switch theory.kind {
      case .exact:
        note(index, settings, sample, sample.largest(from: 0) { abs($0) - abs($1) * Self.rounding })
      case .lowerBound:
        note(index, settings, sample, sample.largest(from: 0) { -$0 - abs($1) * Self.rounding })
      case .upperBound:
        note(index, settings, sample, sample.largest(from: 0) { $0 - abs($1) * Self.rounding })
      case .expectation:
        try noteMean(index, settings, sample, within: 0)
      case .limit(let knob, let trend):
        guard sample.excess > Self.nearLimit * sample.size else {
          try noteMean(index, settings, sample, within: Self.nearLimit)
          continue
        }
        // Some limits are far even from the end; then that is at least nearer than the other one.
        let other = try end(of: knob, trend == .grows ? .shrinks : .grows, settings)
        let far = Sample(metric, theory, run(other, 1...count))
        guard let far, sample.share < far.share else {
          try noteMean(index, settings, sample, within: Self.nearLimit)
          continue
        }
        note(index, settings, sample, sample.excess, within: .infinity)
      case .approximation(let share):
        try noteMean(index, settings, sample, within: share)
      }
    }
  }

  /// Tries a mean; one that chance alone may have moved is tried again, over 256 seeds of its own.
  private mutating func noteMean(
    _ index: Int, _ settings: Settings, _ sample: Sample, within share: Double
  ) throws {
    guard hasSpread(settings), sample.isJudgeable else { return }
    var sample = sample
    var excess = sample.excess
    if excess > share * sample.size, sample.differences.count > 1 {
      let (metric, theory) = (verdicts[index].metric, verdicts[index].theory)
      guard let second = Sample(metric, theory, run(settings, 1001...1256)) else { return }
      sample = second
      excess = second.excess
    }
    note(index, settings, sample, excess, within: share)
  }

  private mutating func note(
    _ index: Int, _ settings: Settings, _ sample: Sample, _ excess: Double, within share: Double = 0
  ) {
    verdicts[index].judged += 1
    if sample.size > 0 { verdicts[index].worst = max(verdicts[index].worst, excess / sample.size) }
    guard excess > share * sample.size + 1e-12 else { return }
    verdicts[index].failed += 1
    guard verdicts[index].firstFault == nil else { return }
    let knobs = settings.values.map { "--\($0.name) \($0.value.text)" }.joined(separator: " ")
    let (metric, kind) = (verdicts[index].metric, verdicts[index].theory.kind)
    verdicts[index].firstFault =
      "\(simulation.name) \(metric): theory says \(kind.given), \(sample.theory), but measured is "
      + "\(sample.theory + sample.mean): \(knobs)"
  }

  private func run(_ settings: Settings, _ seeds: ClosedRange<Int>) -> [Outcome] {
    seeds.map { simulation.run(settings, seed: UInt64($0)) }
  }

  private func end(of name: String, _ trend: Theory.Trend, _ settings: Settings) throws -> Settings
  {
    let ends = simulation.knobs.first { $0.name == name }?.domain.grid(2) ?? []
    guard let low = ends.first, let high = ends.last else { return settings }
    var settings = settings
    try settings.turn(name, to: trend == .grows ? high : low)
    return settings
  }

  /// Whether the mean of seeds comes with a standard error.
  ///
  /// The errors of double descent go as the inverse of a Wishart matrix: their fourth moment, by
  /// which a standard error is itself known, is finite from a difference of 8 on.
  private func hasSpread(_ settings: Settings) -> Bool {
    guard simulation == DoubleDescent.self else { return true }
    return abs(settings[DoubleDescent.features] - settings[DoubleDescent.examples]) >= 8
  }
}

/// What was measured under some seeds, less what theory says.
private struct Sample {
  let differences: [Double]
  let theories: [Double]

  /// Nil where theory or measurement is silent or not finite on any of the seeds.
  init?(_ metric: String, _ theory: Theory, _ outcomes: [Outcome]) {
    var (differences, theories): ([Double], [Double]) = ([], [])
    for outcome in outcomes {
      guard let measured = outcome[metric], let value = outcome[theory.metric],
        measured.isFinite, value.isFinite
      else { return nil }
      differences.append(measured - value)
      theories.append(value)
    }
    guard !differences.isEmpty else { return nil }
    self.differences = differences
    self.theories = theories
  }

  var mean: Double { differences.reduce(0, +) / Double(differences.count) }

  /// What theory says, the mean where seeds differ in it.
  var theory: Double { theories.reduce(0, +) / Double(theories.count) }

  var size: Double { abs(theory) }

  /// How far the mean is off, as a share of theory.
  var share: Double { abs(mean) / size }

  /// By how much the mean is off that neither four standard errors nor rounding explain.
  var excess: Double {
    let count = Double(differences.count)
    let variance = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(count - 1, 1)
    return max(0, abs(mean) - 4 * (variance / count).squareRoot() - 1e-6 * size)
  }

  /// Whether seeds differ enough for a standard error: rare events show on few of them or none.
  ///
  /// Where all agree, a rare event may be what is missing: all or none of it, or a hundredth.
  var isJudgeable: Bool {
    let measured = zip(differences, theories).map(+)
    let counts = Dictionary(measured.map { ($0, 1) }, uniquingKeysWith: +)
    guard counts.count > 1, measured.count > 1 else {
      let isAllOrNone = measured[0] == 0 || measured[0] == 1
      return measured.count == 1 || excess == 0 || !isAllOrNone && excess > 0.01 * size
    }
    return excess == 0 || (counts.values.max() ?? 0) * 4 <= measured.count * 3
  }

  /// The largest of what a rule makes of a difference and of theory.
  func largest(from least: Double, _ rule: (Double, Double) -> Double) -> Double {
    zip(differences, theories).reduce(least) { max($0, rule($1.0, $1.1)) }
  }
}
