extension NormalQuantile {
  /// Replaces every probability, of any number of them, by its quantile, with the bits of ``at(_:)``.
  ///
  /// Eight at a time: first as if all were in the middle, then those that are not once more.
  package static func replace(_ numbers: inout MutableSpan<Double>) {
    numbers.withUnsafeMutableBufferPointer { numbers in
      guard let base = numbers.baseAddress else { return }
      for first in stride(from: 0, to: numbers.count, by: chunk) {
        replace(base + first, min(chunk, numbers.count - first))
      }
    }
  }

  /// How many numbers are worked off at once.
  private static let chunk = 64

  private static func replace(_ numbers: UnsafeMutablePointer<Double>, _ count: Int) {
    // Room for the probabilities, and for the places of those in the tails.
    withUnsafeTemporaryAllocation(of: Double.self, capacity: chunk) { given in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: chunk) { places in
        guard let given = given.baseAddress, let place = places.baseAddress else { return }
        replaceMiddle(numbers, count, given)
        var found = 0
        for index in 0..<count / 8 * 8 {
          // Noted always and counted where it holds: a branch would often be guessed wrong, and a
          // comparison becomes one. Bits of positive numbers are in their order, not a number last.
          place[found] = index
          let distance = (given[index] - 0.5).magnitude.bitPattern
          found = found &+ Int((0.425.bitPattern &- distance) >> 63)
        }
        for first in stride(from: 0, to: found, by: 8) {
          replaceTail(numbers, min(8, found - first), given, place + first)
        }
      }
    }
  }

  /// Replaces all as if they were near ½, and keeps what was given of every whole eight.
  private static func replaceMiddle(
    _ numbers: UnsafeMutablePointer<Double>, _ count: Int, _ given: UnsafeMutablePointer<Double>
  ) {
    let whole = count / 8 * 8
    for first in stride(from: 0, to: whole, by: 8) {
      let address = UnsafeMutableRawPointer(numbers + first)
      let probability = address.loadUnaligned(as: SIMD8<Double>.self)
      let q = probability - 0.5
      address.storeBytes(of: q * central(0.180625 - q * q), as: SIMD8<Double>.self)
      UnsafeMutableRawPointer(given + first).storeBytes(
        of: probability, as: SIMD8<Double>.self)
    }
    for index in whole..<count { numbers[index] = at(numbers[index]) }
  }

  /// Replaces the numbers at up to eight places by the quantiles of what was given there.
  private static func replaceTail(
    _ numbers: UnsafeMutablePointer<Double>, _ count: Int, _ given: UnsafeMutablePointer<Double>,
    _ place: UnsafeMutablePointer<Int>
  ) {
    var probability = SIMD8<Double>(repeating: 0.01)
    for lane in 0..<count { probability[lane] = given[place[lane]] }
    let isLow = probability .< 0.5
    let outside = (1 - probability).replacing(with: probability, where: isLow)
    let r = rootLanes(0 - Elementary.logLanes(outside))
    let size = middle(r - 1.6)
    let value = size.replacing(with: 0 - size, where: isLow)
    for lane in 0..<count {
      // Far out, and where it is no probability, one at a time.
      let isNear = r[lane] <= 5 && outside[lane] > 0
      numbers[place[lane]] = isNear ? value[lane] : at(probability[lane])
    }
  }
}
