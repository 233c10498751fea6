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
    // Room for the probabilities of the tails, and for the places they came from.
    withUnsafeTemporaryAllocation(of: Double.self, capacity: chunk + 8) { tails in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: chunk + 8) { places in
        guard let tail = tails.baseAddress, let place = places.baseAddress else { return }
        let found = replaceMiddle(numbers, count, tail, place)
        for first in stride(from: 0, to: found, by: 8) {
          replaceTail(numbers, min(8, found - first), tail + first, place + first)
        }
      }
    }
  }

  /// Replaces what is near ½ and notes the rest; gives back how many were noted.
  private static func replaceMiddle(
    _ numbers: UnsafeMutablePointer<Double>, _ count: Int, _ tail: UnsafeMutablePointer<Double>,
    _ place: UnsafeMutablePointer<Int>
  ) -> Int {
    var found = 0
    let whole = count / 8 * 8
    for first in stride(from: 0, to: whole, by: 8) {
      let address = UnsafeMutableRawPointer(numbers + first)
      let probability = address.loadUnaligned(as: SIMD8<Double>.self)
      let q = probability - 0.5
      let value = q * central(0.180625 - q * q)
      address.storeBytes(of: value, as: SIMD8<Double>.self)
      for lane in 0..<8 {
        // Noted always and counted where it holds: a branch would often be guessed wrong.
        tail[found] = probability[lane]
        place[found] = first &+ lane
        found = found &+ (q[lane].magnitude <= 0.425 ? 0 : 1)
      }
    }
    for index in whole..<count { numbers[index] = at(numbers[index]) }
    return found
  }

  /// Replaces up to eight numbers by the quantiles of the probabilities noted for them.
  private static func replaceTail(
    _ numbers: UnsafeMutablePointer<Double>, _ count: Int, _ tail: UnsafeMutablePointer<Double>,
    _ place: UnsafeMutablePointer<Int>
  ) {
    var probability = SIMD8<Double>(repeating: 0.01)
    for lane in 0..<count { probability[lane] = tail[lane] }
    let isLow = probability .< 0.5
    let outside = (1 - probability).replacing(with: probability, where: isLow)
    let r = rootLanes(0 - Elementary.logLanes(outside))
    let size = middle(r - 1.6)
    let value = size.replacing(with: 0 - size, where: isLow)
    for lane in 0..<count {
      numbers[place[lane]] = r[lane] <= 5 && outside[lane] > 0 ? value[lane] : at(tail[lane])
    }
  }
}
