/// A number that a run is measured by.
package struct Metric: Sendable, Hashable {
  /// How a value is written.
  package enum Format: Sendable, Hashable {
    /// Two digits and a power of ten.
    case scientific
    case fixed(decimals: Int)
    case significant(digits: Int)
    case count
  }

  /// A way in which a value is better.
  package enum Direction: String, Sendable, Hashable {
    case lower
    case higher
  }

  /// What values there can be, so that others are no answer to what it will be.
  package enum Kind: Sendable, Hashable {
    case number

    /// A part of a whole: 0 … 1.
    case share

    /// How many: 0 or more.
    case count

    /// How large, the sign set aside: that of an answer is set aside as well.
    case size
  }

  /// The name as criteria and JSON use it.
  package let name: String
  package let summary: String
  package let format: Format

  /// The name it once had, which lessons and other programs may still use; nil where there is none.
  package let formerly: String?

  /// What this one should be by theory, and how far that holds; nil where theory says nothing.
  package let theory: Theory?

  /// Whether it is the same on every seed, though the simulation depends on chance.
  package let isExact: Bool

  /// Which way is better; nil where neither is: a band, a count, what theory says.
  package let better: Direction?

  /// What values there can be.
  package let kind: Kind

  /// The word for a run in which the metric has no value, such as `never`.
  package let absent: String

  package init(
    _ name: String, _ summary: String, _ format: Format = .significant(digits: 3),
    theory: Theory? = nil, better: Direction? = nil, isExact: Bool = false,
    absent: String = "undefined", formerly: String? = nil, kind: Kind? = nil
  ) {
    self.name = name
    self.summary = summary
    self.format = format
    self.theory = theory
    self.better = better
    self.isExact = isExact
    self.absent = absent
    self.formerly = formerly
    self.kind = kind ?? (format == .count ? .count : .number)
  }

  /// Its name, and before that the one it once had.
  package var names: [String] { [formerly, name].compactMap(\.self) }

  /// The word of a metric of theory for a run that theory does not reach.
  package static let noTheory = "no theory"

  /// A value of this metric as text.
  package func text(_ value: Double?) -> String {
    guard let value else { return absent }
    return switch format {
    case .scientific: NumberText.scientific(value)
    case .fixed(let decimals): NumberText.fixed(value, decimals: decimals)
    case .significant(let digits): NumberText.significant(value, digits: digits)
    case .count: NumberText.shortest(value.rounded())
    }
  }
}
