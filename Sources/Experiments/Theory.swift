/// What theory says of a metric, and how far that holds.
package struct Theory: Sendable, Hashable {
  /// How a value of theory holds for what is measured.
  package enum Kind: Sendable, Hashable {
    /// Equal to it but for rounding.
    case exact

    /// The mean over all seeds.
    case expectation

    /// No run gets below it.
    case lowerBound

    /// No run gets above it.
    case upperBound

    /// What it comes to as the knob of this name grows or shrinks without end.
    case limit(knob: String, Trend)

    /// Off by at most this share of it over all settings, chance apart.
    case approximation(within: Double)
  }

  /// The way in which a knob goes to a limit.
  package enum Trend: String, Sendable, Hashable {
    case grows
    case shrinks
  }

  /// The name of the metric that holds the value.
  package let metric: String

  package let kind: Kind

  private init(_ metric: Metric, _ kind: Kind) {
    self.metric = metric.name
    self.kind = kind
  }

  /// A value that is measured on every run, but for rounding.
  package static func exact(_ metric: Metric) -> Theory { Theory(metric, .exact) }

  /// The mean over all seeds.
  package static func expectation(_ metric: Metric) -> Theory { Theory(metric, .expectation) }

  /// A value that no run gets below.
  package static func lowerBound(_ metric: Metric) -> Theory { Theory(metric, .lowerBound) }

  /// A value that no run gets above.
  package static func upperBound(_ metric: Metric) -> Theory { Theory(metric, .upperBound) }

  /// What is measured in the limit, as a knob grows or shrinks without end.
  package static func limit(_ metric: Metric, as knob: any AnyKnob, _ trend: Trend) -> Theory {
    Theory(metric, .limit(knob: knob.name, trend))
  }

  /// A value that is off by at most this share of it over all settings, chance apart.
  package static func approximation(_ metric: Metric, within share: Double) -> Theory {
    Theory(metric, .approximation(within: share))
  }
}

extension Theory.Kind {
  /// The kind as JSON names it.
  package var name: String {
    switch self {
    case .exact: "exact"
    case .expectation: "expectation"
    case .lowerBound: "lower-bound"
    case .upperBound: "upper-bound"
    case .limit: "limit"
    case .approximation: "approximation"
    }
  }

  /// The word beside a value in a table; nil where the value is exact.
  package var word: String? {
    switch self {
    case .exact: nil
    case .expectation: "expected"
    case .lowerBound: "at least"
    case .upperBound: "at most"
    case .limit: "limit"
    case .approximation: "about"
    }
  }

  /// The words before a value in a sentence; none where the value is exact.
  package var lead: String {
    switch self {
    case .exact: ""
    case .expectation: "in expectation "
    case .lowerBound: "at least "
    case .upperBound: "at most "
    case .limit: "in the limit "
    case .approximation: "about "
    }
  }

  /// What theory gives of the metric, such as `its expectation`.
  package var given: String {
    switch self {
    case .exact: "its exact value"
    case .expectation: "its expectation"
    case .lowerBound: "a lower bound"
    case .upperBound: "an upper bound"
    case .limit: "its limit as \(limit ?? "")"
    case .approximation(let share):
      "it to within \(NumberText.significant(100 * share, digits: 2)) %"
    }
  }

  /// What it is a limit of, such as `steps grows`; nil where it is none.
  package var limit: String? {
    guard case .limit(let knob, let trend) = self else { return nil }
    return "\(knob) \(trend.rawValue)"
  }
}
