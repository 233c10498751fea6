import Learning

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
