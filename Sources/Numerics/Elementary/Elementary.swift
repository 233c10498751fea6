/// Elementary functions that give the same bits on every machine and at every optimization level.
///
/// Nothing here calls the C mathematics library, whose results differ between systems. Every
/// function exists for one `Double` and for eight at a time; both run the same generic algorithm,
/// so a lane always holds the bits of the scalar result. Only additions, subtractions,
/// multiplications, divisions and bit operations in a fixed order are used, never a fused
/// multiply-add. Errors are stated in ulp of the correctly rounded result: the largest over four
/// million arguments a function, spread over all ranges, by `Tests/Reference/ulp.py`. The tests keep
/// 400 arguments each from `Tests/Reference/elementary.py`.
public enum Elementary {}

/// Rounding to the nearest integer without a rounding instruction.
@usableFromInline enum Rounding {
  /// Added to a number below 2⁵¹ in magnitude, leaves its nearest integer in the last bits.
  @inlinable static var magic: Double { 0x1.8p52 }

  /// ln 2 in two parts; the first has 33 bits, so its product with any exponent is exact.
  @inlinable static var ln2High: Double { 0x1.62e42fefp-1 }
  @inlinable static var ln2Low: Double { 0x1.473de6af278edp-34 }
  @inlinable static var log2e: Double { 0x1.71547652b82fep+0 }

  /// 2ⁿ for the integer `n` that was left in the last bits by adding `magic`; −1022 ≤ n ≤ 1023.
  @inlinable @inline(__always) static func powerOfTwo<V: Lanes>(_ shifted: V) -> V {
    V(bits: (shifted.bits &+ 1023) &<< 52)
  }
}

#if canImport(Glibc)
  // Without optimization the root is a call after all; this links the library it is in.
  import Glibc
#endif

extension Elementary {
  /// The square root, correctly rounded as IEEE 754 prescribes.
  ///
  /// The processor's own instruction: for an argument that is visibly not negative the compiler
  /// needs no call to the C library, which only sets an error number. Keeps ±0 and ∞; not a number
  /// below 0.
  package static func squareRoot(_ x: Double) -> Double {
    guard x > 0 else { return x < 0 ? .nan : x }
    return x.magnitude.squareRoot()
  }
}

#if canImport(Glibc)
  // Without optimization the root is a call after all; this links the library it is in.
  import Glibc
#endif

/// The square root of each lane, correctly rounded as IEEE 754 prescribes; 0 below 0.
///
/// The processor's own instruction, in every lane at once: for an argument that is visibly not
/// negative the compiler needs no call to the C library, which only sets an error number. Not a
/// number stays one.
@inlinable @inline(__always) public func rootLanes(_ x: SIMD8<Double>) -> SIMD8<Double> {
  let radicand = x.replacing(with: 0, where: x .< 0)
  var root = SIMD8<Double>.zero
  for lane in 0..<8 { root[lane] = radicand[lane].magnitude.squareRoot() }
  return root
}
