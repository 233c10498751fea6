extension Elementary {
  /// The sum of the products of two rows of numbers, added up in eight lanes side by side and then from
  /// the first lane to the last, so that the bits are the same on every machine.
  ///
  /// - Precondition: both have at least `count` numbers.
  @inlinable public static func dotProduct(
    _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, _ count: Int
  ) -> Double {
    var sums = SIMD8<Double>.zero
    var place = 0
    while place + 8 <= count {
      let (a, b) = (UnsafeRawPointer(left + place), UnsafeRawPointer(right + place))
      sums +=
        a.loadUnaligned(as: SIMD8<Double>.self) * b.loadUnaligned(as: SIMD8<Double>.self)
      place += 8
    }
    var sum = 0.0
    for lane in 0..<8 { sum += sums[lane] }
    while place < count {
      sum += left[place] * right[place]
      place += 1
    }
    return sum
  }
}
