import TestKit

@testable import Plotting

extension Garbage {
  /// A range a scale can show, of any size.
  mutating func range(for scale: Scale.Kind) -> ClosedRange<Double> {
    range { scale.shows($0) }
  }
}
