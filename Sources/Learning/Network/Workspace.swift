/// The memory of forward and backward passes, allocated once and used again for every chunk.
///
/// Rows of a batch are worked off in chunks of 64 samples, so that everything stays in the first
/// cache whatever the batch size. Samples are lanes: each unit's row holds eight elements of eight
/// samples. Lanes behind the last sample hold zeros and never reach a result.
struct Workspace: ~Copyable {
  /// Elements a row, samples a chunk.
  static let blocks = 8
  static let samples = 64

  let layers: [Layer]
  let bytes: Int
  private let memory: Block
  /// Where the activations of each layer's units begin; number 0 are the features.
  private let activations: [Int]
  private let slopes: [Int]
  private let deltas: [Int]
  /// What each unit of a layer with dropout is multiplied by in training.
  private let masks: [Int]
  private let targets: Int
  /// Whether any layer drops outputs in training.
  let drops: Bool
  /// What the last layer gives, and where its parameters end; asking it would copy the layer.
  private let outputs: Int
  private let end: Int
  /// Whether there is one output, a weighted sum of the features and nothing else.
  private let isLinear: Bool

  init(_ layers: [Layer]) {
    self.layers = layers
    let last = layers[layers.count - 1]
    (outputs, end) = (last.outputs, last.end)
    isLinear = layers.count == 1 && last.outputs == 1 && last.activation == .identity
    var next = 0
    func reserve(_ rows: Int) -> Int {
      defer { next += rows * Self.blocks }
      return next
    }
    let widths = [layers[0].inputs] + layers.map(\.outputs)
    activations = widths.map(reserve)
    slopes = widths.map(reserve)
    deltas = widths.map(reserve)
    masks = layers.map { reserve($0.dropout > 0 ? $0.outputs : 0) }
    drops = layers.contains { $0.dropout > 0 }
    targets = reserve(widths[widths.count - 1])
    memory = Block.allocate(capacity: next)
    memory.initialize(repeating: .zero, count: next)
    bytes = next * MemoryLayout<SIMD8<Double>>.stride
  }

  deinit { memory.deallocate() }

  /// The mean loss over the given rows.
  func loss(_ loss: Loss, _ parameters: Span<Double>, _ data: Dataset, _ rows: [Int])
    -> Double
  {
    var sum = 0.0
    for first in stride(from: 0, to: rows.count, by: Self.samples) {
      let count = min(Self.samples, rows.count - first)
      load(data, rows, first, count)
      forward(parameters, count, training: false)
      sum += loss.total(
        memory + activations[layers.count], memory + targets, gradients: nil, scale: 0,
        rows: outputs, samples: count)
    }
    return sum / Double(loss.terms(rows: rows.count, outputs: outputs))
  }

  /// The mean loss over a batch, `rows[batch]`, and its gradient in place of what was there.
  ///
  /// Outputs are dropped as `masks` say, none without.
  func gradient<Masks: MaskSource>(
    of loss: Loss, _ parameters: Span<Double>, _ data: Dataset, _ rows: [Int],
    _ batch: Range<Int>, masks: inout Masks?, into gradient: inout MutableSpan<Double>
  ) -> Double {
    precondition(gradient.count == end, "one gradient a parameter")
    if isLinear && batch.count == 1 {
      return linearGradient(of: loss, parameters, data, rows[batch.lowerBound], into: &gradient)
    }
    gradient.update(repeating: 0)
    let mean = Double(loss.terms(rows: batch.count, outputs: outputs))
    var sum = 0.0
    for first in stride(from: batch.lowerBound, to: batch.upperBound, by: Self.samples) {
      let count = min(Self.samples, batch.upperBound - first)
      load(data, rows, first, count)
      let dropping = drops && draw(&masks, count)
      forward(parameters, count, training: true, dropping: dropping)
      sum += loss.total(
        memory + activations[layers.count], memory + targets,
        gradients: memory + deltas[layers.count], scale: 1 / mean, rows: outputs, samples: count)
      backward(parameters, count, &gradient)
    }
    return sum / mean
  }

  /// The loss of a single row and its gradient, where all lanes but one would be zeros.
  ///
  /// The bits are those of the lanes: sums run in their order, and the zeros of other lanes, which
  /// they add, change a −0 alone; the 0 here does the same.
  private func linearGradient(
    of loss: Loss, _ parameters: Span<Double>, _ data: Dataset, _ row: Int,
    into gradient: inout MutableSpan<Double>
  ) -> Double {
    check(data)
    precondition(parameters.count == end, "parameters of another shape")
    precondition(row >= 0 && row < data.rows, "no such row")
    let count = data.columns
    return data.features.withUnsafeBufferPointer { all in
      let features = all.extracting(row * count..<(row + 1) * count)
      var sum = parameters[count]
      for index in 0..<count { sum += parameters[index] * features[index] }
      let (value, slope) = loss.evaluate(prediction: sum, target: data.targets[row])
      for index in 0..<count { gradient[index] = 0 + slope * features[index] }
      gradient[count] = 0 + slope
      return value
    }
  }

  /// The outputs for every row, row-major.
  func predictions(_ parameters: Span<Double>, _ data: Dataset) -> [Double] {
    let rows = Array(0..<data.rows)
    var result: [Double] = []
    result.reserveCapacity(data.rows * outputs)
    for first in stride(from: 0, to: data.rows, by: Self.samples) {
      let count = min(Self.samples, data.rows - first)
      load(data, rows, first, count)
      forward(parameters, count, training: false)
      let values = UnsafeRawPointer(memory + activations[layers.count])
      for sample in 0..<count {
        for unit in 0..<outputs {
          result.append(
            values.load(fromByteOffset: (unit * Self.samples + sample) * 8, as: Double.self))
        }
      }
    }
    return result
  }

  /// Brings `count` rows from `first` on into lanes, with zeros behind them.
  private func load(_ data: Dataset, _ rows: [Int], _ first: Int, _ count: Int) {
    check(data)
    gather(data.features, data.columns, activations[0], rows, first, count)
    gather(data.targets, data.outputs, targets, rows, first, count)
  }

  private func check(_ data: borrowing Dataset) {
    precondition(data.columns == layers[0].inputs, "the network takes other features")
    precondition(data.outputs == outputs, "and gives other outputs")
  }

  /// Turns rows of `width` numbers into lanes, one column a row.
  private func gather(
    _ values: [Double], _ width: Int, _ start: Int, _ rows: [Int], _ first: Int, _ count: Int
  ) {
    let columns = memory + start
    values.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      // Checked once a row, so that the loops over columns need not check.
      func row(_ sample: Int) -> UnsafePointer<Double> {
        let offset = rows[first + sample] * width
        precondition(offset >= 0 && offset <= buffer.count - width, "no such row")
        return base + offset
      }
      for s in stride(from: 0, to: count - 7, by: 8) {
        let (a, b, c, d) = (row(s), row(s + 1), row(s + 2), row(s + 3))
        let (e, f, g, h) = (row(s + 4), row(s + 5), row(s + 6), row(s + 7))
        for column in 0..<width {
          columns[column * Self.blocks + s / 8] = SIMD8(
            a[column], b[column], c[column], d[column], e[column], f[column], g[column], h[column])
        }
      }
      guard !count.isMultiple(of: 8) else { return }
      let last = columns + count / 8
      // The first of the last samples brings the zeros behind them along.
      let values = row(count / 8 * 8)
      for column in 0..<width {
        last[column * Self.blocks] = SIMD8(values[column], 0, 0, 0, 0, 0, 0, 0)
      }
      for sample in count / 8 * 8 + 1..<count {
        let values = row(sample)
        let lane = UnsafeMutableRawPointer(last) + sample % 8 * MemoryLayout<Double>.stride
        for column in 0..<width {
          lane.storeBytes(
            of: values[column], toByteOffset: column * Self.samples * 8, as: Double.self)
        }
      }
    }
  }

  /// Layer by layer upwards; keeps the slopes when a backward pass follows.
  private func forward(
    _ parameters: Span<Double>, _ count: Int, training: Bool, dropping: Bool = false
  ) {
    precondition(parameters.count == end, "parameters of another shape")
    let blocks = (count + 7) / 8
    parameters.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      // By number: copying a layer would count references, which costs more than a small step.
      for index in layers.indices {
        let outputs = memory + activations[index + 1]
        let shape = layers[index].shape
        Kernels.affine(
          memory + activations[index], outputs, base + layers[index].weights,
          base + layers[index].biases, shape, blocks: blocks)
        layers[index].activation.apply(
          to: outputs, slopes: training ? memory + slopes[index + 1] : nil, rows: shape.outputs,
          blocks: blocks)
        if dropping && layers[index].dropout > 0 { drop(index, blocks: blocks) }
      }
    }
  }

  /// Asks which units of every sample stay; false where there is nobody to ask.
  private func draw<Masks: MaskSource>(_ masks: inout Masks?, _ count: Int) -> Bool {
    guard masks != nil else { return false }
    for sample in 0..<count {
      for (index, layer) in layers.enumerated() where layer.dropout > 0 {
        let first = UnsafeMutableRawPointer(memory + self.masks[index])
        let scale = layer.keptScale
        for unit in 0..<layer.outputs {
          let stays = masks?.isKept(droppedWith: layer.dropout) ?? true
          first.storeBytes(
            of: stays ? scale : 0, toByteOffset: (unit * Self.samples + sample) * 8,
            as: Double.self)
        }
      }
    }
    return true
  }

  /// Multiplies a layer's outputs and their slopes by the mask.
  private func drop(_ index: Int, blocks: Int) {
    let (values, slopes) = (memory + activations[index + 1], memory + slopes[index + 1])
    let mask = memory + masks[index]
    for row in 0..<layers[index].outputs {
      for block in row * Self.blocks..<row * Self.blocks + blocks {
        values[block] *= mask[block]
        slopes[block] *= mask[block]
      }
    }
  }

  /// Layer by layer downwards from the loss's gradient in the outputs.
  private func backward(
    _ parameters: Span<Double>, _ count: Int, _ gradient: inout MutableSpan<Double>
  ) {
    let blocks = (count + 7) / 8
    let top = layers.count
    let (delta, slope) = (memory + deltas[top], memory + slopes[top])
    for row in 0..<layers[top - 1].outputs {
      for index in row * Self.blocks..<row * Self.blocks + blocks { delta[index] *= slope[index] }
    }
    parameters.withUnsafeBufferPointer { buffer in
      gradient.withUnsafeMutableBufferPointer { gradients in
        guard let base = buffer.baseAddress, let sums = gradients.baseAddress else { return }
        for index in stride(from: top - 1, through: 0, by: -1) {
          let deltas = memory + self.deltas[index + 1]
          Kernels.weightGradients(
            deltas, memory + activations[index], sums + layers[index].weights,
            sums + layers[index].biases, layers[index].shape, blocks: blocks)
          if index > 0 {
            Kernels.inputGradients(
              deltas, memory + slopes[index], memory + self.deltas[index],
              base + layers[index].weights, layers[index].shape, blocks: blocks)
          }
        }
      }
    }
  }
}
