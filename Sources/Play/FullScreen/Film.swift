import Experiments
import Plotting
import Tuning

/// A training watched as time passes: frame after frame, from its beginning to where the knobs are set.
struct Film: Sendable {
  enum Kind: Sendable {
    /// Every frame is a run by itself, with this knob at its value.
    case rerun(knob: String, values: [SettingValue])

    /// One run, whose figures of these names are drawn up to a place on their x axis.
    case reveal(figures: [String], moments: [Double])
  }

  let kind: Kind

  /// The frame that is shown.
  private(set) var place = 0

  /// Whether the next frame comes by itself.
  var isRunning: Bool

  /// How many times the usual speed.
  private(set) var speed = 1.0

  /// How long all frames take together at the usual speed, and how long the first and the last stay.
  static let length = Duration.seconds(10)
  static let rest = Duration.seconds(1)

  /// Frames at most, and where nothing moves by itself.
  static let most = 60
  static let fewest = 3

  init(_ kind: Kind, isRunning: Bool) {
    self.kind = kind
    self.isRunning = isRunning
  }

  var count: Int {
    switch kind {
    case .rerun(_, let values): values.count
    case .reveal(_, let moments): moments.count
    }
  }

  var isAtEnd: Bool { place >= count - 1 }

  /// Goes so many frames on, or back.
  mutating func step(_ frames: Int) { place = min(max(place + frames, 0), max(count - 1, 0)) }

  /// Goes on to the next frame by itself; at the end it stops.
  mutating func advance() {
    guard isRunning else { return }
    if isAtEnd { isRunning = false } else { step(1) }
  }

  mutating func rewind() { place = 0 }

  mutating func quicken(_ factor: Double) { speed = min(max(speed * factor, 0.125), 8) }

  /// How long the frame that is shown stays.
  var wait: Duration {
    guard place > 0, !isAtEnd else { return Self.rest / speed }
    return Self.length / Double(max(count - 1, 1)) / speed
  }

  /// Frames a second.
  var rate: Double { Double(max(count - 1, 1)) / 10 * speed }

  /// The value of the knob in the frame that is shown; nil of what is revealed.
  var value: SettingValue? {
    guard case .rerun(_, let values) = kind, values.indices.contains(place) else { return nil }
    return values[place]
  }

  /// How far lines are drawn in the frame that is shown; nil of what is run again.
  var moment: Double? {
    guard case .reveal(_, let moments) = kind, moments.indices.contains(place) else { return nil }
    return moments[place]
  }
}
