import Learning
import Numerics
import Testing

@Suite struct BatchOrderTests {
  @Test(arguments: [(10, 3), (10, 5), (10, 1), (10, 10), (10, 99), (1, 1), (10, 0), (10, -4)])
  func anEpochVisitsEveryRowOnce(rows: Int, size: Int) {
    var stream = RandomStream(seed: 1, "order")
    var order = BatchOrder(.shuffled(size: size), rows: rows)
    for _ in 0..<5 {
      order.beginEpoch(from: &stream)
      let visited = (0..<order.batchesPerEpoch).flatMap { Array(order.indices[order.batch($0)]) }
      #expect(visited.sorted() == Array(0..<rows))
      for number in 0..<order.batchesPerEpoch { #expect(!order.batch(number).isEmpty) }
    }
  }

  /// Catches an order that is never reshuffled.
  @Test func everyEpochHasANewOrder() {
    var stream = RandomStream(seed: 2, "order")
    var order = BatchOrder(.shuffled(size: 4), rows: 20)
    var seen: Set<[Int]> = []
    for _ in 0..<20 {
      order.beginEpoch(from: &stream)
      seen.insert(order.indices)
    }
    #expect(seen.count == 20)
  }

  @Test func replacementDrawsEveryRowEquallyOftenAndFullBatches() {
    var stream = RandomStream(seed: 3, "order")
    var order = BatchOrder(.withReplacement(size: 4), rows: 10)
    var counts = Array(repeating: 0, count: 10)
    var repeats = 0
    for _ in 0..<2_000 {
      order.beginEpoch(from: &stream)
      for number in 0..<order.batchesPerEpoch { #expect(order.batch(number).count == 4) }
      for row in order.indices { counts[row] += 1 }
      if Set(order.indices[order.batch(0)]).count < 4 { repeats += 1 }
    }
    #expect(order.batchesPerEpoch == 3)
    for count in counts { #expect(abs(Double(count) - 2_400) < 4 * 46.5) }
    // A batch of four out of ten repeats a row with probability 0.496.
    #expect(abs(Double(repeats) - 992) < 4 * 22.4)
  }

  @Test func fullBatchesTakeNoDraws() {
    var (stream, untouched) = (RandomStream(seed: 4, "order"), RandomStream(seed: 4, "order"))
    var order = BatchOrder(.full, rows: 7)
    order.beginEpoch(from: &stream)
    #expect(order.indices == Array(0..<7) && order.batch(0) == 0..<7)
    #expect(stream.bits() == untouched.bits())
  }
}
