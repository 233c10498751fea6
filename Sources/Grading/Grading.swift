import Experiments
import Tuning

/// The grading of one attempt, seed by seed.
///
/// Seeds are run side by side but counted in order, so the grade does not depend on how many cores
/// there are.
package struct Grading: Sendable {
  package let exercise: Exercise
  package let settings: Settings

  private var trials: Trials<Outcome>
  private var test: SequentialTest

  /// The outcomes that count, which are those up to the decision.
  private var outcomes: [Outcome] = []

  /// - Parameters:
  ///   - exercise: what is graded.
  ///   - choices: the knobs that the learner turned.
  ///   - attempt: which attempt of the exercise it is, from 1: each has seeds of its own.
  package init(_ exercise: Exercise, choices: Settings, attempt: Int) {
    let number = UInt64(clamping: max(0, attempt)) % (1 << 40)
    self.init(
      exercise, choices: choices,
      firstSeed: Seed.firstForGrading + number * UInt64(SequentialTest.mostSeeds))
  }

  init(_ exercise: Exercise, choices: Settings, firstSeed: UInt64) {
    self.exercise = exercise
    settings = exercise.given.overlaid(by: choices)
    trials = Trials([settings], of: exercise.simulation, from: firstSeed) { $0 }
    test = SequentialTest(exercise.rates)
  }

  /// The first seed; those that follow are its successors.
  package var firstSeed: UInt64 { trials.firstSeed }

  /// How many seeds have been counted.
  package var seedsRun: Int { outcomes.count }

  package var isDecided: Bool {
    exercise.usesChance ? test.decision != nil : !outcomes.isEmpty
  }

  /// How many more seeds a pass takes if all of them pass; at least 1.
  var leastToPass: Int {
    var (best, count) = (test, 0)
    while best.decision == nil {
      best.add(passed: true)
      count += 1
    }
    return max(1, count)
  }

  /// Runs some more seeds side by side and counts those that are still needed.
  package mutating func advance(by count: Int) async {
    guard !isDecided else { return }
    let left = exercise.usesChance ? SequentialTest.mostSeeds - outcomes.count : 1
    await trials.advance(by: min(max(1, count), left))
    for outcome in trials[0].readings.dropFirst(outcomes.count) where !isDecided {
      outcomes.append(outcome)
      test.add(passed: exercise.isPassed(by: outcome))
    }
  }

  /// The grade; meaningful once it is decided.
  package var grade: Grade {
    let hasChance = exercise.usesChance
    let passed =
      hasChance ? test.decision == .passes : outcomes.first.map(exercise.isPassed) ?? false
    let seeds = Grade.Seeds(
      run: test.run, passed: test.passed, decision: test.decision ?? .open)
    return Grade(
      exercise: exercise, settings: settings, passed: passed, lines: lines(passed: passed),
      seeds: hasChance ? seeds : nil, findings: findings(passed: passed))
  }

  /// What became of each criterion.
  ///
  /// Over several seeds a criterion of an attempt that did not pass has held if it held on as large
  /// a share of them as passing takes. Criteria that each did, but not on the same seeds, cannot
  /// all have held: the weakest of them has not.
  private func lines(passed: Bool) -> [Grade.Line] {
    let held = exercise.criteria.map { criterion in
      outcomes.count { criterion.holds($0[criterion.metric]) }
    }
    let share = exercise.usesChance ? exercise.rates.pass : 1
    let enough = share * Double(outcomes.count)
    let allHeld = held.allSatisfy { Double($0) >= enough }
    return zip(exercise.criteria, held).map { criterion, count in
      let isHeld = Double(count) >= enough && !(allHeld && count == held.min())
      return Grade.Line(
        criterion: criterion, measured: Median.of(outcomes.map { $0[criterion.metric] }),
        held: count, passed: !outcomes.isEmpty && (passed || isHeld))
    }
  }

  /// The findings of a run that stands for those that decided, as far as they explain the criteria
  /// that failed, or all of them where none did.
  private func findings(passed: Bool) -> [Finding] {
    let deciding = outcomes.filter { exercise.isPassed(by: $0) == passed }
    func codes(_ outcome: Outcome) -> [String] { outcome.findings.map(\.code) }
    let counts = Dictionary(grouping: deciding, by: codes).mapValues(\.count)
    let most = counts.values.max() ?? 0
    let findings = deciding.first { counts[codes($0)] == most }?.findings ?? []
    let asked = lines(passed: passed).filter { passed || !$0.passed }.map(\.criterion.metric.name)
    let fitting = findings.filter { $0.explains.isEmpty || !$0.explains.isDisjoint(with: asked) }
    return fitting.isEmpty ? findings : fitting
  }
}

extension Exercise {
  /// Whether every criterion holds in a run.
  package func isPassed(by outcome: Outcome) -> Bool {
    criteria.allSatisfy { $0.holds(outcome[$0.metric]) }
  }
}
