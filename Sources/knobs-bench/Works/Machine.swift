import Learning
import Numerics

/// Works that tell where the time of a training run goes, and what the machine could do at best.
extension Work {
  static let tanh = Work(
    "tanh", "the hyperbolic tangent of 1,024 numbers in the first cache, 1,000 times",
    figures: { [Figure(name: "nanosecondsPerElement", value: $0 * 1e6 / 1_024_000)] }
  ) {
    var stream = RandomStream(seed: 1, "data")
    let terms = (0..<128).map { _ in
      SIMD8<Double>((0..<8).map { _ in stream.normal() })
    }
    var values = terms
    for _ in 0..<1000 {
      for index in values.indices {
        values[index] = Elementary.tanh(values[index]) + terms[index]
      }
    }
    return Checksum(values.flatMap { vector in vector.indices.map { vector[$0] } }).value
  }

  static let multiplyAdd = Work(
    "multiply-add", "two million times a multiplication and an addition in 12 registers",
    figures: { [.gigaflops(2 * 12 * MultiplyAdd.width * 2_000_000, $0)] }
  ) {
    Checksum(MultiplyAdd.chains(times: 2_000_000)).value
  }
}

extension Work.Figure {
  /// Billions of multiplications and additions a second.
  static func gigaflops(_ operations: Int, _ milliseconds: Double) -> Self {
    Self(name: "gigaflops", value: Double(operations) / milliseconds / 1e6)
  }
}

/// The machine's arithmetic limit: so many independent sums that none waits for another.
enum MultiplyAdd {
  #if KNOBS_NATIVE
    /// As many lanes as one register of the widest kind holds.
    private typealias Register = SIMD8<Double>
  #else
    private typealias Register = SIMD2<Double>
  #endif

  static let width = Register.scalarCount

  /// Twelve sums, each s ← 0.999 s + 0.001 as often as was asked: one lane of each.
  @inline(never)
  static func chains(times: Int) -> [Double] {
    let (factor, term) = (Register(repeating: 0.999), Register(repeating: 0.001))
    var (a, b, c, d) = (term, term * 2, term * 3, term * 4)
    var (e, f, g, h) = (term * 5, term * 6, term * 7, term * 8)
    var (i, j, k, l) = (term * 9, term * 10, term * 11, term * 12)
    for _ in 0..<times {
      a = a * factor + term
      b = b * factor + term
      c = c * factor + term
      d = d * factor + term
      e = e * factor + term
      f = f * factor + term
      g = g * factor + term
      h = h * factor + term
      i = i * factor + term
      j = j * factor + term
      k = k * factor + term
      l = l * factor + term
    }
    return [a, b, c, d, e, f, g, h, i, j, k, l].map { $0[0] }
  }
}
