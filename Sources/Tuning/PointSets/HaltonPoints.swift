import Numerics

/// The points of Halton's sequence in the unit cube: every stretch of it fills the cube evenly.
///
/// Coordinate j of point i holds the digits of i in the j-th prime, mirrored behind the point (the
/// radical inverse). Point 0 is the corner (0, 0, …), which a search does better without.
///
/// Source: Halton 1960, "On the efficiency of certain quasi-random sequences of points in evaluating
/// multi-dimensional integrals", Numerische Mathematik 2.
package struct HaltonPoints: Sendable {
  /// The number of coordinates of a point.
  package let dimensions: Int

  /// What is added to every point, modulo 1; zeros for the plain sequence.
  private let shift: [Double]
  private let bases: [Int]

  /// The plain sequence.
  package init(dimensions: Int) {
    self.init(shift: [Double](repeating: 0, count: max(0, dimensions)))
  }

  /// The sequence moved by a random amount, the same for all points, so that every point by itself is
  /// as likely anywhere (Cranley & Patterson 1976).
  package init(dimensions: Int, seed: UInt64) {
    var stream = RandomStream(seed: seed, "Halton shift")
    self.init(shift: (0..<max(0, dimensions)).map { _ in stream.uniform() })
  }

  private init(shift: [Double]) {
    dimensions = shift.count
    self.shift = shift
    bases = Self.primes(shift.count)
  }

  /// The point of an index, each coordinate in [0, 1).
  ///
  /// - Precondition: the index is not negative.
  package subscript(index: Int) -> [Double] {
    precondition(index >= 0, "a place in the sequence")
    return zip(bases, shift).map { base, shift in
      let sum = Self.radicalInverse(index, base: base) + shift
      return sum < 1 ? sum : sum - 1
    }
  }

  /// Points 1 … count, so many as a search takes.
  package func first(_ count: Int) -> [[Double]] {
    count < 1 ? [] : (1...count).map { self[$0] }
  }

  /// The digits of a number mirrored behind the point: 6 = 110₂ gives .011₂ = 3/8.
  ///
  /// The digits are gathered as a whole number, so that the only rounding is that of one division.
  package static func radicalInverse(_ index: Int, base: Int) -> Double {
    var (rest, mirrored, power) = (index, 0.0, 1.0)
    while rest > 0 {
      mirrored = mirrored * Double(base) + Double(rest % base)
      power *= Double(base)
      rest /= base
    }
    return min(mirrored / power, 1.nextDown)
  }

  /// The first primes, by trial division.
  private static func primes(_ count: Int) -> [Int] {
    var primes: [Int] = []
    var candidate = 2
    while primes.count < count {
      if !primes.contains(where: { candidate.isMultiple(of: $0) }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }
}
