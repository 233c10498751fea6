/// Eight lanes of numbers, the first five of which are directions; the others stay 0.
typealias Directions = SIMD8<Double>

extension Directions {
  /// The numbers of five directions.
  init(directions numbers: [Double]) {
    self = .zero
    for (lane, number) in numbers.prefix(scalarCount).enumerated() { self[lane] = number }
  }

  /// Each lane with a sign of its own, plus or minus by the toss of a coin.
  ///
  /// - Parameter coins: a word of chance, of which the first eight bits count.
  @inline(__always) func signed(by coins: UInt64) -> Directions {
    // Each lane's own coin is brought to where its sign is.
    let places = SIMD8<UInt64>(0, 1, 2, 3, 4, 5, 6, 7)
    let coins = (SIMD8<UInt64>(repeating: coins) &<< places) & (1 << 63)
    let bits = unsafeBitCast(self, to: SIMD8<UInt64>.self)
    return unsafeBitCast(bits ^ coins, to: Directions.self)
  }

  /// The sum of the lanes, always in the same order.
  @inline(__always) var total: Double {
    let halves = lowHalf + highHalf
    return (halves[0] + halves[2]) + (halves[1] + halves[3])
  }
}
