import Experiments
import Grading
import Tuning

/// What the learner is asked to foresee of a run, or of several.
package struct PredictDirective: Sendable {
  /// How far off an answer may be.
  package enum Tolerance: Sendable, Hashable {
    /// A share of the measured value.
    case relative(Double)
    case absolute(Double)

    /// Whether an answer is near enough to what was measured; nothing is near what is not finite.
    package func accepts(_ answer: Double, measured: Double) -> Bool {
      guard answer.isFinite, measured.isFinite else { return false }
      return switch self {
      case .relative(let share): abs(answer - measured) <= share * abs(measured)
      case .absolute(let distance): abs(answer - measured) <= distance
      }
    }
  }

  /// Which of several runs is asked for.
  package enum Extreme: String, Sendable, CaseIterable {
    case lowest, highest
  }

  /// What an answer is.
  package enum Answer: Sendable {
    /// The metric of one run, within a tolerance.
    case number(Tolerance)

    /// Which run has the lowest or the highest metric, by the run's number from 1.
    case which(Extreme, [CompareDirective.Case])
  }

  package let name: String
  package let simulation: any Simulation.Type

  /// The settings of the run, or what all runs have in common.
  package private(set) var settings: Settings
  package let seed: UInt64
  package let metric: Metric
  package private(set) var answer: Answer

  /// The question; where something varies, `{knob}` stands for what is set.
  let template: String

  /// The question.
  package var question: String { variants.filled(template, settings) }

  /// What may be set instead when it is asked again.
  package let variants: Variants

  /// The line of the file on which it begins.
  package let line: Int

  /// The runs that are asked between; none where a number is asked for.
  package var cases: [CompareDirective.Case] {
    if case .which(_, let cases) = answer { cases } else { [] }
  }

  /// The same prediction with other settings.
  package func variant(_ variant: Settings) -> PredictDirective {
    var other = self
    other.settings = settings.overlaid(by: variant)
    if case .which(let extreme, let cases) = answer {
      other.answer = .which(
        extreme,
        cases.map {
          CompareDirective.Case(
            label: $0.label, settings: $0.settings.overlaid(by: variant), promises: $0.promises)
        })
    }
    return other
  }

  /// The runs that it takes to tell.
  package var runs: [Run] {
    switch answer {
    case .number: [Run(simulation, settings, seed: seed)]
    case .which(_, let cases): cases.map { Run(simulation, $0.settings, seed: seed) }
    }
  }

  /// Whether an answer is right, given what the metric was in each run.
  ///
  /// Of a metric that is a size the sign of an answer is set aside: a formula may give −1.5 where a
  /// factor of 1.5 is measured.
  package func accepts(_ answer: Double, measured values: [Double?]) -> Bool {
    switch self.answer {
    case .number(let tolerance):
      let answer = metric.kind == .size ? abs(answer) : answer
      return values.first.flatMap(\.self).map { tolerance.accepts(answer, measured: $0) } ?? false
    case .which(let extreme, _):
      return extreme.place(in: values).map { answer == Double($0 + 1) } ?? false
    }
  }
}

extension PredictDirective.Extreme {
  /// The place of the one value that is the lowest or the highest; nil where there is not one.
  ///
  /// A value that is missing or no number stands behind all others.
  package func place(in values: [Double?]) -> Int? {
    let ranked = values.map { value -> Double in
      guard let value, !value.isNaN else { return .infinity }
      return self == .lowest ? value : -value
    }
    guard let best = ranked.min(), best < .infinity, ranked.count(where: { $0 == best }) == 1 else {
      return nil
    }
    return ranked.firstIndex(of: best)
  }
}
