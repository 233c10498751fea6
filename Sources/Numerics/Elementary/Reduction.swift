/// An angle brought to [−π/4, π/4]: what remains, in two parts, and the quarter turns taken off.
struct Reduction<V: Lanes> {
  var high: V
  var low: V
  /// Only the last two bits count.
  var quadrant: V.Bits

  /// Up to this magnitude the first three parts of π/2 have exact multiples.
  static var limit: Double { 1e6 }

  @inline(__always) init(_ x: V) {
    let shifted = x * 0x1.45f306dc9c883p-1 + Rounding.magic
    let n = shifted - Rounding.magic
    // π/2 in three parts of 33 bits and a tail.
    let first = x - n * 0x1.921fb544p+0
    let (second, secondError) = Self.difference(first, n * 0x1.0b4611a6p-34)
    let (third, thirdError) = Self.difference(second, n * 0x1.3198a2ep-69)
    let rest = (secondError + thirdError) - n * 0x1.b839a252049c1p-104
    high = third + rest
    low = (third - high) + rest
    quadrant = shifted.bits

    let size = x.magnitudeLanes
    for lane in 0..<V.laneCount where !(size[lane] <= Self.limit) { replace(lane, with: x[lane]) }
  }

  /// Reduces one lane that is too large for exact multiples, infinite or not a number.
  @inline(never) private mutating func replace(_ lane: Int, with x: Double) {
    let (reduced, rest, turns) = LargeAngle.reduce(x)
    high[lane] = reduced
    low[lane] = rest
    // The turns go through the bits of a number: `V.Bits` has no lanes of its own.
    var carried = V(bits: quadrant)
    carried[lane] = Double(bitPattern: turns)
    quadrant = carried.bits
  }

  /// a − b, and what rounding took from it (Knuth's two-sum).
  @inline(__always) private static func difference(_ a: V, _ b: V) -> (V, V) {
    let d = a - b
    let back = d - a
    return (d, (a - (d - back)) - (b + back))
  }
}
