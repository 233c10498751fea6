import Experiments

extension Simulation {
  /// The outcome of the defaults with some knobs turned.
  static func outcome(_ turned: [String: SettingValue], seed: UInt64 = 1) throws -> Outcome {
    var settings = defaults
    for (knob, value) in turned { try settings.turn(knob, to: value) }
    return run(settings, seed: seed)
  }

  /// The outcome of the defaults with some knobs turned, as a learner types it.
  static func outcome(_ turned: [String: String], seed: UInt64 = 1) throws -> Outcome {
    var settings = defaults
    for (knob, text) in turned { try settings.turn(knob, to: text) }
    return run(settings, seed: seed)
  }
}
