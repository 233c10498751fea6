import Experiments

/// A knob of which a search is given a part.
package struct NarrowedKnob: AnyKnob {
  package let name: String
  package let domain: Domain
  package let summary: String
  package let defaultValue: SettingValue

  /// - Parameter domain: values that the knob itself can take.
  package init(_ knob: any AnyKnob, to domain: Domain) {
    name = knob.name
    summary = knob.summary
    defaultValue = knob.defaultValue
    self.domain = domain
  }
}

extension Simulation {
  /// The names of knobs that give a training more of what it learns by, the first that there is.
  private static var timeNames: [String] { ["epochs", "steps", "updates", "iterations"] }

  /// The knob by which a run is given more time; nil if none is known.
  package static var timeKnob: (any AnyKnob)? {
    timeNames.lazy.compactMap { name in knobs.first { $0.name == name } }.first
  }
}
