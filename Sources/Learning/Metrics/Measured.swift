/// A measure's value, and why it says less than it seems where its definition fails.
///
/// Where scikit-learn answers a failed definition with a number and a warning, `value` is that
/// number and `undefined` the warning. What scikit-learn refuses (no rows, values that are not
/// finite, probabilities outside [0, 1]) is answered with not a number and the reason.
package struct Measured: Sendable, Equatable {
  package let value: Double
  /// Why the definition fails; nil where it holds.
  package let undefined: Undefined?

  /// Whether the definition holds, so that the value means what its name says.
  package var isDefined: Bool { undefined == nil }

  init(_ value: Double) { self.init(value, undefined: value.isFinite ? nil : .notFinite) }

  init(_ value: Double = .nan, undefined: Undefined?) {
    self.value = value
    self.undefined = undefined
  }

  /// Equal values and reasons; not a number equals itself here.
  package static func == (a: Measured, b: Measured) -> Bool {
    a.undefined == b.undefined && (a.value == b.value || a.value.isNaN && b.value.isNaN)
  }
}

/// Why a measure has no meaning for the rows it was given.
package enum Undefined: String, Sendable, CaseIterable {
  case noRows = "there are no rows"
  case oneRow = "one row has no variance"
  case notFinite = "a value is not a finite number, or too large to be squared"
  case notAProbability = "a probability lies outside 0 to 1"
  case oneClass = "only one class occurs"
  case noPositives = "a class never occurs"
  case noPredictedPositives = "a class is never predicted"
  case noPositivesAtAll = "a class neither occurs nor is predicted"
  case constantTargets = "all targets are equal"
}
