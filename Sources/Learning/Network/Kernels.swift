/// Rows of numbers, one row a unit, eight samples to an element.
typealias Block = UnsafeMutablePointer<SIMD8<Double>>

/// The three products a dense layer is made of, over the samples of one chunk.
///
/// Rows lie `Workspace.blocks` elements apart. Sums run over inputs, units or blocks in ascending
/// order and over lanes as `sum` states, so a result never depends on the machine.
enum Kernels {
  /// outputs = weights · inputs + biases.
  static func affine(
    _ inputs: Block, _ outputs: Block, _ weights: UnsafePointer<Double>,
    _ biases: UnsafePointer<Double>, _ shape: Shape, blocks: Int
  ) {
    for unit in 0..<shape.outputs {
      let row = weights + unit * shape.inputs
      let output = outputs + unit * Workspace.blocks
      for block in 0..<blocks {
        var sum = SIMD8<Double>(repeating: biases[unit])
        var input = inputs + block
        for index in 0..<shape.inputs {
          sum += SIMD8(repeating: row[index]) * input[0]
          input += Workspace.blocks
        }
        output[block] = sum
      }
    }
  }

  /// Adds to the gradients of weights and biases what these samples contribute.
  static func weightGradients(
    _ deltas: Block, _ inputs: Block, _ weights: UnsafeMutablePointer<Double>,
    _ biases: UnsafeMutablePointer<Double>, _ shape: Shape, blocks: Int
  ) {
    for unit in 0..<shape.outputs {
      let delta = deltas + unit * Workspace.blocks
      let row = weights + unit * shape.inputs
      var total = SIMD8<Double>.zero
      for block in 0..<blocks { total += delta[block] }
      biases[unit] += sum(total)
      // Two inputs at a time read the deltas once and sum up their lanes side by side.
      for index in stride(from: 0, to: shape.inputs - 1, by: 2) {
        let input = inputs + index * Workspace.blocks
        var (first, second) = (SIMD8<Double>.zero, SIMD8<Double>.zero)
        for block in 0..<blocks {
          first += delta[block] * input[block]
          second += delta[block] * input[Workspace.blocks + block]
        }
        row[index] += sum(first)
        row[index + 1] += sum(second)
      }
      if !shape.inputs.isMultiple(of: 2) {
        let input = inputs + (shape.inputs - 1) * Workspace.blocks
        var product = SIMD8<Double>.zero
        for block in 0..<blocks { product += delta[block] * input[block] }
        row[shape.inputs - 1] += sum(product)
      }
    }
  }

  /// The gradients in the layer's inputs, times the slopes of the units below.
  static func inputGradients(
    _ deltas: Block, _ slopes: Block, _ below: Block, _ weights: UnsafePointer<Double>,
    _ shape: Shape, blocks: Int
  ) {
    for index in 0..<shape.inputs {
      let row = index * Workspace.blocks
      for block in 0..<blocks {
        var sum = SIMD8<Double>.zero
        var (weight, delta) = (weights + index, deltas + block)
        for _ in 0..<shape.outputs {
          sum += SIMD8(repeating: weight[0]) * delta[0]
          weight += shape.inputs
          delta += Workspace.blocks
        }
        below[row + block] = sum * slopes[row + block]
      }
    }
  }

  /// How many inputs and outputs a layer has.
  typealias Shape = (inputs: Int, outputs: Int)

  /// The lanes added up: first the halves, then the halves of those.
  @inline(__always) static func sum(_ lanes: SIMD8<Double>) -> Double {
    let four = lanes.lowHalf + lanes.highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }
}
