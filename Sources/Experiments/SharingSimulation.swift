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
