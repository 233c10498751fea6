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
  ///
  /// Sums start from the first block's products, not from 0: added to a gradient, which is never
  /// −0, a sum of −0 changes it as little as one of 0.
  /// - Precondition: there is at least one block.
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
      var (input, index) = (inputs, 0)
      while index < shape.inputs &- 3 {
        let four = fourProducts(delta, input, blocks: blocks)
        row[index] += four[0]
        row[index &+ 1] += four[1]
        row[index &+ 2] += four[2]
        row[index &+ 3] += four[3]
        input += 4 * Workspace.blocks
        index &+= 4
      }
      while index < shape.inputs {
        var product = delta[0] * input[0]
        for block in 1..<blocks { product += delta[block] * input[block] }
        row[index] += sum(product)
        input += Workspace.blocks
        index &+= 1
      }
    }
  }

  private typealias FourPairs = (SIMD2<Double>, SIMD2<Double>, SIMD2<Double>, SIMD2<Double>)

  /// The products of one row with four, each added up over blocks and lanes as `sum` does.
  @inline(__always) private static func fourProducts(_ row: Block, _ rows: Block, blocks: Int)
    -> SIMD4<Double>
  {
    let (one, four) = (UnsafeRawPointer(row), UnsafeRawPointer(rows))
    let low = halves(one, four, blocks: blocks)
    let high = halves(one + 16, four + 16, blocks: blocks)
    let (a, b) = (low.0 + high.0, low.1 + high.1)
    let (c, d) = (low.2 + high.2, low.3 + high.3)
    return SIMD4(
      lowHalf: SIMD2(a[0], b[0]) + SIMD2(a[1], b[1]),
      highHalf: SIMD2(c[0], d[0]) + SIMD2(c[1], d[1]))
  }

  /// Those products in the first pair of lanes plus those in the third.
  ///
  /// Eight sums and what they read fit into sixteen registers, which every 64-bit machine has.
  @inline(__always) private static func halves(
    _ one: UnsafeRawPointer, _ four: UnsafeRawPointer, blocks: Int
  ) -> FourPairs {
    let next = 64 * Workspace.blocks
    var (p, q) = (pair(one), pair(one + 32))
    var (a, b) = (p * pair(four), p * pair(four + next))
    var (c, d) = (p * pair(four + 2 * next), p * pair(four + 3 * next))
    var (e, f) = (q * pair(four + 32), q * pair(four + next + 32))
    var (g, h) = (q * pair(four + 2 * next + 32), q * pair(four + 3 * next + 32))
    var byte = 64
    while byte < 64 &* blocks {
      let four = four + byte
      (p, q) = (pair(one + byte), pair(one + byte + 32))
      a += p * pair(four)
      b += p * pair(four + next)
      c += p * pair(four + 2 * next)
      d += p * pair(four + 3 * next)
      e += q * pair(four + 32)
      f += q * pair(four + next + 32)
      g += q * pair(four + 2 * next + 32)
      h += q * pair(four + 3 * next + 32)
      byte &+= 64
    }
    return (a + e, b + f, c + g, d + h)
  }

  /// Two neighbouring lanes.
  @inline(__always) private static func pair(_ address: UnsafeRawPointer) -> SIMD2<Double> {
    address.load(as: SIMD2<Double>.self)
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
