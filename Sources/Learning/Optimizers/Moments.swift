import Numerics

/// What an optimizer remembers: a few numbers for each parameter, all 0 at first.
///
/// One flat buffer: eight parameters share a block, in which their first moments come before their
/// second ones. The last block is padded with zeros.
struct Moments: Sendable {
  /// How many numbers a parameter has.
  private let width: Int
  private var numbers: [SIMD8<Double>] = []

  init(perParameter: Int) { width = perParameter }

  /// Replaces every parameter by what the rule makes of it, its gradient and its moments.
  ///
  /// The rule sees eight parameters at a time and may change their moments. Lanes never mix, so
  /// the bits are those of one parameter after another.
  @inline(__always) mutating func update(
    _ parameters: inout MutableSpan<Double>, _ gradients: Span<Double>,
    _ rule: (
      _ parameters: SIMD8<Double>, _ gradients: SIMD8<Double>,
      _ moments: UnsafeMutablePointer<SIMD8<Double>>
    ) -> SIMD8<Double>
  ) {
    let count = parameters.count
    precondition(count == gradients.count, "one gradient a parameter")
    let blocks = (count + 7) / 8
    // One moment too many, so that a rule without any gets a pointer too.
    let size = blocks * width + 1
    if numbers.isEmpty { numbers = Array(repeating: .zero, count: size) }
    precondition(numbers.count == size, "the number of parameters has changed")
    let width = width
    parameters.withUnsafeMutableBytes { parameters in
      gradients.withUnsafeBytes { gradients in
        numbers.withUnsafeMutableBufferPointer { moments in
          guard let base = moments.baseAddress else { return }
          let stride = MemoryLayout<SIMD8<Double>>.stride
          for block in 0..<count / 8 {
            let offset = block * stride
            let moved = rule(
              parameters.loadUnaligned(fromByteOffset: offset, as: SIMD8<Double>.self),
              gradients.loadUnaligned(fromByteOffset: offset, as: SIMD8<Double>.self),
              base + block * width)
            parameters.storeBytes(of: moved, toByteOffset: offset, as: SIMD8<Double>.self)
          }
          guard count % 8 != 0 else { return }
          let (last, rest) = (count / 8, count % 8)
          var (w, g) = (SIMD8<Double>.zero, SIMD8<Double>.zero)
          for lane in 0..<rest {
            let offset = last * stride + lane * MemoryLayout<Double>.stride
            w[lane] = parameters.load(fromByteOffset: offset, as: Double.self)
            g[lane] = gradients.load(fromByteOffset: offset, as: Double.self)
          }
          let moved = rule(w, g, base + last * width)
          for lane in 0..<rest {
            let offset = last * stride + lane * MemoryLayout<Double>.stride
            parameters.storeBytes(of: moved[lane], toByteOffset: offset, as: Double.self)
          }
        }
      }
    }
  }
}

/// The constants of Adam and its relatives, and the powers of them that correct its bias.
struct Betas: Sendable {
  /// What is kept of the mean gradient and of the mean square at each step, both in [0, 1).
  let first, second: Double
  /// Added to the corrected root, so that nothing is divided by 0.
  let epsilon: Double
  /// β₁ᵗ and β₂ᵗ after t steps, by repeated multiplication.
  private var powers = (1.0, 1.0)

  init(_ first: Double, _ second: Double, epsilon: Double) {
    self.first = first
    self.second = second
    self.epsilon = epsilon
  }

  /// Counts a step: the rate divided by 1 − β₁ᵗ, and one over the root of 1 − β₂ᵗ.
  mutating func advance(rate: Double) -> (rate: Double, scale: Double) {
    powers = (powers.0 * first, powers.1 * second)
    return (rate / (1 - powers.0), 1 / Elementary.squareRoot(1 - powers.1))
  }
}
