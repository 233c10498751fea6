/// A toy experiment that shows what its knobs do.
///
/// A simulation is a function: the same settings and seed give the same outcome to the last bit.
package protocol Simulation: Sendable {
  /// The name as it is typed, in lowercase words joined by hyphens.
  static var name: String { get }

  /// What it shows, in one sentence.
  static var summary: String { get }

  /// Every knob, in the order in which people are told.
  static var knobs: [any AnyKnob] { get }

  /// Every metric; the first is the one a sweep draws when none is named.
  static var metrics: [Metric] { get }

  /// Every figure, in the order in which they are drawn.
  static var figures: [FigureKind] { get }

  /// Everything that a run can be found to be.
  static var findings: [FindingKind] { get }

  /// Whether the outcome depends on the seed.
  static var usesChance: Bool { get }

  /// The knob that says how far a run goes: its steps, epochs or looks; nil where none does.
  ///
  /// Under every setting of the others a run with fewer is the beginning of one with more: the lines
  /// of ``timeFigures`` begin alike, to the last bit. Nil too where what is done early depends on how
  /// long it will go on, as with a schedule that is stretched over the steps.
  static var time: (any AnyKnob)? { get }

  /// The figures whose x axis is what passes in a run, step by step or epoch by epoch.
  static var timeFigures: [FigureKind] { get }

  /// The knobs that have no effect under some settings, so that nobody is told what they are at.
  static func idleKnobs(_ settings: Settings) -> Set<String>

  static func run(_ settings: Settings, seed: UInt64) -> Outcome
}

extension Simulation {
  /// None, unless the simulation says otherwise.
  package static var time: (any AnyKnob)? { nil }

  /// None, unless the simulation says otherwise.
  package static var timeFigures: [FigureKind] { [] }

  /// None: every knob does something, unless the simulation says otherwise.
  package static func idleKnobs(_ settings: Settings) -> Set<String> { [] }

  /// The settings nobody has touched.
  package static var defaults: Settings { Settings(knobs) }

  /// The metric of a name, be it the one that it once had.
  package static func metric(_ name: String) -> Metric? {
    metrics.first { $0.name == name } ?? metrics.first { $0.formerly == name }
  }
}

extension Simulation {
  /// The metric in whose row one stands: that of which it holds the theory, else itself.
  package static func shown(as metric: Metric) -> Metric {
    metrics.first { $0.theory?.metric == metric.name } ?? metric
  }

  /// Whether a metric holds what theory says of another, and nothing measured.
  package static func isTheory(_ metric: Metric) -> Bool { shown(as: metric) != metric }

  /// What theory says of a metric in an outcome, written as the metric is.
  ///
  /// Where it says nothing, in the words of the metric that holds the theory; nil if there is none.
  package static func theory(of metric: Metric, in outcome: Outcome) -> String? {
    guard let name = metric.theory?.metric, let theory = metrics.first(where: { $0.name == name })
    else { return nil }
    return outcome[theory].map(metric.text) ?? theory.text(nil)
  }
}

/// The simulations a program knows.
package struct Catalog: Sendable {
  package let simulations: [any Simulation.Type]

  package init(_ simulations: [any Simulation.Type]) { self.simulations = simulations }

  package var names: [String] { simulations.map { $0.name } }

  package subscript(_ name: String) -> (any Simulation.Type)? {
    simulations.first { $0.name == name }
  }
}

/// Seeds that people choose, kept apart from those that grade.
package enum Seed {
  /// What may be typed after `--seed`.
  package static let typed: ClosedRange<UInt64> = 0...0xFFFF_FFFF

  /// The seed of a run for which none was typed.
  package static let standard: UInt64 = 1

  /// The first seed of all that are kept for grading: none of them can be typed or shown.
  package static let firstForGrading: UInt64 = 1 << 63

  /// Whether a seed and its successors, so many in all, are among those.
  package static func areForGrading(from first: UInt64, count: Int) -> Bool {
    first >= firstForGrading && first <= UInt64.max - UInt64(max(0, count))
  }
}

/// A simulation whose runs can share work where they differ in some knobs alone.
///
/// Such knobs are read after the work that takes long, or the chance that it draws does not depend
/// on them. What is shared changes nothing: every outcome is what a run by itself gives.
package protocol SharingSimulation: Simulation {
  /// The knobs in which runs that share their work may differ.
  static var sharing: [any AnyKnob] { get }

  /// The outcomes under one seed of settings that differ in those knobs alone, in order.
  static func runs(_ all: [Settings], seed: UInt64) -> [Outcome]
}

extension SharingSimulation {
  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    runs([settings], seed: seed).first ?? Outcome()
  }
}
