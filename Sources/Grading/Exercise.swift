import Experiments

/// A task that is graded by running what the learner chose.
package struct Exercise: Sendable {
  package let lesson: String
  package let name: String
  package let simulation: any Simulation.Type

  /// What is asked, in a sentence or two; where something varies, `{knob}` stands for what is given.
  private let template: String

  /// What is asked, in a sentence or two.
  package var task: String { variants.filled(template, given) }

  /// The knobs the learner turns.
  package let choices: [any AnyKnob]

  /// The knobs that the exercise has turned.
  package private(set) var given: Settings

  /// What may be given instead when it is asked again.
  package let variants: Variants

  /// Every one must hold to pass.
  package private(set) var criteria: [Criterion]
  package let hints: [String]

  /// The shares of seeds between which a sequential test decides.
  package let rates: PassRates

  /// How much of the allowed settings may pass.
  package let share: FairShare

  /// Why a number that its lesson prints may pass it; nil where none should.
  package let guessReason: String?

  /// The line of the file on which it begins.
  package let line: Int

  /// The name by which it is checked: `lesson/exercise`.
  package var id: String { "\(lesson)/\(name)" }

  /// Under what the progress in its lesson is kept; its lesson's name where that is not said.
  package var lessonKey: LessonKey?

  /// Keeps the digest, which no other exercise may share.
  var memo = DigestMemo()

  /// A task as a lesson poses it.
  ///
  /// - Parameters:
  ///   - given: the settings of all knobs, those turned that the exercise fixes.
  ///   - line: the line of the file on which it begins, from 1.
  package init(
    lesson: String, name: String, simulation: any Simulation.Type, task: String,
    choices: [any AnyKnob], given: Settings, criteria: [Criterion], hints: [String],
    rates: PassRates, share: FairShare, guessReason: String? = nil, variants: Variants = .none,
    line: Int
  ) {
    self.lesson = lesson
    self.name = name
    self.simulation = simulation
    template = task
    self.choices = choices
    self.given = given
    self.criteria = criteria
    self.hints = hints
    self.rates = rates
    self.share = share
    self.guessReason = guessReason
    self.variants = variants
    self.line = line
  }

  /// The name under which its progress is kept: `lesson/exercise`, whatever other packs there are.
  package var key: String { "\(lessonKey?.text ?? lesson)/\(name)" }

  /// Whether the verdict depends on the seed.
  package var usesChance: Bool {
    simulation.usesChance && !criteria.allSatisfy(\.metric.isExact)
  }

  package var maximumPoints: Int { criteria.map(\.points).reduce(0, +) }

  /// The same exercise with other given values.
  package func variant(_ variant: Settings) -> Exercise {
    var other = self
    other.memo = DigestMemo()
    other.given = given.overlaid(by: variant)
    return other
  }

  /// The same exercise with one criterion changed.
  package func replacing(criterion index: Int, with interval: Interval) -> Exercise {
    guard criteria.indices.contains(index) else { return self }
    var other = self
    other.memo = DigestMemo()
    other.criteria[index] = Criterion(
      metric: criteria[index].metric, interval: interval, points: criteria[index].points)
    return other
  }
}

/// The share of seeds that counts as passing, and the share that counts as not.
package struct PassRates: Sendable, Hashable {
  package let pass: Double
  package let fail: Double

  /// Two shares between 0 and 1, the first the greater.
  package init(pass: Double, fail: Double) {
    self.pass = pass
    self.fail = fail
  }

  /// At least 90 % of seeds against at most 70 %.
  package static let standard = PassRates(pass: 0.9, fail: 0.7)
}

/// How much of the allowed settings may pass an exercise.
package struct FairShare: Sendable, Hashable {
  /// The least and the most, as shares of the grid's cells.
  package let range: ClosedRange<Double>

  /// Why it is not the usual; nil if it is.
  package let reason: String?

  /// A range of shares between 0 and 1, and why it is not the usual.
  package init(range: ClosedRange<Double>, reason: String?) {
    self.range = range
    self.reason = reason
  }

  /// From 3 % to 25 %: findable, but hardly by guessing.
  package static let standard = FairShare(range: 0.03...0.25, reason: nil)

  /// The range as people read it: `3 … 25 %`.
  package var text: String {
    "\(Self.percent(range.lowerBound)) … \(Self.percent(range.upperBound)) %"
  }

  /// A share in percent, with the digits that it was given.
  private static func percent(_ share: Double) -> String {
    NumberText.shortest(NumberText.rounded(share * 100, digits: 6))
  }
}
