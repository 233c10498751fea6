/// A named source of chance: one seed feeds as many independent streams as there are names.
///
/// Streams are named after what they decide (`"data"`, `"initial weights"`, `"order"`), so that
/// changing one knob leaves the luck of everything else as it was. An index tells the chains or
/// repetitions of one name apart. Draws are the same on every machine and never change with the
/// version of the standard library.
public struct RandomStream: Sendable {
  @usableFromInline var generator: Xoshiro256

  /// The stream of this name and index under a seed.
  package init(seed: UInt64, _ name: String, _ index: Int = 0) {
    // FNV-1a; then each part goes through a bijection, so no two parts can cancel out.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    var key = SplitMix64.mix(seed &+ 0x9e37_79b9_7f4a_7c15)
    key = SplitMix64.mix((key ^ hash) &+ 0x9e37_79b9_7f4a_7c15)
    key = SplitMix64.mix((key ^ UInt64(bitPattern: Int64(index))) &+ 0x9e37_79b9_7f4a_7c15)
    generator = Xoshiro256(seed: key)
  }

  /// The next 64 bits.
  @inlinable public mutating func bits() -> UInt64 { generator.next() }
}

extension RandomStream {
  /// A number in [0, 1), one of 2⁵³ equally likely multiples of 2⁻⁵³.
  @inlinable public mutating func uniform() -> Double { Double(bits() >> 11) * 0x1p-53 }

  /// A number from `low` up to, but not including, `high`.
  @inlinable public mutating func uniform(in range: Range<Double>) -> Double {
    let value = range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
    // Rounding may reach the upper end, which does not belong to the range.
    return value < range.upperBound ? value : range.lowerBound
  }

  /// An integer from 0 up to, but not including, `bound`, every one equally likely.
  ///
  /// Source: Lemire 2019, "Fast random integer generation in an interval".
  /// - Precondition: `bound` is positive.
  @inlinable public mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0, "no integer is below \(bound) and not negative")
    let width = UInt64(bound)
    var product = bits().multipliedFullWidth(by: width)
    if product.low < width {
      let unfair = (0 &- width) % width
      while product.low < unfair { product = bits().multipliedFullWidth(by: width) }
    }
    return Int(product.high)
  }

  /// True with the given probability: never at 0, always at 1.
  @inlinable public mutating func bernoulli(_ probability: Double) -> Bool {
    uniform() < probability
  }
}

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

extension RandomStream {
  /// Puts the elements in an order in which every permutation is equally likely.
  ///
  /// Source: Fisher & Yates 1938; Durstenfeld 1964.
  @inlinable public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, integer(below: last + 1))
    }
  }

  /// The numbers 0 ..< count in random order.
  package mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    shuffle(&order)
    return order
  }
}
