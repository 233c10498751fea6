import Numerics
import Testing

@testable import Learning

/// The kernels against sums written out lane by lane, in the order that they state.
struct KernelsTests {
  /// Every remainder of inputs taken four at a time, chunks of every length.
  @Test(arguments: 1...9, 1...Workspace.blocks)
  func weightGradientsAddUpInTheStatedOrder(inputs: Int, blocks: Int) {
    let outputs = 3
    var stream = RandomStream(seed: UInt64(inputs * 10 + blocks), "kernels")
    func row(_ count: Int) -> [SIMD8<Double>] {
      (0..<count * Workspace.blocks).map { _ in
        var lanes = SIMD8<Double>.zero
        for lane in 0..<8 { lanes[lane] = stream.uniform(in: -1..<1) }
        return lanes
      }
    }
    var (deltas, values) = (row(outputs), row(inputs))
    var weights = (0..<inputs * outputs).map { _ in stream.uniform(in: -1..<1) }
    var biases = (0..<outputs).map { _ in stream.uniform(in: -1..<1) }
    func total(_ elements: [SIMD8<Double>]) -> Double {
      let l = elements.reduce(.zero, +)
      return ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]))
    }
    var (expectedWeights, expectedBiases) = (weights, biases)
    for unit in 0..<outputs {
      let delta = deltas[unit * Workspace.blocks..<unit * Workspace.blocks + blocks]
      expectedBiases[unit] += total(Array(delta))
      for input in 0..<inputs {
        let value = values[input * Workspace.blocks..<input * Workspace.blocks + blocks]
        expectedWeights[unit * inputs + input] += total(zip(delta, value).map { $0 * $1 })
      }
    }
    deltas.withUnsafeMutableBufferPointer { deltas in
      values.withUnsafeMutableBufferPointer { values in
        weights.withUnsafeMutableBufferPointer { weights in
          biases.withUnsafeMutableBufferPointer { biases in
            guard let deltas = deltas.baseAddress, let values = values.baseAddress,
              let weights = weights.baseAddress, let biases = biases.baseAddress
            else { return }
            Kernels.weightGradients(
              deltas, values, weights, biases, (inputs, outputs), blocks: blocks)
          }
        }
      }
    }
    #expect(weights.map(\.bitPattern) == expectedWeights.map(\.bitPattern))
    #expect(biases.map(\.bitPattern) == expectedBiases.map(\.bitPattern))
  }
}
