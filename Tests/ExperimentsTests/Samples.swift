import Experiments

/// Knobs of every kind, for the tests of this room.
enum Samples {
  enum Sampling: String, CaseIterable, KnobValue {
    case withReplacement = "with-replacement"
    case epochShuffle = "epoch-shuffle"
  }

  static let rate = Knob<Double>("learning-rate", .log(1e-3...1), default: 0.01, "a real")
  static let shift = Knob<Double>("shift", .linear(-2...2), default: 0, "a real around zero")
  static let steps = Knob<Int>("steps", 1...1000, default: 50, "an integer")
  static let sampling = Knob<Sampling>("sampling", default: .withReplacement, "a choice")
  static let settings = Settings([rate, shift, steps, sampling])
}
