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

/// Pseudo-random text for properties, the same at every run.
struct Garbage {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  mutating func text(of alphabet: String, upTo length: Int) -> String {
    let letters = Array(alphabet)
    return String((0..<below(length + 1)).map { _ in letters[below(letters.count)] })
  }
}
