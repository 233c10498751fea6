import Experiments

/// How large a network of dense layers is, by formula.
struct NetworkShape {
  /// From the inputs over the hidden layers to the outputs.
  let widths: [Int]

  init(inputs: Int, width: Int, depth: Int, outputs: Int) {
    widths = [inputs] + Array(repeating: width, count: depth) + [outputs]
  }

  /// Weights and biases: the sum of (inputs + 1) · outputs over the layers.
  var parameters: Int { zip(widths, widths.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 } }

  /// One for every connection.
  var weights: Int { zip(widths, widths.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } }

  /// Multiply-adds of a sample: forward one a weight, back one for the weight's own gradient and
  /// one for the layer below, which the first layer does not have.
  var multiplyAdds: Int { 3 * weights - widths[0] * widths[1] }

  /// The values of a sample that a backward pass needs: the features and every layer's outputs.
  var activations: Int { widths.reduce(0, +) }
}

/// What a training costs, by formula.
struct Budget {
  let shape: NetworkShape
  let rows: Int

  /// The batch size, at most the rows there are.
  let batchSize: Int
  let epochs: Int
  let optimizer: TrainingBudget.Rule
  let precision: TrainingBudget.Precision

  /// How many samples the modelled machine works on in the time of one.
  let parallelism: Int

  init(_ settings: Settings) {
    shape = NetworkShape(
      inputs: settings[TrainingBudget.inputs], width: settings[TrainingBudget.width],
      depth: settings[TrainingBudget.depth], outputs: settings[TrainingBudget.outputs])
    rows = settings[TrainingBudget.rows]
    batchSize = min(settings[TrainingBudget.batchSize], rows)
    epochs = settings[TrainingBudget.epochs]
    optimizer = settings[TrainingBudget.optimizer]
    precision = settings[TrainingBudget.precision]
    parallelism = settings[TrainingBudget.parallelism]
  }

  var samples: Int { epochs * rows }

  /// Batches of an epoch, the last one perhaps smaller.
  func updatesAnEpoch(_ batchSize: Int) -> Int { (rows + batchSize - 1) / batchSize }

  var updates: Int { epochs * updatesAnEpoch(batchSize) }
  var multiplyAdds: Int { samples * shape.multiplyAdds }

  // Memory

  /// A parameter, its gradient and what the optimizer remembers of it.
  var numbersEach: Int {
    switch optimizer {
    case .gradientDescent: 2
    case .momentum: 3
    case .adam: 4
    }
  }

  var bytesEach: Int { numbersEach * precision.bytes }
  var stateBytes: Int { shape.parameters * bytesEach }
  var activationBytes: Int { activationBytes(batchSize) }
  var memoryBytes: Int { stateBytes + activationBytes }

  func activationBytes(_ batchSize: Int) -> Int {
    batchSize * shape.activations * precision.bytes
  }

  /// What this engine holds: doubles, and for 64 samples at a time the activations, their slopes,
  /// the gradients in them, and the targets.
  var engineBytes: Int {
    let outputs = shape.widths.last ?? 0
    return 8 * (shape.parameters * numbersEach + 64 * (3 * shape.activations + outputs))
  }

  // Time, as modelled

  /// The time of the whole training, in units of what one sample takes alone.
  ///
  /// A roofline (Williams, Waterman & Patterson 2009): an update of B samples takes as long as one
  /// sample while B is at most the parallelism S, and B/S times that beyond.
  var time: Double { time(batchSize) }

  func time(_ batchSize: Int) -> Double {
    let (whole, rest) = rows.quotientAndRemainder(dividingBy: batchSize)
    let epoch = Double(whole) * updateTime(batchSize) + (rest > 0 ? updateTime(rest) : 0)
    return Double(epochs) * epoch
  }

  /// The shortest time that any larger batch takes; nil if there are no more rows.
  var leastTimeOfLarger: Double? {
    batchSize < rows ? (batchSize + 1...rows).lazy.map(time).min() : nil
  }

  private func updateTime(_ samples: Int) -> Double {
    max(1, Double(samples) / Double(parallelism))
  }

  /// The work done over the work that could have been done in that time.
  var use: Double { Double(samples) / (time * Double(parallelism)) }
}
