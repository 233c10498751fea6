import Experiments

/// A simulation that says what must be so elsewhere if the words of its findings are true.
protocol Claiming: Simulation {
  /// One for every finding.
  static var claims: [Claim] { get }

  /// Settings with findings that drawn ones hardly meet; tried before those that are drawn.
  static var rare: [Settings] { get throws }
}

extension Claiming {
  static var rare: [Settings] { [] }
}

/// What must be so elsewhere if the words of a finding are true.
///
/// A claim is read from the words alone and looks where the rule that finds it does not: at longer
/// runs, other rates, other seeds, or a computation of its own.
struct Claim: Sendable {
  let code: String

  /// What is not as the words say; nil if all is.
  let fault: @Sendable (ClaimedRun) throws -> String?

  init(_ kind: FindingKind, _ fault: @escaping @Sendable (ClaimedRun) throws -> String?) {
    code = kind.code
    self.fault = fault
  }
}

/// A run, and one of the things that it was found to be.
struct ClaimedRun: CustomStringConvertible {
  let simulation: any Claiming.Type
  let settings: Settings
  let seed: UInt64
  let outcome: Outcome
  let finding: Finding

  init?(
    _ simulation: any Claiming.Type, _ settings: Settings, seed: UInt64, outcome: Outcome,
    code: String
  ) {
    guard let finding = outcome.findings.first(where: { $0.code == code }) else { return nil }
    self.simulation = simulation
    self.settings = settings
    self.seed = seed
    self.outcome = outcome
    self.finding = finding
  }

  subscript<Value>(_ knob: Knob<Value>) -> Value { settings[knob] }

  subscript(_ metric: Metric) -> Double? { outcome[metric] }

  /// The same run with a knob turned elsewhere, or as far that way as it goes.
  func turning(_ knob: Knob<Double>, to value: Double) throws -> Outcome {
    guard case .real(let range, _) = knob.domain else { return outcome }
    let value = min(max(value, range.lowerBound), range.upperBound)
    return try turning(knob.name, to: .real(value))
  }

  /// The same run with a knob turned elsewhere, or as far that way as it goes.
  func turning(_ knob: Knob<Int>, to value: Int) throws -> Outcome {
    guard case .integer(let range, _) = knob.domain else { return outcome }
    let value = min(max(value, range.lowerBound), range.upperBound)
    return try turning(knob.name, to: .integer(value))
  }

  /// The same run with some knobs turned elsewhere.
  func turning(_ turned: (name: String, value: SettingValue)...) throws -> Outcome {
    var settings = settings
    for (name, value) in turned { try settings.turn(name, to: value) }
    return simulation.run(settings, seed: seed)
  }

  private func turning(_ name: String, to value: SettingValue) throws -> Outcome {
    try turning((name, value))
  }

  /// The same settings under other seeds.
  func seeds(_ count: Int) -> [Outcome] {
    (1...UInt64(count)).map { simulation.run(settings, seed: seed &+ 7919 &* $0) }
  }

  var description: String {
    let knobs = settings.values.map { "--\($0.name) \($0.value.text)" }.joined(separator: " ")
    return "\(simulation.name) \(knobs) --seed \(seed)"
  }
}
