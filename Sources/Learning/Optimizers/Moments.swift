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
