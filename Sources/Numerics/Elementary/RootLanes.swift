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
