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
