import Learning
import Numerics

extension BatchNoise {
  /// The order in which examples are drawn, the same whatever the batch size.
  struct Order {
    private let sampling: Sampling
    private var examples: [Double]
    private var next: Int

    init(_ examples: [Double], _ sampling: Sampling) {
      self.sampling = sampling
      self.examples = examples
      next = examples.count
    }

    /// Draws a batch; returns the mean of its examples.
    mutating func batchMean(_ size: Int, from stream: inout RandomStream) -> Double {
      var sum = 0.0
      switch sampling {
      case .withReplacement:
        for _ in 0..<size { sum += examples[stream.integer(below: examples.count)] }
      case .epochShuffle:
        if next + size > examples.count { beginEpoch(&stream) }
        for index in next..<(next + size) { sum += examples[index] }
        next += size
      }
      return sum / Double(size)
    }

    /// Puts all examples in a new order, if their order matters (Fisher & Yates 1938).
    mutating func beginEpoch(_ stream: inout RandomStream) {
      guard sampling == .epochShuffle else { return }
      for place in 0..<(examples.count - 1) {
        examples.swapAt(place, place + stream.integer(below: examples.count - place))
      }
      next = 0
    }
  }
}
