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

extension BatchNoise {
  /// How much the mean gradient of a batch varies, measured for many batch sizes at once.
  struct GradientNoise {
    static let batches = 1024
    static let largest = 256

    /// The batch sizes measured, in order.
    let sizes: [Int]

    /// The mean squared deviation from the gradient of all examples, for each size.
    let variances: [Double]

    /// Draws batches of the largest size; the first draws of each make up the smaller batches.
    init(_ theory: MeanEstimation, order: Order, stream: RandomStream) {
      var order = order
      var stream = stream
      let sizes = Set((0...8).map { 1 << $0 } + [theory.batchSize]).sorted()
      var sums = [Double](repeating: 0, count: sizes.count)
      let fullGradient = MeanEstimation.start
      for _ in 0..<Self.batches {
        order.beginEpoch(&stream)
        var drawn = 0
        var total = 0.0
        for (index, size) in sizes.enumerated() {
          let more = size - drawn
          total += order.batchMean(more, from: &stream) * Double(more)
          drawn = size
          let gradient = MeanEstimation.start - total / Double(size)
          sums[index] += (gradient - fullGradient) * (gradient - fullGradient)
        }
      }
      self.sizes = sizes
      variances = sums.map { $0 / Double(Self.batches) }
    }

    var evaluations: Int { Self.batches * Self.largest }

    func variance(at size: Int) -> Double? {
      sizes.firstIndex(of: size).map { variances[$0] }
    }
  }
}
