import Synchronization

/// All that a run gives back.
package struct Outcome: Sendable {
  /// Values by metric name; a metric without a value in this run is missing.
  package private(set) var metrics: [String: Double] = [:]
  package var findings: [Finding] = []
  package var cost = Cost()
  private var drawing = Drawing { [] }

  package init() {}

  package subscript(_ metric: Metric) -> Double? {
    get { metrics[metric.name] }
    set { metrics[metric.name] = newValue }
  }

  package subscript(_ name: String) -> Double? { metrics[name] }

  /// The figures, which are drawn when somebody looks for the first time.
  package var figures: [Figure] {
    get { drawing.figures }
    set { drawing = Drawing { newValue } }
  }

  /// Says how the figures are drawn, if anybody should look: grades and searches never do.
  package mutating func draw(_ figures: @escaping @Sendable () -> [Figure]) {
    drawing = Drawing(figures)
  }
}

/// Figures that are made at most once.
///
/// A class, as copies of an outcome share what was made.
private final class Drawing: Sendable {
  private let make: @Sendable () -> [Figure]
  private let made = Mutex<[Figure]?>(nil)

  init(_ make: @escaping @Sendable () -> [Figure]) { self.make = make }

  var figures: [Figure] {
    made.withLock { made in
      if let made { return made }
      let figures = make()
      made = figures
      return figures
    }
  }
}
