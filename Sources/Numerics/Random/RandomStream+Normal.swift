extension RandomStream {
  /// A draw from the standard normal distribution.
  ///
  /// Each takes exactly one number from the stream, by inversion, so that streams stay in step
  /// when only a scale changes. The largest magnitude possible is 8.21.
  package mutating func normal() -> Double { NormalQuantile.at(probability()) }

  /// A draw from the normal distribution with this mean and standard deviation.
  package mutating func normal(mean: Double, deviation: Double) -> Double {
    mean + deviation * normal()
  }

  /// Fills the numbers with draws from the standard normal distribution.
  ///
  /// The same bits as ``normal()`` asked for one after the other, several times as fast.
  package mutating func fillWithNormals(_ numbers: inout MutableSpan<Double>) {
    // A copy stays in registers.
    var stream = self
    for index in numbers.indices { numbers[index] = stream.probability() }
    self = stream
    NormalQuantile.replace(&numbers)
  }

  /// So many draws from the standard normal distribution.
  package mutating func normals(_ count: Int) -> [Double] {
    var numbers = [Double](repeating: 0, count: count)
    var span = numbers.mutableSpan
    fillWithNormals(&span)
    return numbers
  }

  /// A probability that ``NormalQuantile`` turns into a draw: as likely near 0 as near 1.
  ///
  /// The middle of one of 2⁵² equal intervals: an exact number, symmetric, never 0 or 1.
  @inlinable @inline(__always) public mutating func probability() -> Double {
    (Double(bitPattern: bits() >> 12 | 0x3ff0_0000_0000_0000) - 1) + 0x1p-53
  }
}
