import Experiments

@testable import Simulations

extension Simulation {
  /// The metrics that theory says something of.
  static var theories: [(metric: String, theory: Theory)] {
    metrics.compactMap { metric in metric.theory.map { (metric.name, $0) } }
  }
}

/// Values of theory, held to what they are declared to be under one setting after another.
///
/// Every setting has seeds of its own, so that what chance does to one says nothing of the next.
struct TheoryTrial {
  /// What became of the theory of one metric.
  struct Verdict {
    let metric: String
    let theory: Theory

    /// Under how many settings theory had something to say that could be judged.
    var judged = 0

    /// Under how many it had, but chance was too large for a judgement.
    var open = 0
    var failed = 0
    var firstFault: String?

    /// The largest error that chance does not explain, as a share of theory.
    var worst = 0.0

    /// The least error that would have been seen, as a share of theory, by setting.
    var sight: [Double] = []

    /// How far means are off in standard errors, by setting.
    var leanings: [Double] = []

    /// That of half of the settings.
    var medianSight: Double { sight.isEmpty ? 0 : sight.sorted()[sight.count / 2] }

    /// How many standard errors the means of all settings together are off.
    ///
    /// Leanings are 0 in expectation, whatever the law of a mean, and each is free of the others; so
    /// their own squares tell how far their sum may be off.
    var lean: Double {
      let squares = leanings.reduce(0) { $0 + $1 * $1 }
      return squares > 0 ? leanings.reduce(0, +) / squares.squareRoot() : 0
    }

    func line(of simulation: String) -> String {
      func text(_ value: Double) -> String { NumberText.significant(value, digits: 2) }
      var parts = ["\(judged) judged", "\(open) open", "\(failed) failed"]
      parts.append("worst error \(text(worst))")
      if !sight.isEmpty { parts.append("half see \(text(medianSight))") }
      if !leanings.isEmpty { parts.append("together off by \(text(lean)) standard errors") }
      return "theory \(simulation) \(metric) \(theory.kind.name): "
        + parts.joined(separator: ", ")
    }
  }

  private let simulation: any Simulation.Type
  private let seeds: Int

  /// How many settings were tried.
  private var tried = 0
  private(set) var verdicts: [Verdict]

  /// What is wrong with them.
  var faults: [String] {
    verdicts.flatMap { verdict in
      let lean = NumberText.significant(verdict.lean, digits: 2)
      let leans =
        "\(simulation.name) \(verdict.metric): all settings together are off by \(lean) standard errors"
      return [verdict.firstFault, abs(verdict.lean) > 4 ? leans : nil].compactMap { $0 }
    }
  }

  /// How far the arithmetic may be off, as a share.
  private static let rounding = 1e-6

  /// How near a limit is at the end of its knob, as a share, or else on its way there.
  private static let nearLimit = 0.01

  /// What is left, on the way to a limit, of an error further from it.
  private static let nearer = 2.0 / 3

  /// - Parameters:
  ///   - only: the one metric that is tried; nil for all.
  ///   - theory: what is tried in place of what is declared.
  init(
    _ simulation: any Simulation.Type, seeds: Int, only: Metric? = nil, theory: Theory? = nil
  ) {
    self.simulation = simulation
    verdicts = simulation.theories.filter { only == nil || only?.name == $0.metric }
      .map { Verdict(metric: $0.metric, theory: theory ?? $0.theory) }
    self.seeds = verdicts.contains { $0.theory.kind != .exact } ? seeds : 1
  }

  /// Tries all of them under one setting.
  mutating func judge(_ settings: Settings) throws {
    let outcomes = run(settings, number: tried)
    var atEnds: [String: [Outcome]] = [:]
    for index in verdicts.indices {
      switch verdicts[index].theory.kind {
      case .exact:
        noteEach(index, settings, outcomes) { abs($0) }
      case .lowerBound:
        noteEach(index, settings, outcomes) { -$0 }
      case .upperBound:
        noteEach(index, settings, outcomes) { $0 }
      case .expectation:
        try noteMean(index, settings, sample(index, outcomes)) { $0.isWithin(0) }
      case .approximation(let share):
        try noteMean(index, settings, sample(index, outcomes)) { $0.isWithin(share) }
      case .limit(let knob, let trend):
        let way = try way(of: knob, trend, settings)
        guard let end = way.last else { continue }
        let outcomes = atEnds[knob] ?? run(end, number: tried)
        atEnds[knob] = outcomes
        try noteLimit(index, way, sample(index, outcomes))
      }
    }
    tried += 1
  }

  /// What was measured; where theory had something to say and that cannot be judged, it is open.
  private mutating func sample(_ index: Int, _ outcomes: [Outcome]) -> Sample? {
    let (metric, theory) = (verdicts[index].metric, verdicts[index].theory)
    if let sample = Sample(metric, theory, outcomes) { return sample }
    if outcomes.contains(where: { $0[theory.metric] != nil }) { verdicts[index].open += 1 }
    return nil
  }

  /// Tries every run by itself.
  private mutating func noteEach(
    _ index: Int, _ settings: Settings, _ outcomes: [Outcome], _ excess: (Double) -> Double
  ) {
    let (metric, theory) = (verdicts[index].metric, verdicts[index].theory)
    let samples = outcomes.compactMap { Sample(metric, theory, [$0]) }
    let excesses = samples.map { max(0, excess($0.mean) - Self.rounding * $0.size) }
    guard let most = excesses.indices.max(by: { excesses[$0] < excesses[$1] }) else { return }
    note(index, settings, samples[most], excesses[most], isSo: excesses[most] <= 1e-12)
  }

  /// Tries a mean; one that chance alone may have moved is tried again, over 256 seeds of its own.
  private mutating func noteMean(
    _ index: Int, _ settings: Settings, _ sample: Sample?, isSo: (Sample) -> Bool
  ) throws {
    guard var sample else { return }
    guard hasSpread(settings) else {
      verdicts[index].open += 1
      return
    }
    if case .expectation = verdicts[index].theory.kind, let leaning = sample.leaning {
      verdicts[index].leanings.append(leaning)
    }
    let (metric, theory) = (verdicts[index].metric, verdicts[index].theory)
    if !isSo(sample), sample.count > 1 {
      guard let second = Sample(metric, theory, run(settings, number: tried, again: true)) else {
        verdicts[index].open += 1
        return
      }
      sample = second
    }
    if sample.size > 0 { verdicts[index].sight.append(4 * sample.error / sample.size) }
    note(index, settings, sample, sample.excess, isSo: isSo(sample))
  }

  /// Tries a limit: at the end of its knob it is reached, or nearer than further from it.
  private mutating func noteLimit(_ index: Int, _ way: [Settings], _ sample: Sample?) throws {
    guard let sample, let end = way.last else { return }
    guard !sample.isWithin(Self.nearLimit) else {
      return try noteMean(index, end, sample) { $0.isWithin(Self.nearLimit) }
    }
    let (metric, theory) = (verdicts[index].metric, verdicts[index].theory)
    let before = way.dropLast().compactMap { settings in
      Sample(metric, theory, run(settings, number: tried))
    }
    let furthest = before.map(\.farDistance).max() ?? 0
    try noteMean(index, end, sample) {
      $0.isWithin(Self.nearLimit) || $0.nearDistance <= Self.nearer * furthest
    }
  }

  private mutating func note(
    _ index: Int, _ settings: Settings, _ sample: Sample, _ excess: Double, isSo: Bool
  ) {
    verdicts[index].judged += 1
    if sample.size > 0 { verdicts[index].worst = max(verdicts[index].worst, excess / sample.size) }
    guard !isSo else { return }
    verdicts[index].failed += 1
    guard verdicts[index].firstFault == nil else { return }
    let knobs = settings.values.map { "--\($0.name) \($0.value.text)" }.joined(separator: " ")
    let (metric, kind) = (verdicts[index].metric, verdicts[index].theory.kind)
    verdicts[index].firstFault =
      "\(simulation.name) \(metric): theory says \(kind.given), \(sample.theory), but measured is "
      + "\(sample.theory + sample.mean): \(knobs)"
  }

  /// Runs of a setting, over seeds of its own; others if it is tried again.
  private func run(_ settings: Settings, number: Int, again: Bool = false) -> [Outcome] {
    guard simulation.usesChance else { return [simulation.run(settings, seed: 1)] }
    let count = again ? 256 : seeds
    let first = (again ? 1_000_000 : 0) + number * count + 1
    return (first..<first + count).map { simulation.run(settings, seed: UInt64($0)) }
  }

  /// The settings on the way to a limit, from the middle of the knob's range to its end.
  private func way(of name: String, _ trend: Theory.Trend, _ settings: Settings) throws
    -> [Settings]
  {
    let values = simulation.knobs.first { $0.name == name }?.domain.grid(5) ?? []
    let half = trend == .grows ? Array(values.suffix(3)) : values.prefix(3).reversed()
    return try half.map { value in
      var settings = settings
      try settings.turn(name, to: value)
      return settings
    }
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

  private init(differences: [Double], theories: [Double]) {
    self.differences = differences
    self.theories = theories
  }

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

  var count: Int { differences.count }

  /// How far it is off.
  var mean: Double { Self.mean(differences) }

  /// What theory says, the mean where seeds differ in it.
  var theory: Double { Self.mean(theories) }

  var size: Double { abs(theory) }

  /// The standard error of the mean, or what is as good as one where nearly all seeds agree.
  ///
  /// What hardly ever happens, or hardly ever fails to, shows on few seeds or none, which then tell
  /// little of how far they spread. A share that else is m, and is p in the mean, is off m to one side
  /// with a mean square of at most |p − m|. Where m is neither none nor all, no more than half a
  /// hundredth is left to what is rare.
  var error: Double {
    let values = zip(differences, theories).map(+)
    let variance =
      differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(count - 1, 1))
    let error = (variance / Double(count)).squareRoot()
    let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    guard let (most, alike) = counts.max(by: { $0.value < $1.value }), count > 1,
      alike * 4 > count * 3, values.allSatisfy((0...1).contains)
    else { return error }
    let rare = (abs(theory - most) / Double(count)).squareRoot()
    return max(error, most == 0 || most == 1 ? rare : min(rare, size / 800))
  }

  /// By how much the mean is off that neither four standard errors nor rounding explain.
  var excess: Double { max(0, abs(mean) - 4 * error - 1e-6 * size) }

  /// Whether it is off by at most a share of theory, chance and rounding apart.
  func isWithin(_ share: Double) -> Bool { excess <= share * size + 1e-12 }

  /// How far apart mean and theory are at least, and at most, by what chance leaves open.
  ///
  /// As a share of whichever is smaller: that of theory says nothing of a mean that is far too small.
  var nearDistance: Double { distance(off: excess) }
  var farDistance: Double { distance(off: abs(mean) + 4 * error) }

  private func distance(off: Double) -> Double {
    let measured = theory + (mean < 0 ? -off : off)
    let isBeyond = measured * theory <= 0
    return isBeyond ? .infinity : off / min(size, abs(measured))
  }

  /// The mean in standard errors of it, each half of the seeds by the error of the other half.
  ///
  /// Where a law is lopsided, a mean that is low comes with an error that is small; that of other
  /// seeds knows nothing of it. Nil where there is nothing but rounding.
  var leaning: Double? {
    let (first, second) = (half(0), half(1))
    let isSpread = [first, second].allSatisfy { $0.count > 1 && $0.error > 1e-6 * size }
    guard isSpread else { return nil }
    return (first.mean / second.error + second.mean / first.error) / 2.0.squareRoot()
  }

  private func half(_ parity: Int) -> Sample {
    let indices = differences.indices.filter { $0 % 2 == parity }
    return Sample(
      differences: indices.map { differences[$0] }, theories: indices.map { theories[$0] })
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}
