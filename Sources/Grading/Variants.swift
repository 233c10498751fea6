import Experiments

/// Given values that may take the place of a task's own, so that it can be asked again without its
/// answer being remembered.
package struct Variants: Sendable {
  /// The knobs that vary.
  package let knobs: [String]

  /// The knobs that vary, turned to the values of each variant.
  package let all: [Settings]

  /// How many times as much of one variant's range may pass as of the task's own, and the other way
  /// round.
  package let factor: Double

  /// - Parameters:
  ///   - knobs: the knobs that vary.
  ///   - all: what each variant turns, which is those knobs.
  ///   - factor: at least 1.
  package init(knobs: [String], all: [Settings], factor: Double = Self.standardFactor) {
    self.knobs = knobs
    self.all = all
    self.factor = factor
  }

  package static let standardFactor = 2.0

  /// A task that is always the same.
  package static let none = Variants(knobs: [], all: [])

  package var isEmpty: Bool { all.isEmpty }

  /// The variant with which a task is asked for the nth time, from zero.
  ///
  /// Neighbours lie apart, every variant has its turn before one comes again, and which is the first
  /// differs from task to task.
  ///
  /// - Parameter key: the task's key.
  package func turn(_ count: Int, of key: String) -> Settings? {
    guard !all.isEmpty, count >= 0 else { return nil }
    let first = key.utf8.reduce(0) { (31 &* $0 &+ Int($1)) & 0xFFFF }
    let stride = Self.stride(of: all.count)
    return all[(first + (count % all.count) * stride) % all.count]
  }

  /// About two fifths of a number, and with no divisor in common with it.
  private static func stride(of count: Int) -> Int {
    func divisor(_ one: Int, _ other: Int) -> Int { other == 0 ? one : divisor(other, one % other) }
    let wanted = max(1, 2 * count / 5)
    return (wanted...max(wanted, count)).first { divisor($0, count) == 1 } ?? 1
  }

  /// What a variant turns, as people read it: `curvature 5, steps 40`.
  package func text(of variant: Settings) -> String {
    knobs.map { "\($0) \(variant[$0]?.text ?? "")" }.joined(separator: ", ")
  }

  /// A text in which `{knob}` stands for the value that is given.
  package func filled(_ text: String, _ given: Settings) -> String {
    guard !isEmpty else { return text }
    return given.values.reduce(text) { text, knob in
      text.replacing("{\(knob.name)}", with: knob.value.text)
    }
  }
}
