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

  /// The test of the verdict, for which every criterion has to hold in a run.
  private var verdict: SequentialTest

  /// The test of each criterion by itself, on the same seeds.
  private var tests: [SequentialTest]

  /// The outcomes that count, which are those up to the last decision.
  private var outcomes: [Outcome] = []

  /// - Parameters:
  ///   - exercise: what is graded.
  ///   - choices: the knobs that the learner turned.
  ///   - firstSeed: the first of the seeds; those that follow are its successors.
  package init(_ exercise: Exercise, choices: Settings, firstSeed: UInt64) {
    self.exercise = exercise
    settings = exercise.given.overlaid(by: choices)
    trials = Trials([settings], of: exercise.simulation, from: firstSeed) { $0 }
    verdict = SequentialTest(exercise.rates)
    tests = exercise.criteria.map { _ in SequentialTest(exercise.rates) }
  }

  /// The first seed; those that follow are its successors.
  package var firstSeed: UInt64 { trials.firstSeed }

  /// How many seeds have been counted.
  package var seedsRun: Int { outcomes.count }

  /// Whether the verdict is known.
  var isVerdictDecided: Bool { decision != nil }

  /// Whether the verdict is known, and of every criterion whether it earns its points.
  package var isDecided: Bool {
    isVerdictDecided && exercise.criteria.indices.allSatisfy { decision(on: $0) != nil }
  }

  /// What is known of the verdict; nil while it is worth going on.
  private var decision: SequentialTest.Decision? {
    guard let first = outcomes.first else { return nil }
    guard !exercise.usesChance else { return verdict.decision }
    return exercise.isPassed(by: first) ? .passes : .fails
  }

  /// What is known of a criterion by itself; one run is enough where no seed changes it.
  private func decision(on index: Int) -> SequentialTest.Decision? {
    let criterion = exercise.criteria[index]
    guard let first = outcomes.first else { return nil }
    guard isExact(criterion) else { return tests[index].decision }
    return criterion.holds(first[criterion.metric]) ? .passes : .fails
  }

  private func isExact(_ criterion: Criterion) -> Bool {
    !exercise.simulation.usesChance || criterion.metric.isExact
  }

  /// How many more seeds a pass takes if all of them pass; at least 1.
  var leastToPass: Int {
    var (best, count) = (verdict, 0)
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
      verdict.add(passed: exercise.isPassed(by: outcome))
      for (index, criterion) in exercise.criteria.enumerated() {
        tests[index].add(passed: criterion.holds(outcome[criterion.metric]))
      }
    }
  }

  /// The grade; meaningful once it is decided.
  package var grade: Grade {
    let decision = decision ?? .open
    let lines = exercise.criteria.indices.map(line)
    return Grade(
      exercise: exercise, settings: settings, decision: decision, lines: lines,
      seeds: exercise.usesChance ? Grade.Seeds(verdict) : nil,
      findings: findings(decision, lines))
  }

  /// What became of a criterion.
  private func line(_ index: Int) -> Grade.Line {
    let criterion = exercise.criteria[index]
    let isTested = !isExact(criterion)
    let holds = outcomes.first.map { criterion.holds($0[criterion.metric]) } ?? false
    return Grade.Line(
      criterion: criterion, measured: Median.of(outcomes.map { $0[criterion.metric] }),
      held: isTested ? tests[index].passed : holds ? 1 : 0, run: isTested ? tests[index].run : 1,
      decision: decision(on: index) ?? .open)
  }

  /// The findings of a run that stands for those that decided, as far as they explain the criteria
  /// that failed, or all of them where none did.
  private func findings(_ decision: SequentialTest.Decision, _ lines: [Grade.Line]) -> [Finding] {
    let passed = decision == .passes
    let counted = outcomes.prefix(exercise.usesChance ? verdict.run : 1)
    let deciding = counted.filter { exercise.isPassed(by: $0) == passed }
    func codes(_ outcome: Outcome) -> [String] { outcome.findings.map(\.code) }
    let counts = Dictionary(grouping: deciding, by: codes).mapValues(\.count)
    let most = counts.values.max() ?? 0
    let findings = deciding.first { counts[codes($0)] == most }?.findings ?? []
    let asked = lines.filter { passed || !$0.passed }.map(\.criterion.metric.name)
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
