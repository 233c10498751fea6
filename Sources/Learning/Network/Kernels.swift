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
        // No sum starts from 0: added to a gradient, −0 is as good.
        var product = delta[0] * input[0]
        for block in 1..<blocks { product += delta[block] * input[block] }
        row[index] += sum(product)
        input += Workspace.blocks
        index &+= 1
      }
    }
  }

  /// Two neighbouring lanes of a row.
  private typealias Pairs = UnsafePointer<SIMD2<Double>>
  private typealias FourPairs = (SIMD2<Double>, SIMD2<Double>, SIMD2<Double>, SIMD2<Double>)

  /// The products of one row with four, each added up over blocks and lanes as `sum` does.
  @inline(__always) private static func fourProducts(_ row: Block, _ rows: Block, blocks: Int)
    -> SIMD4<Double>
  {
    let one = UnsafeRawPointer(row).assumingMemoryBound(to: SIMD2<Double>.self)
    let four = UnsafeRawPointer(rows).assumingMemoryBound(to: SIMD2<Double>.self)
    let low = halves(one, four, blocks: blocks)
    let high = halves(one + 1, four + 1, blocks: blocks)
    let (a, b) = (low.0 + high.0, low.1 + high.1)
    let (c, d) = (low.2 + high.2, low.3 + high.3)
    return SIMD4(
      lowHalf: SIMD2(a[0], b[0]) + SIMD2(a[1], b[1]),
      highHalf: SIMD2(c[0], d[0]) + SIMD2(c[1], d[1]))
  }

  /// Those products in the first pair of lanes plus those in the third.
  ///
  /// Eight sums and what they read fit into the sixteen registers that every machine has.
  @inline(__always) private static func halves(_ one: Pairs, _ four: Pairs, blocks: Int)
    -> FourPairs
  {
    let next = 4 * Workspace.blocks
    var (p, q) = (one[0], one[2])
    var (a, b) = (p * four[0], p * four[next])
    var (c, d) = (p * four[2 * next], p * four[3 * next])
    var (e, f) = (q * four[2], q * four[next + 2])
    var (g, h) = (q * four[2 * next + 2], q * four[3 * next + 2])
    var pair = 4
    while pair < 4 &* blocks {
      let four = four + pair
      (p, q) = (one[pair], one[pair &+ 2])
      a += p * four[0]
      b += p * four[next]
      c += p * four[2 * next]
      d += p * four[3 * next]
      e += q * four[2]
      f += q * four[next + 2]
      g += q * four[2 * next + 2]
      h += q * four[3 * next + 2]
      pair &+= 4
    }
    return (a + e, b + f, c + g, d + h)
  }

  /// The gradients in the layer's inputs, times the slopes of the units below.
  static func inputGradients(
    _ deltas: Block, _ slopes: Block, _ below: Block, _ weights: UnsafePointer<Double>,
    _ shape: Shape, blocks: Int
  ) {
    for index in 0..<shape.inputs {
      let row = index * Workspace.blocks
      for block in 0..<blocks {
        var (weight, delta) = (weights + index, deltas + block)
        var sum = SIMD8(repeating: weight[0]) * delta[0]
        for _ in 1..<shape.outputs {
          weight += shape.inputs
          delta += Workspace.blocks
          sum += SIMD8(repeating: weight[0]) * delta[0]
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
